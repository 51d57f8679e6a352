import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'

/** One question of a form: how it is asked, and so how it is read. */
export type Field = {
  readonly name: string
  readonly as: 'line' | 'words' | 'date' | 'choice' | 'facts' | 'offences' | 'forms' | 'colleague'
  readonly optional?: true
  /** of a choice */
  readonly choices?: readonly string[]
  /** lines to begin with */
  readonly rows?: number
}

export type Values<F extends readonly Field[]> = {
  readonly [E in F[number] as E['name']]: E extends { as: 'facts' | 'offences' | 'forms' }
    ? readonly string[]
    : E extends { as: 'choice'; choices: readonly (infer C)[] }
      ? C
      : string
}

export type FormRead<T> = { readonly value: T } | { readonly errors: FormErrors }

/** Characters: a line, and a story with room to spare. */
const longest = { line: 300, words: 20_000, facts: 500, forms: 50 }

/** Reads every field of a form; all that is wrong is said at once, in codes. A date comes as an ISO date. */
export function readFields<const F extends readonly Field[]>(
  fields: F,
  typed: Typed,
): FormRead<Values<F>> {
  const value: Record<string, string | readonly string[]> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const read = readField(field, typed)
    if (read.error) errors[field.name] = read.error
    else value[field.name] = read.value
  }
  // Every name of F was read in its own way above.
  return Object.keys(errors).length > 0 ? { errors } : { value: value as Values<F> }
}

type ReadOne = { readonly value: string | readonly string[]; readonly error?: string }

function readField({ name, as, optional, choices = [] }: Field, typed: Typed): ReadOne {
  if (as === 'facts' || as === 'offences') {
    const ids = [...new Set(listOf(typed, name).filter(isId))].slice(0, longest.facts)
    return ids.length === 0 && !optional
      ? { value: ids, error: `${as.slice(0, -1)}-missing` }
      : { value: ids }
  }
  if (as === 'forms') return { value: [...new Set(listOf(typed, name))].slice(0, longest.forms) }
  if (as === 'date') {
    const date = typedDate(datePartsOf(typed, name))
    if (!date.ok) return { value: '', error: date.because }
    const missing = date.date === undefined && !optional
    return missing ? { value: '', error: 'date-missing' } : { value: date.date ?? '' }
  }
  const text = textOf(typed, name).trim()
  if (as === 'choice' || as === 'colleague') {
    if (text === '' && optional) return { value: '' }
    const known = as === 'colleague' ? isId(text) : choices.includes(text)
    return known ? { value: text } : { value: '', error: 'choose-one' }
  }
  if (text === '' && !optional) return { value: '', error: 'words-missing' }
  const most = as === 'line' ? longest.line : longest.words
  return text.length > most ? { value: '', error: 'too-long' } : { value: text }
}
