import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors

const isErrorCode = (code: string): code is ErrorCode => code in nl.errors

/** Error codes as the sentences of one language, by field. */
export const sentences = (language: Language, errors: FormErrors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      isErrorCode(code) ? t(language).errors[code] : code,
    ]),
  )
