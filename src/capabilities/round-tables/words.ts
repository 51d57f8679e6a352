import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentencesIn, speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

export const hasSentence = (code: string): boolean => Object.hasOwn(nl.errors, code)

/** Field → sentence, as forms show them. */
export const sentencesOf = (language: Language, errors: FormErrors): FormErrors =>
  sentencesIn(t(language).errors, errors)
