import { type NewEntry, readEntryForm } from '#capabilities/cases/index.ts'
import { Temporal } from '#platform/clock.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { Filled } from './act-in-run.ts'
import type { SchoolStep } from './edition.ts'
import type { Field } from './protocol.ts'
import { t } from './words.ts'

/** What a step's form brought: entries for the case and answers, or per field what is wrong. */
export type ReadStepForm =
  | { readonly ok: true; readonly filled: Filled; readonly danger: boolean }
  | { readonly ok: false; readonly errors: FormErrors }

/** Longest reason, in characters. */
export const longestReason = 10_000

/** How far ahead a day can lie, such as one on which help should have worked. In days. */
const furthestAhead = 730

type About = {
  readonly typed: Typed
  readonly language: Language
  /** ISO date */
  readonly today: string
  readonly mayDecide: boolean
}

/** A decision that one may leave out is not asked of who may not decide. */
export const fieldsFor = (form: readonly Field[], mayDecide: boolean): readonly Field[] =>
  form.filter((field) => mayDecide || field.kind !== 'decision' || !field.optional)

export const needsDecision = ({ form }: Pick<SchoolStep, 'form'>): boolean =>
  form.some((field) => field.kind === 'decision' && !field.optional)

/** The form as it opens: what is written down was most often today, and with whom is known at some steps. */
export const filledFor = (form: readonly Field[], language: Language, today: string): Typed =>
  Object.assign(
    {},
    ...form.map((field): Typed => {
      if (field.kind !== 'fact' && field.kind !== 'contact') return {}
      const withWhom = field.kind === 'contact' ? (field.withWhom?.[language] ?? '') : ''
      return { ...datePartsFrom(`${field.id}-on`, today), [`${field.id}-withWhom`]: withWhom }
    }),
  )

export function readStepForm(step: SchoolStep, about: About): ReadStepForm {
  const read = readFields(step.form, about)
  const again = textOf(about.typed, 'again')
  const repeats = step.repeat !== undefined
  const errors =
    repeats && again !== 'yes' && again !== 'no'
      ? { ...read.errors, again: 'choose-answer' }
      : read.errors
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { answers, entries, chosen, danger } = read
  return {
    ok: true,
    danger,
    filled: {
      answers,
      again: again === 'yes',
      entries: told(step, about, entries, chosen),
    },
  }
}

/** What these fields brought, and per field what is wrong. `chosen`: each question with its answer. */
export function readFields(form: readonly Field[], about: About) {
  const errors: Record<string, string> = {}
  const answers: Record<string, readonly string[]> = {}
  const entries: NewEntry[] = []
  const chosen: string[] = []
  let danger = false
  for (const field of fieldsFor(form, about.mayDecide)) {
    if (field.kind === 'choice' || field.kind === 'choices') {
      const picked = pickedIn(field, about.typed)
      if (picked.length === 0) errors[field.id] = 'choose-answer'
      if (excludes(picked)) errors[field.id] = 'none-and-more'
      answers[field.id] = picked.map(({ id }) => id)
      danger ||= picked.some(({ immediate }) => immediate)
      const said = picked.map(({ label }) => label[about.language]).join('; ')
      chosen.push(`${field.label[about.language]} ${said}`)
    } else if (field.kind === 'date') {
      const read = dateIn(field, about, answers)
      if (read.error) errors[field.id] = read.error
      if (read.date) {
        answers[field.id] = [read.date]
        chosen.push(`${field.label[about.language]} ${fullDay(about.language, read.date)}`)
      }
    } else {
      const read = entryIn(field, about)
      Object.assign(errors, read.errors)
      if (read.entry) entries.push(read.entry)
    }
  }
  return { errors: errors as FormErrors, answers, entries, chosen, danger }
}

type Choosing = Extract<Field, { kind: 'choice' | 'choices' }>

function pickedIn(field: Choosing, typed: Typed) {
  const names = field.kind === 'choice' ? [textOf(typed, field.id)] : listOf(typed, field.id)
  return field.options.filter(({ id }) => names.includes(id))
}

/** "None of them" goes with nothing else. */
const excludes = (picked: readonly { readonly id: string }[]): boolean =>
  picked.length > 1 && picked.some(({ id }) => id === 'none')

function dateIn(
  field: Extract<Field, { kind: 'date' }>,
  { typed, today }: About,
  answers: Readonly<Record<string, readonly string[]>>,
): { readonly date?: string | undefined; readonly error?: string } {
  const { onlyIf, ahead, id } = field
  if (onlyIf && !answers[onlyIf.field]?.includes(onlyIf.is)) return {}
  const read = typedDate(datePartsOf(typed, id))
  if (!read.ok) return { error: read.because }
  const { date } = read
  if (date === undefined) return { error: 'date-missing' }
  const latest = Temporal.PlainDate.from(today).add({ days: furthestAhead }).toString()
  if (ahead && date < today) return { error: 'date-in-past' }
  if (ahead && date > latest) return { error: 'date-too-far' }
  if (!ahead && date > today) return { error: 'date-in-future' }
  return { date }
}

type Writing = Extract<Field, { kind: 'fact' | 'interpretation' | 'decision' | 'contact' }>
type ReadEntry = { readonly entry?: NewEntry; readonly errors: FormErrors }

/** Before the names of the fields of one entry. */
export const prefixOf = ({ id }: Pick<Field, 'id'>): string => `${id}-`

/** Fields of an entry in which people write; the rest is filled in already or means nothing alone. */
const written = ['text', 'source', 'innocent', 'reasons'] as const
const chosenOrFilled = ['origin', 'how', 'not', 'withWhom', 'on-day', 'on-month', 'on-year']

/** As the form of a case itself reads it. */
function entryIn(field: Writing, { typed, today }: About): ReadEntry {
  const prefix = prefixOf(field)
  const own = (name: string): string => textOf(typed, `${prefix}${name}`)
  if (field.optional && written.every((name) => own(name).trim() === '')) return { errors: {} }
  const names = [...written, ...chosenOrFilled]
  const read = readEntryForm(field.kind, Object.fromEntries(names.map((name) => [name, own(name)])))
  if (!read.ok) {
    const errors = Object.entries(read.errors)
    return { errors: Object.fromEntries(errors.map(([name, code]) => [`${prefix}${name}`, code])) }
  }
  const { happenedOn } = read.value
  return happenedOn !== undefined && happenedOn > today
    ? { errors: { [`${prefix}on`]: 'date-in-future' } }
    : { entry: read.value, errors: {} }
}

/**
 * What was chosen stands with the decision that it belongs to. Where nothing is decided it is a fact of
 * its own, given today by who did the step: it is not what the source of another fact said.
 */
function told(
  step: SchoolStep,
  { language, today }: About,
  entries: readonly NewEntry[],
  chosen: readonly string[],
): readonly NewEntry[] {
  const title = step.title[language]
  const head = [title, ...chosen].join('\n')
  if (entries.some(({ kind }) => kind === 'decision')) {
    return entries.map((entry) =>
      entry.kind === 'decision' ? { ...entry, text: `${head}\n\n${entry.text}` } : entry,
    )
  }
  if (chosen.length === 0 && entries.length > 0) return entries
  const source = t(language).step.answered
  return [...entries, { kind: 'fact', text: head, source, origin: 'own', happenedOn: today }]
}
