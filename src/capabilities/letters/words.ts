import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentenceIn, sentencesIn, speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

/** Why something cannot be any more; nothing when there is only a guess. */
export const happenedOf = (language: Language, code: string): string | undefined =>
  Object.entries(t(language).conflicts).find(([known]) => known === code)?.[1]

/** A code as a sentence. */
export const sentenceOf = (language: Language, code: string): string =>
  sentenceIn(t(language).errors, code)

/** Field → sentence, as forms show them. */
export const sentencesOf = (language: Language, errors: FormErrors): FormErrors =>
  sentencesIn(t(language).errors, errors)
