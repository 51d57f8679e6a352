import { z } from 'zod'
import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { LookQuestion } from './instrument-pack.ts'
import { type LookAnswer, type LookWords, lookAnswers } from './look.ts'
import {
  accompanimentErrors,
  type ChoiceList,
  type FormedKind,
  type NoteField,
  type NoteWords,
  noteForms,
} from './note.ts'
import type { NewArrest } from './open-arrest.ts'
import { momentIn } from './typed-moment.ts'

/** Reading what was typed. Everything that is wrong is said at once; messages are codes. */

export type FormRead<T> = { readonly value: T } | { readonly errors: FormErrors }

/** Characters. */
export const longest = { line: 200, story: 10_000 } as const

/** What there is to choose from, by list. */
export type Choices = Readonly<
  Record<ChoiceList, readonly { readonly value: string; readonly label: string }[]>
>

export type NoteRead = {
  readonly code: string | undefined
  readonly at: Temporal.Instant
  readonly until: Temporal.Instant | undefined
  readonly words: NoteWords
}

export function readNote(
  kind: FormedKind,
  typed: Typed,
  choices: Choices,
  now: Temporal.Instant,
): FormRead<NoteRead> {
  const errors: Record<string, string> = {}
  const words: Record<string, string | readonly string[]> = {}
  const moments: Record<string, Temporal.Instant> = {}
  let code: string | undefined
  const fields: readonly NoteField[] = noteForms[kind]
  for (const field of fields) {
    const { name, needed } = field
    const known = field.from && new Set(choices[field.from].map(({ value }) => value))
    if (field.input === 'at' || field.input === 'until') {
      const read = momentIn(typed, name)
      if ('errors' in read) Object.assign(errors, read.errors)
      else if (read.value) moments[name] = read.value
      else if (needed) errors[name] = 'date-missing'
    } else if (field.input === 'some') {
      const chosen = listOf(typed, name).filter((one) => known?.has(one))
      if (needed && chosen.length === 0) errors[name] = 'choose'
      words[name] = chosen
    } else if (field.input === 'one' || field.input === 'code') {
      const chosen = textOf(typed, name)
      const right = known?.has(chosen) ?? false
      if (needed ? !right : chosen !== '' && !right) errors[name] = 'choose'
      if (field.input === 'code') code = chosen
      else words[name] = chosen
    } else {
      const text = textOf(typed, name).trim()
      if (needed && text === '') errors[name] = 'words-missing'
      if (text.length > longest[field.input]) errors[name] = 'too-long'
      words[name] = text
    }
  }
  const { at, until } = moments
  if (at && Temporal.Instant.compare(at, now) > 0) errors.at ??= 'moment-future'
  if (at && until && Temporal.Instant.compare(until, at) <= 0) errors.until ??= 'until-before'
  if (until && Temporal.Instant.compare(until, now) > 0) errors.until ??= 'moment-future'
  if (kind === 'accompaniment') Object.assign(errors, accompanimentErrors(words))
  if (!at || Object.keys(errors).length > 0) return { errors }
  return { value: { code, at, until, words } }
}

const line = z.string().trim().max(longest.line, 'too-long').default('')
const story = z.string().trim().max(longest.story, 'too-long').default('')

const arrestForm = z.object({
  name: line,
  age: z
    .string()
    .trim()
    .regex(/^\d{0,2}$/, 'age-strange')
    .default(''),
  language: line,
  place: line,
  offenceWords: story,
  offence: z.enum(['pre-trial-detention', 'no-pre-trial-detention', 'unknown'], 'choose'),
  text: story,
  source: line,
})

/** The first form at the desk: only when, and whether pre-trial detention is possible, must be answered. */
export function readArrest(
  typed: Typed,
  offenceIds: readonly string[],
  now: Temporal.Instant,
): FormRead<Omit<NewArrest, 'key'>> {
  const read = readForm(arrestForm, typed)
  const errors: Record<string, string> = { ...(read.ok ? {} : read.errors) }
  const born = typedDate(datePartsOf(typed, 'born'))
  if (!born.ok) errors.born = born.because
  const at = momentIn(typed, 'at')
  if ('errors' in at) Object.assign(errors, at.errors)
  else if (!at.value) errors.at = 'date-missing'
  else if (Temporal.Instant.compare(at.value, now) > 0) errors.at = 'moment-future'
  if (born.ok && (born.date ?? '') > dutchDay(now)) errors.born = 'date-impossible'
  const factOn = typedDate(datePartsOf(typed, 'factOn'))
  if (!factOn.ok) errors.factOn = factOn.because
  else if (factOn.date && 'value' in at && at.value && factOn.date > dutchDay(at.value))
    errors.factOn = 'fact-after'
  const told = textOf(typed, 'text').trim()
  if (told !== '' && textOf(typed, 'source').trim() === '') errors.source = 'source-missing'
  const arrestedAt = 'value' in at ? at.value : undefined
  if (!read.ok || !born.ok || !factOn.ok || !arrestedAt || Object.keys(errors).length > 0)
    return { errors }
  const { name, age, language, place, offenceWords, offence, text, source } = read.value
  return {
    value: {
      person: {
        name,
        born: born.date ?? '',
        toldAge: age === '' ? undefined : Number(age),
        language,
      },
      arrestedAt,
      factOn: factOn.date ?? '',
      place,
      offences: listOf(typed, 'offences').filter((id) => offenceIds.includes(id)),
      offenceWords,
      offence,
      fact: text === '' ? undefined : { text, source },
    },
  }
}

