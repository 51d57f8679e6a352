import { Hono } from 'hono'
import { z } from 'zod'
import type { SystemActor } from '#platform/actor.ts'
import { noOrganisation } from '#platform/actor.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { byAddress, limit } from '#platform/http/limit.ts'
import { typedIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { ShortLivedCookie } from '#platform/http/short-lived-cookie.ts'
import { isId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { leadsSurveys } from './access.ts'
import {
  type Closed,
  type Draft,
  draft,
  draftAlong,
  findSeat,
  keepAnswers,
  type Sitting,
  sitDown,
  submitAnswers,
} from './answer-survey.ts'
import { fieldOf, givenIn, mergedWith } from './answering-form.ts'
import { type Answers, askedOf, readAnswers } from './answers.ts'
import {
  beginPage,
  checkPage,
  closedPage,
  codeAgainPage,
  donePage,
  keptPage,
  stepPage,
} from './page-answering.ts'
import type { Questionnaire } from './questionnaire.ts'
import { askedOn, stepBeside, stepsOf } from './steps.ts'
import { codeFrom, sealAlong } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { surveyPaths } from './survey-paths.ts'

/**
 * Where somebody is and what they filled in so far: never in an address, sealed in the browser, and not in the database
 * before they stop or send.
 */
export const seat = z.strictObject({
  code: z.string(),
  organisation: z.string().refine(isId),
  wave: z.string().refine(isId),
  draft,
})
export type Seat = z.infer<typeof seat>
type Found = Omit<Seat, 'draft'>

/** Requests that leave no line in the log: how many pages a school saw tells what it answered. */
export const unlogged = /^\/onderzoek(\/|$)/

type Parts = {
  readonly desk: SurveyDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly cookie: ShortLivedCookie<Seat>
  /** reverse proxies in front of the server */
  readonly proxies: number
  /** of the demonstration */
  readonly demoCodes: readonly string[]
}

/** A school types its code once; a whole building may share one address. */
const perAddress = { points: 100, seconds: 300 }
const perCode = { points: 20, seconds: 300 }

const asSurvey = (organisationId: string): SystemActor => ({
  kind: 'system',
  name: 'survey',
  organisationId,
})

/** Public pages: a school answers with its code alone, without an account and without scripts. */
export function answeringRoutes(parts: Parts): Hono<HouseEnv> {
  const { desk, inTransaction, respond, cookie, proxies, demoCodes } = parts
  const app = new Hono<HouseEnv>()
  const codes = new WeakMap<HouseContext, string>()
  const addressLimit = limit({ ...perAddress, key: byAddress(proxies) })
  const codeLimit = limit({ ...perCode, key: (c) => codes.get(c) ?? 'unknown' })

  const ask = <T>(c: HouseContext, organisation: string, verb: (work: Work) => Promise<T>) =>
    inTransaction(asSurvey(organisation), 'ask-schools', verb, c.get('requestId'))

  /** Whoever leads this survey and types the code of a school answers for it, at the telephone. */
  const interviewer = (c: HouseContext, organisation?: string) => {
    const actor = c.get('signedIn')?.actor
    const leads = actor && leadsSurveys(actor) ? actor : undefined
    return organisation === undefined || leads?.organisationId === organisation ? leads : undefined
  }

  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  /** The seat of a typed code, or why there is none. Counted, so that nobody can try them all. */
  async function seatOf(c: HouseContext, typed: Typed): Promise<Found | FormErrors> {
    await addressLimit(c, async () => {})
    const code = codeFrom(textOf(typed, 'code'))
    if (code === undefined) return { code: 'code-strange' }
    codes.set(c, code)
    await codeLimit(c, async () => {})
    const found = await ask(c, noOrganisation, (work) => findSeat(work, desk, code))
    if (!found) return { code: 'code-unknown' }
    return { code, organisation: found.organisationId, wave: found.wave }
  }

  const sit = (c: HouseContext, { organisation, wave, code }: Found) =>
    ask(c, organisation, (work) => sitDown(work, desk, wave, code))

  const closed = (c: HouseContext, because: Closed) => {
    cookie.clear(c)
    return respond(c, { ...closedPage(c.get('language'), because), status: 409 })
  }

  const showBegin = (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const view = { typed, errors, demoCodes, interviewer: interviewer(c) !== undefined }
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return respond(c, { ...beginPage(c.get('language'), view), status })
  }

  app.get(surveyPaths.begin, (c) => showBegin(c, {}, {}))

  app.post(surveyPaths.begin, async (c) => {
    const typed = await typedIn(c)
    const found = await seatOf(c, typed)
    if (!isSeat(found)) return showBegin(c, typed, found)
    const sitting = await sit(c, found)
    if (typeof sitting === 'string') return closed(c, sitting)
    cookie.write(c, { ...found, draft: sitting.draft })
    return go(c, whereOf(sitting.questionnaire, sitting.draft.at))
  })

  app.get(surveyPaths.kept, (c) => respond(c, keptPage(c.get('language'))))
  app.get(surveyPaths.done, (c) =>
    respond(c, donePage(c.get('language'), interviewer(c) !== undefined)),
  )

  /** With the code of this browser, or the one that is typed along with a form that came too late. */
  async function seated(
    c: HouseContext,
    typed: Typed | undefined,
    path: string,
    answer: (seat: Seat, sitting: Sitting) => Promise<Response>,
  ): Promise<Response> {
    const held = cookie.read(c)
    let place: Found | undefined = held
    if (!place) {
      if (!typed) return go(c, surveyPaths.begin)
      const first = textOf(typed, 'code') === ''
      const found = first ? {} : await seatOf(c, typed)
      if (!isSeat(found)) {
        const page = codeAgainPage(c.get('language'), { typed, errors: found, action: path })
        return respond(c, { ...page, status: 422 })
      }
      place = found
    }
    const sitting = await sit(c, place).catch(unlessUnknown)
    if (!sitting) {
      cookie.clear(c)
      return showBegin(c, {}, { code: 'code-unknown' })
    }
    if (typeof sitting === 'string') return closed(c, sitting)
    const { code, organisation, wave } = place
    const along = typed && draftAlong(desk, wave, code, textOf(typed, 'before'))
    const seat = { code, organisation, wave, draft: held?.draft ?? along ?? sitting.draft }
    // Whoever goes on keeps on being let in.
    cookie.write(c, seat)
    return answer(seat, sitting)
  }

  const later = async (
    c: HouseContext,
    { organisation, wave, code }: Found,
    { answers, at }: Draft,
  ) => {
    await ask(c, organisation, (work) => keepAnswers(work, desk, wave, code, { answers, at }))
    cookie.clear(c)
    return go(c, surveyPaths.kept)
  }

  /** What a page shows of where somebody is. */
  const viewOf = (
    c: HouseContext,
    { code, organisation, wave, draft }: Seat,
    sitting: Sitting,
  ) => ({
    questionnaire: sitting.questionnaire,
    school: sitting.school,
    municipality: sitting.municipality,
    answers: draft.answers,
    along: sealAlong(desk.surveyKey, code, wave, draft),
    interviewer: interviewer(c, organisation) !== undefined,
  })

  const showStep = (
    c: HouseContext,
    place: Seat,
    sitting: Sitting,
    shown: { at: number; typed: Typed; errors: FormErrors; fromCheck: boolean },
  ) => {
    const view = { ...viewOf(c, place, sitting), ...shown }
    const status = Object.keys(shown.errors).length > 0 ? 422 : 200
    return respond(c, { ...stepPage(c.get('language'), view), status })
  }

  app.get('/onderzoek/vragen/:at', (c) => {
    const at = pageIn(c)
    return seated(c, undefined, surveyPaths.begin, async (place, sitting) => {
      const { questionnaire } = sitting
      const { draft } = place
      const step = stepsOf(questionnaire)[at] ?? refuse('not-found', 'no-such-page')
      if (askedOn(questionnaire, step, draft.answers).length === 0) {
        return go(c, whereOf(questionnaire, stepBeside(questionnaire, draft.answers, at, 1)))
      }
      const fromCheck = c.req.query('van') === 'controle'
      return showStep(c, place, sitting, { at, typed: {}, errors: {}, fromCheck })
    })
  })

  app.post('/onderzoek/vragen/:at', async (c) => {
    const at = pageIn(c)
    const typed = await typedIn(c)
    return seated(c, typed, surveyPaths.page(at + 1), async (place, sitting) => {
      const { questionnaire } = sitting
      const { draft } = place
      const step = stepsOf(questionnaire)[at] ?? refuse('not-found', 'no-such-page')
      const asked = askedOn(questionnaire, step, draft.answers)
      const merged = mergedWith(draft.answers, asked, givenIn(typed, asked))
      const read = readAnswers(questionnaire, merged)
      const fromCheck = textOf(typed, 'from') === 'check'
      if (!read.ok) {
        const errors = Object.fromEntries(
          read.wrong.map(({ question, because }) => [fieldOf(question), because]),
        )
        return showStep(c, place, sitting, { at, typed, errors, fromCheck })
      }
      const { answers } = read
      const way = textOf(typed, 'go')
      if (way === 'later') return later(c, place, { answers, at })
      const to =
        way === 'back'
          ? (stepBeside(questionnaire, answers, at, -1) ?? at)
          : fromCheck
            ? newlyAsked(questionnaire, draft.answers, answers)
            : stepBeside(questionnaire, answers, at, 1)
      const next = to ?? stepsOf(questionnaire).length
      cookie.write(c, { ...place, draft: { answers, at: next } })
      return go(c, whereOf(questionnaire, to))
    })
  })

  app.get(surveyPaths.check, (c) =>
    seated(c, undefined, surveyPaths.begin, async (place, sitting) =>
      respond(c, checkPage(c.get('language'), viewOf(c, place, sitting))),
    ),
  )

  app.post(surveyPaths.check, async (c) => {
    const typed = await typedIn(c)
    return seated(c, typed, surveyPaths.check, async (place, { questionnaire }) => {
      const { organisation, wave, code, draft } = place
      if (textOf(typed, 'go') === 'later') {
        return later(c, place, { ...draft, at: stepsOf(questionnaire).length })
      }
      const who = interviewer(c, organisation) ?? asSurvey(organisation)
      const result = await inTransaction(
        who,
        'ask-schools',
        (work) => submitAnswers(work, desk, wave, code, draft.answers),
        c.get('requestId'),
      )
      if (result !== 'submitted') return closed(c, result)
      cookie.clear(c)
      return go(c, surveyPaths.done)
    })
  })

  return app
}

const isSeat = (found: Found | FormErrors): found is Found => 'wave' in found

/** A page of questions, or the last look behind all of them. */
const whereOf = (questionnaire: Questionnaire, at: number | undefined): string =>
  at === undefined || at >= stepsOf(questionnaire).length
    ? surveyPaths.check
    : surveyPaths.page(at + 1)

/** Where the first question stands that is only asked because of what was changed. */
function newlyAsked(
  questionnaire: Questionnaire,
  before: Answers,
  after: Answers,
): number | undefined {
  const earlier = new Set(askedOf(questionnaire, before).map(({ id }) => id))
  const added = askedOf(questionnaire, after).find(({ id }) => !earlier.has(id))
  if (!added) return undefined
  return stepsOf(questionnaire).findIndex(({ questions }) =>
    questions.some(({ id }) => id === added.id),
  )
}

/** From 0; an address that is no page is not here. */
function pageIn(c: HouseContext): number {
  const typed = c.req.param('at') ?? ''
  return /^[1-9]\d?$/.test(typed) ? Number(typed) - 1 : refuse('not-found', 'no-such-page')
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.kind !== 'not-found') throw error
}
