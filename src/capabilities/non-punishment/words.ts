import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'
import { paths } from './paths.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

type ErrorCode = keyof typeof nl.errors
const isErrorCode = (code: string): code is ErrorCode => code in nl.errors

/** Field → sentence. A code that nobody wrote a sentence for is a defect, and says so itself. */
export const sentences = (language: Language, errors: FormErrors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => {
      if (!isErrorCode(code)) throw new Error(`There is no sentence for '${code}'.`)
      return [field, t(language).errors[code]]
    }),
  )

/** The way up from a page of one dossier. */
export const wayTo = (
  language: Language,
  head?: { readonly id: string; readonly code: string },
) => [
  { text: t(language).list.title, href: link(language, paths.dossiers) },
  ...(head
    ? [{ text: t(language).page.title(head.code), href: link(language, paths.dossier(head.id)) }]
    : []),
]