/** The fields beside an answer: what was seen, and apart from it what else it can be. */
export const seenField = (id: string): string => `${id}-seen`
export const besideField = (id: string): string => `${id}-beside`

export type LookRead = { readonly further: boolean; readonly words: LookWords }

/** Every question answered, and whether to look further with the words of why. */
export function readLook(
  typed: Typed,
  questions: readonly LookQuestion[],
  language: 'nl' | 'en',
): FormRead<LookRead> {
  const errors: Record<string, string> = {}
  const answers = questions.map((question) => {
    const { id, asks } = question
    const seen = textOf(typed, seenField(id)).trim()
    const beside = textOf(typed, besideField(id)).trim()
    const read = answerTo(question, textOf(typed, id), seen)
    // An open question has its words as its first field.
    if ('error' in read) errors[question.answer === 'words' ? seenField(id) : id] = read.error
    if (seen.length > longest.story) errors[seenField(id)] = 'too-long'
    if (beside.length > longest.story) errors[besideField(id)] = 'too-long'
    const answer = 'answer' in read ? read.answer : 'unknown'
    return { question: id, asked: asks[language], answer, seen, beside }
  })
  const further = textOf(typed, 'further')
  if (further !== 'yes' && further !== 'no') errors.further = 'choose'
  const because = textOf(typed, 'because').trim()
  if (because === '') errors.because = 'because-missing'
  if (because.length > longest.story) errors.because = 'too-long'
  if (Object.keys(errors).length > 0) return { errors }
  return { value: { further: further === 'yes', words: { answers, because } } }
}

type Answered = { readonly answer: LookAnswer } | { readonly error: string }

function answerTo({ answer }: LookQuestion, chosen: string, seen: string): Answered {
  if (answer === 'observed') {
    const known = lookAnswers.find((one) => one === chosen)
    return known ? { answer: known } : { error: 'answer-missing' }
  }
  if (seen !== '') return chosen === '' ? { answer: 'told' } : { error: 'told-and-unknown' }
  return chosen === 'unknown' ? { answer: 'unknown' } : { error: 'told-or-unknown' }
}

const reasons = z
  .string('reasons-missing')
  .trim()
  .min(1, 'reasons-missing')
  .max(longest.story, 'too-long')

const stepForm = z.object({ reasons, without: story })

/** Why something is corrected; whether it must be said is for the verb. */
export const readWhy = (typed: Typed) => readForm(z.object({ reasons: story }), typed)

export const readStep = (typed: Typed) => readForm(stepForm, typed)

const tellingForm = z.object({
  done: z.enum(['yes', 'no'], 'choose'),
  exception: z.string().default(''),
  instead: z.string().default(''),
  text: z.string('words-missing').trim().min(1, 'words-missing').max(longest.story, 'too-long'),
})

export function readTelling(typed: Typed, now: Temporal.Instant) {
  const read = readForm(tellingForm, typed)
  const at = momentIn(typed, 'at')
  const wrong = 'errors' in at ? at.errors : overErrors(at.value, now)
  const errors = { ...(read.ok ? {} : read.errors), ...wrong }
  if (!read.ok || 'errors' in at || !at.value || Object.keys(wrong).length > 0)
    return { errors } as const
  const { done, ...rest } = read.value
  return { value: { ...rest, done: done === 'yes', at: at.value } } as const
}

const overErrors = (at: Temporal.Instant | undefined, now: Temporal.Instant): FormErrors =>
  !at
    ? { at: 'date-missing' }
    : Temporal.Instant.compare(at, now) > 0
      ? { at: 'moment-future' }
      : {}

const circleForm = z.object({
  personId: z.uuid('choose'),
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(longest.story, 'too-long'),
})
export const readCircle = (typed: Typed) => readForm(circleForm, typed)

const reasonForm = circleForm.pick({ reason: true })
export const readReason = (typed: Typed) => readForm(reasonForm, typed)
