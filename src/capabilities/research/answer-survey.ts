import { z } from 'zod'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { leadsSurveys } from './access.ts'
import { type Answers, readAnswers } from './answers.ts'
import { sealEnvelope } from './envelope.ts'
import { questionnaireOf } from './get-wave.ts'
import {
  findByCode,
  findDraft,
  findSurvey,
  findToSubmit,
  insertEnvelope,
  upsertDraft,
} from './intake-store.ts'
import type { Enclosed } from './open-urn.ts'
import type { Questionnaire } from './questionnaire.ts'
import { codeMac, openAlong, openDraft, sealDraft } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { takesAnswers } from './wave.ts'
import { findWave } from './wave-store.ts'

/** What a school that typed its code sees. */
export type Sitting = {
  readonly questionnaire: Questionnaire
  readonly title: string
  readonly school: string
  readonly municipality: string | undefined
  /** ISO date */
  readonly closesOn: string
  readonly draft: Draft
}

/** Unfinished answers, and the page at which somebody was. */
export type Draft = { readonly answers: Answers; readonly at: number }

export const draft: z.ZodType<Draft> = z.strictObject({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  at: z.int().min(0),
})

/** Where a code belongs. Undefined when nobody was given it, or it was replaced. */
export const findSeat = (
  work: Work,
  { surveyKey }: SurveyDesk,
  code: string,
): ReturnType<typeof findSurvey> => findSurvey(work, codeMac(surveyKey, code))

/** Why a code that exists opens nothing. */
export type Closed = 'answered-already' | 'wave-closed'

/** The questionnaire of a code, with what was filled in before. */
export async function sitDown(
  work: Work,
  { surveys, surveyKey }: SurveyDesk,
  id: string,
  code: string,
): Promise<Sitting | Closed> {
  const mac = codeMac(surveyKey, code)
  const wave = (await findWave(work, id)) ?? refuse('not-found', 'no-such-wave')
  const invited = (await findByCode(work, id, mac)) ?? refuse('not-found', 'no-such-code')
  if (invited.answered_by !== null) return 'answered-already'
  if (!takesAnswers({ state: wave.state, closesOn: wave.closes_on }, dutchDay(work.now))) {
    return 'wave-closed'
  }
  const kept = await findDraft(work, id, mac)
  return {
    questionnaire: questionnaireOf(surveys, wave),
    title: wave.title,
    school: invited.name,
    municipality: invited.municipality ?? undefined,
    closesOn: wave.closes_on,
    draft: kept ? draft.parse(openDraft(surveyKey, code, id, kept.sealed)) : { answers: {}, at: 0 },
  }
}

/** What came along with a form of this code, from before the browser lost it. */
export function draftAlong(
  { surveyKey }: SurveyDesk,
  wave: string,
  code: string,
  sealed: string,
): Draft | undefined {
  const read = draft.safeParse(openAlong(surveyKey, code, wave, sealed))
  return read.success ? read.data : undefined
}

/**
 * Keeps what is filled in so far, so that only this code opens it again: when somebody stops, and at no other moment.
 * How many pages a school saw depends on what it answered, so a row for each page would tell it to who counts rows.
 */
export async function keepAnswers(
  work: Work,
  { surveyKey }: SurveyDesk,
  id: string,
  code: string,
  kept: Draft,
): Promise<void> {
  const wave = await findWave(work, id, 'answer')
  if (!wave || !takesAnswers({ state: wave.state, closesOn: wave.closes_on }, dutchDay(work.now))) {
    return refuse('conflict', 'wave-closed')
  }
  const mac = codeMac(surveyKey, code)
  await upsertDraft(work, id, mac, sealDraft(surveyKey, code, id, kept))
}

/**
 * Puts the answers of a school in the urn: answered, draft gone and envelope in, or nothing of it. Twice counts once.
 * A researcher who does it does it for the school, at the telephone: their trail says so, and nothing about which.
 */
export async function submitAnswers(
  work: Work,
  { surveys, surveyKey }: SurveyDesk,
  id: string,
  code: string,
  given: Answers,
): Promise<'submitted' | Closed> {
  const mac = codeMac(surveyKey, code)
  const byTelephone = leadsSurveys(work.actor)
  if (byTelephone) work.audit({ act: 'survey.answer-by-telephone', subject: id })
  const found = (await findToSubmit(work, id, mac)) ?? refuse('not-found', 'no-such-code')
  if (found.answered_by !== null) return 'answered-already'
  const { state, closes_on: closesOn, public_key: publicKey, stratum } = found
  if (!takesAnswers({ state, closesOn }, dutchDay(work.now))) return 'wave-closed'
  if (!publicKey) throw new Error('A wave is open without a key.')
  const read = readAnswers(questionnaireOf(surveys, found), given)
  const answers = read.ok ? read.answers : refuse('invalid', 'no-answers')
  const content: Enclosed = { stratum, answers }
  const sealed = sealEnvelope(publicKey, id, content)
  const by = byTelephone ? 'telephone' : 'web'
  if (!(await insertEnvelope(work, id, { mac, by, sealed }))) return 'answered-already'
  return 'submitted'
}
