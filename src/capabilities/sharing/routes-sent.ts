import { Hono } from 'hono'
import { type FormErrors, readForm, type Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { recallForm, wordsForm } from './forms.ts'
import { togetherCrumb } from './navigation.ts'
import { recallPage, sentListPage, sentPage } from './pages-sent.ts'
import { paths } from './paths.ts'
import { readApart, readDisclosure, readOwnDisclosures } from './read-disclosure.ts'
import { counterOf, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

/** What was shared: the list, one of them, the answer to a question, and taking it back. */
export function sentRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock, requireStepUp } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const which = (c: HouseContext) => ({ id: idIn(c), language: c.get('language') })

  app.get('/delen', async (c) => {
    const language = c.get('language')
    const lists = await act(c, async (work) => ({
      own: await readOwnDisclosures(work, desk, language),
      apart: await readApart(work, desk, language),
    }))
    return page(c, {
      title: t(language).sent.listTitle,
      wide: true,
      breadcrumbs: [togetherCrumb(language)],
      content: sentListPage(language, lists),
    })
  })

  type Page = { readonly typed: Typed; readonly errors: FormErrors; readonly recall?: boolean }

  const show = async (c: HouseContext, { typed, errors, recall = false }: Page) => {
    const { id, language } = which(c)
    const one = await act(c, (work) => readDisclosure(work, desk, { id, language }))
    const view = { one, typed, errors, key: keyIn(typed) ?? newId() }
    return page(c, {
      title: t(language).sent.title(one.reference),
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: recall ? recallPage(language, view) : sentPage(language, view),
    })
  }

  app.get('/delen/:id', (c) => show(c, { typed: {}, errors: {} }))

  app.post('/delen/:id/antwoord', async (c) => {
    const typed = await typedIn(c)
    const read = readForm(wordsForm, typed)
    return keeping(c, 'sent', { typed, written: ['words'] }, async () => {
      if (!read.ok) return show(c, { typed, errors: read.errors })
      const reply = { words: read.value.words, key: keyIn(typed) }
      await act(c, (work) => replyToQuestion(work, desk, which(c), reply))
      return go(c, paths.one(idIn(c)))
    })
  })

  app.get('/delen/:id/terughalen', (c) => show(c, { typed: {}, errors: {}, recall: true }))

  app.post('/delen/:id/terughalen', async (c) => {
    const typed = await typedIn(c)
    const read = readForm(recallForm, typed)
    return keeping(c, 'sent', { typed, written: ['words'] }, async () => {
      if (!read.ok) return show(c, { typed, errors: read.errors, recall: true })
      await act(c, (work) => readDisclosure(work, desk, which(c)))
      requireStepUp(whoIsSignedIn(c), clock())
      const recall = { ...read.value, key: keyIn(typed) }
      await act(c, (work) => recallDisclosure(work, desk, which(c), recall))
      return go(c, paths.one(idIn(c)))
    })
  })

  return app
}
