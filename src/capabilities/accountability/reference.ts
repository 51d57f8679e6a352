import { referenceName as nameOf, readReference } from '#capabilities/papers/index.ts'
import type { Language } from '#platform/language.ts'

/** Ours: a letter of which nobody told us the number. */
const own = /^letter-\d{4}-\d{2}-\d{2}$/

/** Of all that can be referred to, what papers of Parliament are called. */
const ofParliament: readonly string[] = ['kst', 'ah', 'h', 'kv', 'case', 'document']

/** A name of a paper of Parliament, or ours for one without a number. */
export const isReference = (text: string): boolean =>
  own.test(text) || ofParliament.includes(readReference(text)?.kind ?? '')

/** As people write it: "Kamerstuk 29 240, nr. 120". Nothing when no number is known. */
export const referenceName = (language: Language, id: string): string | undefined =>
  own.test(id) ? undefined : nameOf(language, id)
