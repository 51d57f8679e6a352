import { z } from 'zod'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { type Agreement, agreed, type Voice } from './agreement.ts'
import {
  endings,
  type GoalAnswer,
  goalAnswers,
  type PlacementAct,
  type PlacementWords,
  reporters,
  wishes,
} from './placement.ts'
import type { Evaluation } from './placement-acts.ts'

/** Characters in one field of words; a story with room to spare. */
export const longest = { line: 200, words: 10_000, goals: 6 }

const words = z.string('words-missing').trim().max(longest.words, 'too-long').default('')
const needed = (code: string) => z.string(code).trim().min(1, code).max(longest.words, 'too-long')
const line = z.string('words-missing').trim().max(longest.line, 'too-long').default('')

const goalsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim().replaceAll(/\s+/g, ' '))
    .filter((each) => each !== '')

/** Messages are codes. */
const proposal = z.object({
  read: z.literal('yes', 'read-first'),
  question: needed('question-missing'),
  wish: z.enum(wishes, 'choose-wish'),
  wishWords: words,
  goals: words
    .transform(goalsIn)
    .pipe(
      z
        .array(z.string().max(longest.line, 'too-long'))
        .min(1, 'goals-missing')
        .max(longest.goals, 'too-many-goals'),
    ),
  contact: line,
  otherTitle: line,
  otherAbout: words,
})

export type FormRead<T> = { readonly value: T } | { readonly errors: FormErrors }

/** `other`: help that the catalogue does not know, which needs a name and a description. */
export function readProposal(typed: Typed, other: boolean): FormRead<PlacementWords> {
  const read = readForm(proposal, typed)
  const missing = (name: string) => other && textOf(typed, name).trim() === ''
  const errors: FormErrors = {
    ...(missing('otherTitle') ? { otherTitle: 'other-missing' } : {}),
    ...(missing('otherAbout') ? { otherAbout: 'other-missing' } : {}),
    ...(read.ok ? {} : read.errors),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { errors }
  const { read: _, otherTitle, otherAbout, ...rest } = read.value
  return {
    value: { ...rest, otherTitle: other ? otherTitle : '', otherAbout: other ? otherAbout : '' },
  }
}

const voiceFields = {
  pupil: z.enum(['yes', 'no', 'not-asked'], 'choose-said'),
  pupilWords: needed('voice-missing'),
  parents: z.enum(['yes', 'no', 'not-asked'], 'choose-said'),
  parentsWords: needed('voice-missing'),
}

const isoDay = z.string()

/** What each act's page must bring; `on` is the day it happened, `ask` when to ask again. */
const actForms = {
  agree: z.object({ on: isoDay, is16: z.enum(['yes', 'no'], 'choose-16'), ...voiceFields }),
  decline: z.object({
    on: isoDay,
    by: z.enum(['pupil', 'parents', 'both'], 'choose-who'),
    text: needed('words-missing'),
  }),
  withdraw: z.object({ on: isoDay, text: needed('words-missing') }),
  start: z.object({ on: isoDay, ask: isoDay, text: words }),
  report: z.object({
    on: isoDay,
    ask: isoDay,
    from: z.enum(reporters, 'choose-from'),
    text: needed('words-missing'),
  }),
  end: z.object({ on: isoDay, because: z.enum(endings, 'choose-because'), text: words }),
  evaluate: z.object({ on: isoDay }),
} as const satisfies Record<PlacementAct, z.ZodType>

export type ActRead<A extends PlacementAct> = z.infer<(typeof actForms)[A]>

/** The form of an act; everything wrong is said at once. */
export function readAct<A extends PlacementAct>(act: A, typed: Typed): FormRead<ActRead<A>> {
  const schema: z.ZodType<unknown> = actForms[act]
  const asks = act === 'start' || act === 'report'
  const read = readDatedForm(schema, typed, {
    on: 'needed',
    ...(asks ? { ask: 'optional' as const } : {}),
  })
  // The schema of this act made it.
  return read.ok ? { value: read.value as ActRead<A> } : { errors: read.errors }
}

/** The day on which to ask again: none, or a day that is still to come. */
export const readAskOn = (ask: string, today: string): FormRead<string | undefined> =>
  ask !== '' && ask < today ? { errors: { ask: 'date-past' } } : { value: ask || undefined }

/** What pupil and parents said, or why that is no agreement. */
export function readAgreement(given: ActRead<'agree'>): FormRead<Agreement> {
  const voice = (said: 'yes' | 'no' | 'not-asked', text: string): Voice =>
    said === 'not-asked' ? { asked: false, why: text } : { asked: true, said, words: text }
  const agreement = {
    is16: given.is16 === 'yes',
    pupil: voice(given.pupil, given.pupilWords),
    parents: voice(given.parents, given.parentsWords),
  }
  const answer = agreed(agreement)
  if (answer.ok) return { value: agreement }
  return {
    errors: { [answer.because === 'parents-said-no' ? 'parents' : 'pupil']: answer.because },
  }
}

export const goalField = (index: number): string => `goal-${index + 1}`
export const goalWhyField = (index: number): string => `goal-${index + 1}-why`

/** An answer for every goal, and the pupil's own voice or why it is not there. */
export function readEvaluation(typed: Typed, goals: readonly string[]): FormRead<Evaluation> {
  const errors: Record<string, string> = {}
  const answered = goals.map((goal, index) => {
    const answer = goalAnswers.find((one) => one === textOf(typed, goalField(index)))
    if (!answer) errors[goalField(index)] = 'choose-goal'
    const why = textOf(typed, goalWhyField(index)).trim()
    if (why.length > longest.words) errors[goalWhyField(index)] = 'too-long'
    return { goal, answer: answer as GoalAnswer, why }
  })
  const pupilVoice = textOf(typed, 'pupilVoice').trim()
  const whyNoVoice = textOf(typed, 'whyNoVoice').trim()
  if (pupilVoice === '' && whyNoVoice === '') errors.pupilVoice = 'voice-or-why'
  for (const name of ['pupilVoice', 'whyNoVoice']) {
    if (textOf(typed, name).length > longest.words) errors[name] = 'too-long'
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { value: { goals: answered, pupilVoice, whyNoVoice } }
}

/** The acts that have a page of their own, and the end of its address. */
export const actPaths = {
  agree: 'afspraak',
  decline: 'niet-gewild',
  withdraw: 'intrekken',
  start: 'begin',
  report: 'verslag',
  end: 'einde',
  evaluate: 'evaluatie',
} as const satisfies Record<PlacementAct, string>
