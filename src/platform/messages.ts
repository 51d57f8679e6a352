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
