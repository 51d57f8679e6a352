import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentencesOrGiven, speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen. */
export const t = speak<typeof nl>({ nl, en })

/** Error codes as the sentences of one language, by field. */
export const sentences = (language: Language, errors: FormErrors): FormErrors =>
  sentencesOrGiven(t(language).errors, errors)
