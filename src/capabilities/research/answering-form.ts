import { listOf, type Typed, textOf } from '#platform/form.ts'
import type { Answers } from './answers.ts'
import type { Question } from './questionnaire.ts'

/** The field of a question: its code could be the name of something else in a form. */
export const fieldOf = (question: string): string => `q-${question}`

/** What was filled in at these questions, as `readAnswers` takes it. */
export const givenIn = (
  typed: Typed,
  questions: readonly Question[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    questions.map(({ id, kind }) => {
      const name = fieldOf(id)
      return [id, kind === 'many' ? [...listOf(typed, name)] : textOf(typed, name)]
    }),
  )

/** Answers as they stand in a form. */
export const typedFrom = (answers: Answers): Typed =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [fieldOf(id), answer]))

/** Earlier answers with what was filled in at these questions instead. */
export function mergedWith(
  before: Answers,
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const here = new Set(questions.map(({ id }) => id))
  const others = Object.entries(before).filter(([id]) => !here.has(id))
  return { ...Object.fromEntries(others), ...given }
}
