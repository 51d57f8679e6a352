import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentenceIn, sentencesIn, speak } from '#platform/messages.ts'
import { Refusal } from '#platform/refusal.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).items.title`. */
export const t = speak<typeof nl>({ nl, en })

/** Why something cannot be any more; nothing when there is only a guess. */
export const happenedOf = (language: Language, error: unknown): string | undefined =>
  error instanceof Refusal
    ? Object.entries(t(language).conflicts).find(([code]) => code === error.because)?.[1]
    : undefined

/** A code as a sentence. */
export const sentenceOf = (language: Language, code: string): string =>
  sentenceIn(t(language).errors, code)

/** Field → sentence, as forms show them. */
export const sentencesOf = (language: Language, errors: FormErrors): FormErrors =>
  sentencesIn(t(language).errors, errors)
