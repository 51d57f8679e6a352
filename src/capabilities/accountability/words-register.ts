import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.register.en.ts'
import { nl } from './messages.register.nl.ts'

/** The words on the pages of a ministry's own papers and items. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors
const isErrorCode = (code: string): code is ErrorCode => code in nl.errors

/** Field → sentence. What is a sentence already, such as why a paper cannot be read, stays as it is. */
export const sentencesOf = (
  language: Language,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      isErrorCode(code) ? t(language).errors[code] : code,
    ]),
  )
