import { Hono } from 'hono'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { developmentForm, readActionForm } from './action-form.ts'
import { actionPaths, dueQuery } from './action-paths.ts'
import { addAction } from './add-action.ts'
import { type AnsweredItem, answeredItems } from './answered-items.ts'
import { changeAction } from './change-action.ts'
import { actionContent } from './page-action.ts'
import { actionFormContent } from './page-action-form.ts'
import { actionsPage, duePage, type WhatWaits } from './page-actions.ts'
import type { Parliament } from './parliament.ts'
import { type Action, beginAction, readAction, readActions } from './read-actions.ts'
import { readOwnItems } from './read-own-items.ts'
import { actionQueryFrom } from './register-query.ts'
import { tellDevelopment } from './tell-development.ts'
import { happenedOf, sentenceOf, t } from './words.ts'

type Parts = {
  readonly parliament: Parliament
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly whatWaits: WhatWaits
}

/** The register of a ministry: its actions, one of them, what is due before a letter, and the forms. */
export function actionRoutes(parts: Parts) {
  const { parliament, respond, inTransaction, clock, namesOf, whatWaits } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')
  const today = () => dutchDay(clock())
  const way = (c: HouseContext) => {
    const language = c.get('language')
    const href = link(language, actionPaths.list)
    return { breadcrumbs: [{ text: t(language).actions.title, href }], under: href }
  }

  app.use('/verantwoording/*', signedInFirst)

  app.get(actionPaths.list, async (c) => {
    const language = c.get('language')
    const { actions, waits } = await act(c, async (work) => ({
      actions: await readActions(work),
      waits: await whatWaits(work, language),
    }))
    const query = actionQueryFrom(c.req.query())
    return respond(c, actionsPage(language, { actions, query, today: today(), waits }))
  })

  app.get(actionPaths.due, async (c) => {
    const language = c.get('language')
    const { actions, items } = await act(c, async (work) => ({
      actions: await readActions(work),
      items: await readOwnItems(work),
    }))
    const typed = datePartsOf(c.req.query(), dueQuery)
    const asked = typedDate(typed)
    const wrong = asked.ok ? undefined : sentenceOf(language, asked.because)
    const day = asked.ok ? asked.date : undefined
    const view = { actions, items, parliament, day, typed, wrong, today: today() }
    return respond(c, { ...way(c), ...duePage(language, view) })
  })

  type Shown = {
    items: readonly AnsweredItem[]
    typed: Typed
    errors: FormErrors
    changes?: { id: string; version: number }
  }

  /** What an action can answer to; asked in the same transaction as what the page is for. */
  const itemsFor = async (c: HouseContext, work: Work) =>
    answeredItems(c.get('language'), parliament, await readOwnItems(work))
  const isAmong = (items: readonly AnsweredItem[]) => (id: string) =>
    items.some((one) => one.id === id)

  const showForm = (c: HouseContext, { items, typed, errors, changes }: Shown) => {
    const language = c.get('language')
    const words = t(language).action
    const wrong = Object.keys(errors).length > 0
    const own = changes ? { changes } : { key: keyIn(typed) ?? newId() }
    return respond(c, {
      ...way(c),
      title: changes ? words.changeTitle : words.addTitle,
      content: actionFormContent(language, { items, typed, errors, ...own }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(actionPaths.add, async (c) => {
    const items = await act(c, async (work) => {
      await beginAction(work)
      return itemsFor(c, work)
    })
    return showForm(c, { items, typed: {}, errors: {} })
  })

  app.post(actionPaths.add, async (c) => {
    const typed = await typedIn(c)
    // Asked first, so that nobody without the role learns what the form wants.
    const items = await act(c, (work) => itemsFor(c, work))
    const read = readActionForm(typed, isAmong(items))
    if (!read.ok) return showForm(c, { items, typed, errors: read.errors })
    const id = await act(c, (work) => addAction(work, read.value, keyIn(typed)))
    const to = id === undefined ? actionPaths.list : actionPaths.one(id)
    return c.redirect(link(c.get('language'), to), 303)
  })

  const showAction = async (c: HouseContext, id: string, typed: Typed, errors: FormErrors) => {
    const found = await act(c, async (work) => {
      const { action, events } = await readAction(work, id)
      const names = await namesOf(work, [...new Set(events.map(({ byPerson }) => byPerson))])
      return { action, events, names, items: await itemsFor(c, work) }
    })
    const wrong = Object.keys(errors).length > 0
    const key = keyIn(typed) ?? newId()
    const view = { ...found, parliament, typed, errors, key, today: today() }
    return respond(c, {
      ...way(c),
      title: found.action.title,
      content: actionContent(c.get('language'), view),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/verantwoording/acties/:id', (c) => showAction(c, idIn(c), {}, {}))

  app.post('/verantwoording/acties/:id', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const read = readForm(developmentForm, typed)
    if (!read.ok) return showAction(c, id, typed, read.errors)
    try {
      await act(c, (work) => tellDevelopment(work, id, read.value, keyIn(typed)))
    } catch (error) {
      return keptBack(c, { id, typed, error, written: ['development', 'nextStep', 'evidence'] })
    }
    return c.redirect(link(c.get('language'), actionPaths.one(id)), 303)
  })

  app.get('/verantwoording/acties/:id/wijzigen', async (c) => {
    const id = idIn(c)
    const { action, items } = await act(c, async (work) => ({
      ...(await readAction(work, id)),
      items: await itemsFor(c, work),
    }))
    const { version } = action
    return showForm(c, { items, typed: typedFrom(action), errors: {}, changes: { id, version } })
  })

  app.post('/verantwoording/acties/:id/wijzigen', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const version = Number(/^\d{1,9}$/.exec(textOf(typed, 'version'))?.[0] ?? 0)
    const items = await act(c, (work) => itemsFor(c, work))
    const read = readActionForm(typed, isAmong(items))
    if (!read.ok) {
      await act(c, (work) => readAction(work, id))
      return showForm(c, { items, typed, errors: read.errors, changes: { id, version } })
    }
    try {
      await act(c, (work) => changeAction(work, id, { content: read.value, version }))
    } catch (error) {
      return keptBack(c, { id, typed, error, written: ['line', 'title', 'owner', 'partners'] })
    }
    return c.redirect(link(c.get('language'), actionPaths.one(id)), 303)
  })

  type KeptBack = { id: string; typed: Typed; error: unknown; written: readonly string[] }

  /** Somebody was first: what was typed comes back, with the way to how it stands now. */
  const keptBack = (c: HouseContext, { id, typed, error, written }: KeptBack) => {
    const language = c.get('language')
    const { action: words, actions } = t(language)
    return respond(c, {
      ...way(c),
      ...keptBackPage(language, {
        typed,
        written,
        error,
        now: {
          happened: happenedOf(language, error),
          sentence: '',
          link: { text: words.toAction, href: link(language, actionPaths.one(id)) },
        },
        otherwise: { text: actions.title, href: link(language, actionPaths.list) },
      }),
    })
  }

  return app
}

const typedFrom = (action: Action): Typed => ({
  line: action.line,
  title: action.title,
  owner: action.owner,
  partners: action.partners.join('\n'),
  items: action.items,
  ...datePartsFrom('startsOn', action.startsOn),
  ...datePartsFrom('dueOn', action.dueOn),
})
