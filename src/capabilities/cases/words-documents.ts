import { speak } from '#platform/messages.ts'
import { en } from './messages.documents.en.ts'
import { nl } from './messages.documents.nl.ts'

/** The words on the pages of documents. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors

/** A sentence for each field; a code without one is shown as it is. */
export const sentencesOf = (
  language: 'nl' | 'en',
  errors: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      code in nl.errors ? t(language).errors[code as ErrorCode] : code,
    ]),
  )
