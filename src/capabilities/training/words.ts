import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).stories.title`. */
export const t = speak<typeof nl>({ nl, en })

type Errors = keyof typeof nl.film.errors
const isError = (code: string): code is Errors => code in nl.film.errors

/** Field → sentence, as forms show them. A code that nobody wrote a sentence for is a defect. */
export const filmSentences = (
  language: Parameters<typeof t>[0],
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => {
      if (!isError(code)) throw new Error(`There is no sentence for '${code}'.`)
      return [field, t(language).film.errors[code]]
    }),
  )
