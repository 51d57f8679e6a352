import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import {
  keepConsultation,
  type ReadConsultation,
  readConsultation,
  sendConsultation,
} from './answer-consultation.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerPage, sentAnswerPage } from './pages-consultation.ts'
import { paths } from './paths.ts'
import { counterOf, type RouteParts } from './route-parts.ts'

/** At who was asked something, one walk for every kind of answer: it is kept until it is signed. */
export const consultationRoutes = (
  parts: RouteParts,
  forms: readonly AnswerForm[],
): Hono<HouseEnv> =>
  forms.reduce((app, form) => app.route('/', routesOf(parts, form)), new Hono<HouseEnv>())

function routesOf(parts: RouteParts, form: AnswerForm): Hono<HouseEnv> {
  const { desk, clock, style, requireStepUp } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const at = paths.answer(':id', form.place)

  const show = async (c: HouseContext, sent: Typed | undefined, errors: FormErrors) => {
    const language = c.get('language')
    const consulted = { id: idIn(c), form }
    const read: ReadConsultation<Typed> = await act(c, (work) =>
      readConsultation(work, desk, consulted),
    )
    const typed = sent ?? read.words ?? {}
    const key = keyIn(typed) ?? newId()
    const kept = c.req.query('bewaard') !== undefined && !sent
    return page(c, {
      title: form.words(language).pageTitle(read.reference),
      styles: [style, ...form.styles],
      breadcrumbs: crumbs(c, 'received'),
      errors,
      content: read.sent
        ? sentAnswerPage(language, { form, read, sent: read.sent })
        : answerPage(language, { form, read, typed, errors, key, kept }),
    })
  }

  app.get(at, (c) =>
    keeping(c, 'received', { typed: {}, written: [] }, () => show(c, undefined, {})),
  )

  app.post(at, async (c) => {
    const consulted = { id: idIn(c), form }
    const here = paths.answer(consulted.id, form.place)
    const typed = await typedIn(c)
    const draft = form.draft(typed)
    return keeping(c, 'received', { typed, written: form.written(draft) }, async () => {
      const kept = await act(c, (work) => keepConsultation(work, desk, consulted, draft))
      // Signed already: the same form again shows what left.
      if (!kept) return go(c, here)
      if (textOf(typed, 'act') !== 'sign') return go(c, `${here}?bewaard=1`)
      const read = form.read(draft, dutchDay(clock()))
      if ('errors' in read) return show(c, typed, read.errors)
      requireStepUp(whoIsSignedIn(c), clock())
      const signed = { words: draft, body: read.message }
      await act(c, (work) => sendConsultation(work, desk, consulted, signed))
      return go(c, here)
    })
  })

  return app
}
