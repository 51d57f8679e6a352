import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { sentencesIn, speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'
import { paths } from './paths.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

/** Field → sentence, as forms show them. */
export const sentences = (language: Language, errors: FormErrors): FormErrors =>
  sentencesIn(t(language).errors, errors)

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
