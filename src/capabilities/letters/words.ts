import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors
const isErrorCode = (code: string): code is ErrorCode => code in nl.errors

/** A code as a sentence. One that nobody wrote a sentence for is a defect, and says so itself. */
export function sentenceOf(language: Language, code: string): string {
  if (!isErrorCode(code)) throw new Error(`There is no sentence for '${code}'.`)
  return t(language).errors[code]
}

/** Field → sentence, as forms show them. */
export const sentencesOf = (
  language: Language,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, sentenceOf(language, code)]),
  )
