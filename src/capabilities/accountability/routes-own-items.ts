import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { addOwnItem } from './add-own-item.ts'
import { changeOwnItem } from './change-own-item.ts'
import { readItemForm, readToldForm, takeOutForm } from './item-form.ts'
import { typedFromItem } from './item-typed.ts'
import { withTerms } from './own-item.ts'
import { itemFormContent } from './page-item-form.ts'
import { ownItemContent } from './page-own-item.ts'
import { ownItemsPage } from './page-own-items.ts'
import { beginItem, readOwnItem, readOwnItems } from './read-own-items.ts'
import { keptBack, type RegisterParts, wayTo } from './register-desk.ts'
import { registerPaths } from './register-paths.ts'
import { itemQueryFrom, takenOut } from './register-query.ts'
import { takeOutItem } from './take-out-item.ts'
import { tellOwnItem } from './tell-own-item.ts'
import { t } from './words-register.ts'

/** The motions, commitments, questions and requests that a ministry keeps itself. */
export function ownItemRoutes({
  parliament,
  respond,
  inTransaction,
  clock,
  namesOf,
}: RegisterParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')
  const known = (id: string) => parliament.findItem(id) !== undefined
  const go = (c: HouseContext, to: string) => c.redirect(link(c.get('language'), to), 303)
  const toList = (c: HouseContext) => ({
    text: t(c.get('language')).items.title,
    href: registerPaths.items,
  })
  const statusOf = (errors: FormErrors) => (Object.keys(errors).length > 0 ? 422 : 200)

  app.get(registerPaths.items, async (c) => {
    const query = itemQueryFrom(c.req.query())
    const kept = await act(c, (work) => readOwnItems(work, query.state === takenOut))
    const items = withTerms(parliament.answerTerm, kept)
    return respond(c, { ...wayTo(c), ...ownItemsPage(c.get('language'), { items, query }) })
  })

  type Shown = { typed: Typed; errors: FormErrors; changes?: { id: string; version: number } }

  const showForm = (c: HouseContext, { typed, errors, changes }: Shown) => {
    const language = c.get('language')
    const words = t(language).item
    const own = changes ? { changes } : { key: keyIn(typed) ?? newId() }
    return respond(c, {
      ...wayTo(c, toList(c)),
      title: changes ? words.changeTitle : words.addTitle,
      content: itemFormContent(language, { parliament, typed, errors, ...own }),
      error: Object.keys(errors).length > 0,
      status: statusOf(errors),
    })
  }

  app.get(registerPaths.addItem, async (c) => {
    await act(c, beginItem)
    return showForm(c, { typed: {}, errors: {} })
  })

  app.post(registerPaths.addItem, async (c) => {
    const typed = await typedIn(c)
    const read = readItemForm(typed, known)
    if (!read.ok) {
      // Asked first, so that nobody without the role learns what the form wants.
      await act(c, beginItem)
      return showForm(c, { typed, errors: read.errors })
    }
    const id = await act(c, (work) => addOwnItem(work, read.value, { key: keyIn(typed) }))
    return go(c, id === '' ? registerPaths.items : registerPaths.item(id))
  })

  const showItem = async (c: HouseContext, id: string, typed: Typed, errors: FormErrors) => {
    const found = await act(c, async (work) => {
      const read = await readOwnItem(work, id)
      const names = await namesOf(work, [...new Set(read.events.map(({ byPerson }) => byPerson))])
      return { ...read, names }
    })
    const key = keyIn(typed) ?? newId()
    const view = { ...found, parliament, typed, errors, key, today: dutchDay(clock()) }
    return respond(c, {
      ...wayTo(c, toList(c)),
      title: found.item.title,
      content: ownItemContent(c.get('language'), view),
      error: Object.keys(errors).length > 0,
      status: statusOf(errors),
    })
  }

  app.get('/verantwoording/punten/:id', (c) => showItem(c, idIn(c), {}, {}))

  const back = (c: HouseContext, id: string, typed: Typed, error: unknown) => {
    const words = t(c.get('language')).item
    const to = { text: words.toItem, href: registerPaths.item(id) }
    const written = ['title', 'says', 'by', 'evidence', 'why']
    return keptBack(c, respond, { typed, error, written, to })
  }

  app.post('/verantwoording/punten/:id', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const read = readToldForm(typed)
    if (!read.ok) return showItem(c, id, typed, read.errors)
    try {
      await act(c, (work) => tellOwnItem(work, id, read.value, keyIn(typed)))
    } catch (error) {
      return back(c, id, typed, error)
    }
    return go(c, registerPaths.item(id))
  })

  app.post('/verantwoording/punten/:id/eruit', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const read = readForm(takeOutForm, typed)
    if (!read.ok) return showItem(c, id, typed, read.errors)
    await act(c, (work) => takeOutItem(work, id, { out: true, why: read.value.why }))
    return go(c, registerPaths.item(id))
  })

  app.post('/verantwoording/punten/:id/terug', async (c) => {
    const id = idIn(c)
    await act(c, (work) => takeOutItem(work, id, { out: false, why: '' }))
    return go(c, registerPaths.item(id))
  })

  app.get('/verantwoording/punten/:id/wijzigen', async (c) => {
    const id = idIn(c)
    const { item } = await act(c, (work) => readOwnItem(work, id))
    const { version } = item
    return showForm(c, { typed: typedFromItem(item), errors: {}, changes: { id, version } })
  })

  app.post('/verantwoording/punten/:id/wijzigen', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const version = Number(/^\d{1,9}$/.exec(textOf(typed, 'version'))?.[0] ?? 0)
    const read = readItemForm(typed, known)
    if (!read.ok) {
      await act(c, (work) => readOwnItem(work, id))
      return showForm(c, { typed, errors: read.errors, changes: { id, version } })
    }
    try {
      await act(c, (work) => changeOwnItem(work, id, { content: read.value, version }))
    } catch (error) {
      return back(c, id, typed, error)
    }
    return go(c, registerPaths.item(id))
  })

  return app
}
