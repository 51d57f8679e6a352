import type { Language } from '#platform/language.ts'

/** The shape of a set of messages: same keys, same arguments, other words. */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...input: infer I) => string
      ? (...input: I) => string
      : T[K] extends object
        ? Messages<T[K]>
        : T[K]
}

/** `const t = speak({ nl, en })`, then `t(language).notFound`. */
export const speak =
  <T>(both: Readonly<Record<Language, Messages<T>>>) =>
  (language: Language): Messages<T> =>
    both[language]

type Sentences = Readonly<Record<string, string>>

/** A code as one of these sentences. One that nobody wrote a sentence for is a defect, and says so itself. */
export function sentenceIn(sentences: Sentences, code: string): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (sentence === undefined) throw new Error(`There is no sentence for '${code}'.`)
  return sentence
}

/** Field → sentence, as forms show them. */
export const sentencesIn = (sentences: Sentences, errors: Sentences): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, sentenceIn(sentences, code)]),
  )

/** The same where an error may be a sentence already, such as what the law says of a road: that one stays as it is. */
export const sentencesOrGiven = (sentences: Sentences, errors: Sentences): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      Object.hasOwn(sentences, code) ? (sentences[code] ?? code) : code,
    ]),
  )
