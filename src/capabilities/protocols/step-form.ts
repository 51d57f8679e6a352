import type { NewEntry } from '#capabilities/cases/index.ts'
import { Temporal } from '#platform/clock.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { Filled } from './act-in-run.ts'
import type { SchoolStep } from './edition.ts'
import type { Field } from './protocol.ts'

/** What a step's form brought: entries for the case and answers, or per field what is wrong. */
export type ReadStepForm =
  | { readonly ok: true; readonly filled: Filled; readonly danger: boolean }
  | { readonly ok: false; readonly errors: FormErrors }

/** Longest texts, in characters: a story and a line. */
export const longest = { story: 10_000, line: 300 } as const

/** How far ahead a day can lie, such as one on which help should have worked. In days. */
const furthestAhead = 730

const ways = ['talk', 'phone', 'message', 'meeting'] as const
export const contactWays: readonly (typeof ways)[number][] = ways
const origins = ['own', 'hearsay', 'both'] as const
export const factOrigins: readonly (typeof origins)[number][] = origins

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
      entries: told(step, about.language, entries, chosen),
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
      const read = entryIn(field, about.typed)
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

function entryIn(field: Writing, typed: Typed): ReadEntry {
  const { id } = field
  const errors: Record<string, string> = {}
  const own = (name: string): string => textOf(typed, `${id}${name}`).trim()
  const text = own('')
  const beside = ['-source', '-whom', '-reasons', '-innocent'].some((name) => own(name) !== '')
  if (text === '' && field.optional && !(beside && field.kind !== 'contact')) return { errors }
  const need = (name: string, code: string, most: number = longest.line): string => {
    const value = own(name)
    if (value === '') errors[`${id}${name}`] = code
    else if (value.length > most) errors[`${id}${name}`] = 'too-long'
    return value
  }
  const pick = <T extends string>(name: string, among: readonly T[], code: string): T => {
    const found = among.find((one) => one === textOf(typed, `${id}${name}`))
    if (found === undefined) errors[`${id}${name}`] = code
    return found ?? (among[0] as T)
  }
  need('', 'words-missing', longest.story)
  const entry = ((): NewEntry => {
    switch (field.kind) {
      case 'fact':
        return {
          kind: 'fact',
          text,
          source: need('-source', 'source-missing'),
          origin: pick('-origin', origins, 'choose-origin'),
        }
      case 'interpretation':
        return {
          kind: 'interpretation',
          text,
          innocent: linesOf(need('-innocent', 'innocent-missing', longest.story)),
        }
      case 'decision':
        return {
          kind: 'decision',
          text,
          reasons: need('-reasons', 'reasons-missing', longest.story),
          not: pick('-not', ['act', 'not'], 'choose-acting') === 'not',
        }
      case 'contact':
        return {
          kind: 'contact',
          text,
          withWhom: need('-whom', 'whom-missing'),
          how: pick('-how', ways, 'choose-way'),
        }
    }
  })()
  return Object.keys(errors).length > 0 ? { errors } : { entry, errors }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * What was chosen stands with the decision that it belongs to. Where nothing is decided it is a fact of
 * its own: it is not what the source of another fact said.
 */
function told(
  step: SchoolStep,
  language: Language,
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
  return [...entries, { kind: 'fact', text: head, source: title, origin: 'own' }]
}
