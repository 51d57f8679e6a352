import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentencesOrGiven, speak } from '#platform/messages.ts'
import { en } from './messages.register.en.ts'
import { nl } from './messages.register.nl.ts'

/** The words on the pages of a ministry's own papers and items. */
export const t = speak<typeof nl>({ nl, en })

/** Field → sentence. What is a sentence already, such as why a paper cannot be read, stays as it is. */
export const sentencesOf = (language: Language, errors: FormErrors): FormErrors =>
  sentencesOrGiven(t(language).errors, errors)
