import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'
import { longest } from './preparation.ts'

/** Whether it was told that not everything can stay secret. */
export const secrecyAnswers = ['told', 'not-told'] as const
export type SecrecyAnswer = (typeof secrecyAnswers)[number]

/**
 * Languages in which a conversation is often held, so that a page which is read aloud pronounces the words
 * as they were spoken. `other` says nothing about the language.
 */
export const spokenLanguages = [
  'nl',
  'en',
  'ar',
  'tr',
  'pl',
  'pap',
  'fr',
  'es',
  'de',
  'bg',
  'ro',
  'uk',
  'fa',
  'so',
  'ti',
  'other',
] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** The sealed words about how a conversation went; what was said stands in its passages. */
export type Account = {
  /** ISO date */
  readonly heldOn: string
  readonly present: string
  readonly secrecy: SecrecyAnswer
  /** in which words it was told, or why it was not */
  readonly secrecyWords: string
  /** who hears what of it */
  readonly told: string
  readonly spoken: SpokenLanguage
}

type Read =
  | { readonly ok: true; readonly value: Account; readonly summary: string }
  | { readonly ok: false; readonly errors: FormErrors }

/** Reads the form of an account. Errors are codes, in the order of the page. `today` is an ISO date. */
export function accountFrom(typed: Typed, today: string): Read {
  const text = (name: string) => textOf(typed, name).trim()
  const held = typedDate(datePartsOf(typed, 'held'))
  const secrecy = secrecyAnswers.find((one) => one === text('secrecy'))
  const spoken = spokenLanguages.find((one) => one === text('spoken')) ?? 'nl'
  const errors: Record<string, string> = {}
  const wrong = (name: string, code: string | false | undefined) => {
    if (code) errors[name] ??= code
  }
  const tooLong = (name: string, most: number) =>
    wrong(name, text(name).length > most && 'too-long')
  wrong('held', !held.ok && held.because)
  wrong('held', held.ok && held.date === undefined && 'held-missing')
  wrong('held', held.ok && held.date !== undefined && held.date > today && 'date-in-future')
  wrong('present', text('present') === '' && 'present-missing')
  tooLong('present', longest.text)
  wrong('secrecy', !secrecy && 'choose-secrecy')
  wrong('secrecyWords', secrecy && text('secrecyWords') === '' && 'secrecy-words')
  tooLong('secrecyWords', longest.text)
  wrong('summary', text('summary') === '' && 'summary-missing')
  tooLong('summary', longest.words)
  wrong('told', text('told') === '' && 'told-missing')
  tooLong('told', longest.text)
  if (Object.keys(errors).length > 0 || !held.ok || held.date === undefined || !secrecy) {
    return { ok: false, errors }
  }
  return {
    ok: true,
    summary: text('summary'),
    value: {
      heldOn: held.date,
      present: text('present'),
      secrecy,
      secrecyWords: text('secrecyWords'),
      told: text('told'),
      spoken,
    },
  }
}

/** The form with this account filled in. */
export const typedAccount = (one: Account, summary: string): Typed => ({
  ...datePartsFrom('held', one.heldOn),
  present: one.present,
  secrecy: one.secrecy,
  secrecyWords: one.secrecyWords,
  summary,
  told: one.told,
  spoken: one.spoken,
})
