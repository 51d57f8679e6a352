import { Hono } from 'hono'
import type { PageParts } from '#design/page/page.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { assessmentFrom, draftFrom } from './assessment.ts'
import { keepAssessment, readOwnAssessment, sendAssessment } from './give-assessment.ts'
import { assessmentPage, sentAssessmentPage } from './pages-assessment.ts'
import { paths } from './paths.ts'
import type { RouteParts } from './route-parts.ts'
import { sentences, t } from './words.ts'

const at = '/ontvangen/:id/beoordeling'

/** At who was asked: the form of the assessment, kept until it is signed. */
export function assessmentRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, law, clock, inTransaction, respond, requireStepUp, style } = parts
  const { worksheet } = desk
  const app = new Hono<HouseEnv>()
  const act = <T>(c: HouseContext, verb: (work: Work) => Promise<T>): Promise<T> =>
    inTransaction(whoIsSignedIn(c).actor, 'share', verb, c.get('requestId'))
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)
  const today = () => dutchDay(clock())

  const page = (c: HouseContext, shown: PageParts & { readonly status?: 200 | 422 }) => {
    const language = c.get('language')
    const id = idIn(c)
    return respond(c, {
      styles: [style],
      under: link(language, '/ontvangen'),
      breadcrumbs: [
        { text: t(language).assessment.received, href: link(language, '/ontvangen') },
        { text: t(language).assessment.delivery, href: link(language, paths.received(id)) },
      ],
      ...shown,
    })
  }

  const show = async (c: HouseContext, sent: Typed | undefined, errors: FormErrors) => {
    const language = c.get('language')
    const read = await act(c, (work) => readOwnAssessment(work, desk, idIn(c)))
    const title = t(language).assessment.pageTitle(read.reference)
    const signed = read.sent && assessmentFrom(read.words ?? {}, { ...worksheet, today: today() })
    if (signed && 'value' in signed) {
      const content = sentAssessmentPage(language, { worksheet, read, assessment: signed.value })
      return page(c, { title, content })
    }
    const typed = sent ?? read.words ?? {}
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title,
      error: wrong,
      status: wrong ? 422 : 200,
      content: assessmentPage(language, {
        ...{ worksheet, law, read, typed },
        wrong: sentences(language, errors),
        key: keyIn(typed) ?? newId(),
        kept: c.req.query('bewaard') !== undefined && !sent,
      }),
    })
  }

  /** Whatever refuses on the way brings back what was typed. */
  const keeping = (c: HouseContext, typed: Typed, answer: () => Promise<Response>) => {
    const language = c.get('language')
    const { received, delivery, over } = t(language).assessment
    return keepingTyped(
      language,
      {
        typed,
        written: Object.keys(draftFrom(typed, worksheet.elements)).filter(
          (name) => name !== 'facts' && !name.startsWith('qualifiedOn'),
        ),
        look: async ({ because }) =>
          because === 'consultation-over' || because === 'accept-first'
            ? {
                sentence: over[because],
                link: { text: delivery, href: link(language, paths.received(idIn(c))) },
              }
            : undefined,
        otherwise: { text: received, href: link(language, '/ontvangen') },
        show: (shown) => respond(c, { ...shown, under: link(language, '/ontvangen') }),
      },
      answer,
    )
  }

  app.get(at, (c) => keeping(c, {}, () => show(c, undefined, {})))

  app.post(at, async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const draft = draftFrom(typed, worksheet.elements)
    return keeping(c, typed, async () => {
      const before = await act(c, (work) => readOwnAssessment(work, desk, id))
      // Signed already: the same form again shows what left.
      if (before.sent) return go(c, paths.assessment(id))
      await act(c, (work) => keepAssessment(work, desk, id, draft))
      if (textOf(typed, 'act') !== 'sign') return go(c, `${paths.assessment(id)}?bewaard=1`)
      const form = assessmentFrom(draft, { ...worksheet, today: today() })
      if ('errors' in form) return show(c, typed, form.errors)
      requireStepUp(whoIsSignedIn(c), clock())
      const signed = { typed: draft, assessment: form.value }
      await act(c, (work) => sendAssessment(work, desk, id, signed))
      return go(c, paths.assessment(id))
    })
  })

  return app
}
