import type { Language } from '#platform/language.ts'
import type { PostgresStep } from './embedded-postgres.ts'
import * as english from './messages.en.ts'
import * as dutch from './messages.nl.ts'
import type { PostgresProblem } from './problem.ts'

const messages = { nl: dutch, en: english }

/** What is wrong and what to do about it, in one or two sentences. */
export const sentenceFor = ({ code, details }: PostgresProblem, language: Language): string =>
  messages[language].problems[code](details)

/** What the start is doing now. */
export const sentenceForStep = (step: PostgresStep, language: Language): string =>
  messages[language].steps[step]
