import { Hono } from 'hono'
import { mayOpenCase } from '#capabilities/cases/index.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerPanel } from './answer-panel.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { takeForm, wordsForm } from './forms.ts'
import { togetherCrumb } from './navigation.ts'
import { type ReceivedView, receivedListPage, receivedPage } from './pages-received.ts'
import { paths } from './paths.ts'
import { readReceived, readReceivedAbout } from './received.ts'
import { counterOf, type RouteParts } from './route-parts.ts'
import type { FileKind } from './shareable-fact.ts'
import { t } from './words.ts'

/** What came in: the list, one of them, and what can be done with it. */
export function receivedRoutes(parts: RouteParts, answers: readonly AnswerForm[]): Hono<HouseEnv> {
  const { desk } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  app.get('/ontvangen', async (c) => {
    const language = c.get('language')
    const lists = await act(c, (work) => readReceivedAbout(work, desk, language))
    return page(c, {
      title: t(language).received.title,
      wide: true,
      breadcrumbs: [togetherCrumb(language)],
      content: receivedListPage(language, lists),
    })
  })

  type Page = {
    readonly typed: Typed
    readonly errors: FormErrors
    readonly sent?: ReceivedView['sent']
  }

  const show = async (c: HouseContext, { typed, errors, sent }: Page) => {
    const language = c.get('language')
    const { one, panel } = await act(c, async (work) => {
      const read = await readReceived(work, desk, { id: idIn(c), language })
      return { one: read, panel: await answerPanel(work, answers, read, language) }
    })
    const key = keyIn(typed) ?? newId()
    return page(c, {
      title: t(language).received.one(one.reference),
      breadcrumbs: crumbs(c, 'received'),
      errors,
      content: receivedPage(language, {
        one,
        panel,
        typed,
        errors,
        key,
        mayBegin: mayOpenCase(whoIsSignedIn(c).actor),
        ...(sent ? { sent } : {}),
      }),
    })
  }

  app.get('/ontvangen/:id', (c) => show(c, { typed: {}, errors: {} }))

  app.post('/ontvangen/:id/aannemen', async (c) => {
    const typed = await typedIn(c)
    return keeping(c, 'received', { typed, written: [] }, async () => {
      await act(c, (work) =>
        answerReceived(work, desk, idIn(c), { act: 'accept', words: '', key: keyIn(typed) }),
      )
      return go(c, paths.oneReceived(idIn(c)))
    })
  })

  for (const [way, given] of [
    ['terugsturen', 'return'],
    ['afwijzen', 'decline'],
  ] as const) {
    app.post(`/ontvangen/:id/${way}`, async (c) => {
      const typed = await typedIn(c)
      const field = `${given}-words`
      const read = readForm(wordsForm, { words: textOf(typed, field) })
      return keeping(c, 'received', { typed, written: [field] }, async () => {
        if (!read.ok) {
          return show(c, { typed, errors: { [field]: read.errors.words ?? '' }, sent: given })
        }
        const answer = { act: given, words: read.value.words, key: keyIn(typed) }
        await act(c, (work) => answerReceived(work, desk, idIn(c), answer))
        return go(c, paths.oneReceived(idIn(c)))
      })
    })
  }

  app.post('/ontvangen/:id/overnemen', async (c) => {
    const typed = await typedIn(c)
    const read = readForm(takeForm, typed)
    return keeping(c, 'received', { typed, written: ['reference'] }, async () => {
      if (!read.ok) return show(c, { typed, errors: read.errors, sent: 'take' })
      const { item: itemId, file, reference } = read.value
      if (file === '' && reference === '') {
        return show(c, { typed, errors: { file: 'file-missing' }, sent: 'take' })
      }
      const [kind = '', id = ''] = file.split('/')
      if (reference === '' && !isId(id)) refuse('not-found', 'no-such-file')
      const taking = {
        ...{ itemId, language: c.get('language') },
        file: reference === '' ? { kind: kind as FileKind, id } : { reference },
      }
      try {
        await act(c, (work) => takeReceived(work, desk, idIn(c), taking))
      } catch (error) {
        if (!(error instanceof Refusal) || error.because !== 'reference-unknown') throw error
        return show(c, { typed, errors: { reference: error.because }, sent: 'take' })
      }
      return go(c, paths.oneReceived(idIn(c)))
    })
  })

  return app
}
