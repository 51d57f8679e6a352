import { Hono } from 'hono'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import {
  keepConsultation,
  type ReadConsultation,
  readConsultation,
  sendConsultation,
} from './answer-consultation.ts'
import { type AnswerInWords, inWordsForm, isInWords } from './consultation-in-words.ts'
import { isOver } from './disclosure.ts'
import { answerPage, sentAnswerPage } from './pages-consultation.ts'
import { paths } from './paths.ts'
import { findReceived } from './received.ts'
import { counterOf, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

const at = '/ontvangen/:id/antwoord'

/** At who was asked something that is answered in words: kept until it is signed. */
export function consultationRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock, requireStepUp } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  /** Which answer it asks for stands in the delivery; one that asks for none has no such page. */
  const consulted = async (work: Work, id: string) => {
    const { row, body } = await findReceived(work, desk, id)
    if (isOver(row.state)) refuse('conflict', 'consultation-over')
    const kind = body?.asks
    return isInWords(kind) ? { id, kind } : refuse('not-found', 'no-such-page')
  }
  const read = (c: HouseContext): Promise<ReadConsultation<Typed>> =>
    act(c, async (work) => readConsultation(work, desk, await consulted(work, idIn(c))))

  const show = async (c: HouseContext, sent: Typed | undefined, errors: FormErrors) => {
    const language = c.get('language')
    const one = await read(c)
    const typed = sent ?? one.words ?? {}
    const kept = c.req.query('bewaard') !== undefined && !sent
    return page(c, {
      title: t(language).consultation.pageTitle(one.reference),
      breadcrumbs: crumbs(c, 'received'),
      errors,
      content: one.sent
        ? sentAnswerPage(language, { read: one })
        : answerPage(language, { read: one, typed, errors, key: keyIn(typed) ?? newId(), kept }),
    })
  }

  app.get(at, (c) =>
    keeping(c, 'received', { typed: {}, written: [] }, () => show(c, undefined, {})),
  )

  app.post(at, async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const draft = { capacity: textOf(typed, 'capacity'), words: textOf(typed, 'words') }
    return keeping(c, 'received', { typed, written: ['capacity', 'words'] }, async () => {
      const before = await read(c)
      // Signed already: the same form again shows what left.
      if (before.sent) return go(c, paths.answer(id))
      await act(c, async (work) => keepConsultation(work, desk, await consulted(work, id), draft))
      if (textOf(typed, 'act') !== 'sign') return go(c, `${paths.answer(id)}?bewaard=1`)
      const form = readForm(inWordsForm, draft)
      if (!form.ok) return show(c, typed, form.errors)
      requireStepUp(whoIsSignedIn(c), clock())
      await act(c, async (work) =>
        sendConsultation(work, desk, await consulted(work, id), {
          words: draft,
          body: ({ disclosure, by }): AnswerInWords => ({ disclosure, by, ...form.value }),
        }),
      )
      return go(c, paths.answer(id))
    })
  })

  return app
}
