import { z } from 'zod'
import { Temporal } from '#platform/clock.ts'

/** The request of the information film: what is asked, and what is answered. Never about a child. */

/** Characters that fit in each field. */
export const longest = {
  audience: 200,
  purpose: 500,
  contactFunction: 80,
  contactWay: 120,
  words: 500,
} as const

export const filmAnswers = ['lent', 'not-now'] as const
export type FilmAnswer = (typeof filmAnswers)[number]

/** How a request stands once it is answered. */
export type AnsweredState = FilmAnswer | 'returned'

/** As its asker sees it; undelivered: the other side refused it. */
export type FilmRequestState = 'asked' | AnsweredState | 'undelivered'

/** What the expert group gets to read. */
const question = {
  /** for which colleagues */
  audience: z.string().min(1).max(longest.audience),
  purpose: z.string().max(longest.purpose),
  /** a function, not a person */
  contactFunction: z.string().min(1).max(longest.contactFunction),
  contactWay: z.string().min(1).max(longest.contactWay),
  /** from which day; not said when null */
  wantedOn: z.iso.date().nullable(),
}
export const FilmQuestion = z.strictObject(question)
export type FilmQuestion = z.infer<typeof FilmQuestion>

/** The message that asks; `request` is the asker's own number of it. */
export const FilmRequestMessage = z.strictObject({ request: z.uuid(), ...question })
export type FilmRequestMessage = z.infer<typeof FilmRequestMessage>

/** The message that answers. */
export const FilmAnswerMessage = z
  .strictObject({
    request: z.uuid(),
    answer: z.enum(filmAnswers),
    lentUntil: z.iso.date().nullable(),
    words: z.string().max(longest.words),
  })
  .refine(({ answer, lentUntil }) => (answer === 'lent') === (lentUntil !== null))
export type FilmAnswerMessage = z.infer<typeof FilmAnswerMessage>

/** The message that a copy came back, from who lent it. */
export const FilmReturnMessage = z.strictObject({ request: z.uuid(), on: z.iso.date() })
export type FilmReturnMessage = z.infer<typeof FilmReturnMessage>

const line = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .transform((text) => text.replaceAll(/\s+/g, ' '))
    .pipe(z.string().min(1, missing).max(most, 'too-long'))

/** The form that asks. Messages are codes. */
export const filmForm = z.object({
  expertGroup: z.uuid('expert-group-missing'),
  audience: line(longest.audience, 'audience-missing'),
  purpose: z.string('too-long').trim().max(longest.purpose, 'too-long').default(''),
  contactFunction: line(longest.contactFunction, 'contact-missing'),
  contactWay: line(longest.contactWay, 'way-missing'),
  /** an ISO date, or empty */
  wantedOn: z.string(),
  nobody: z.literal('yes', 'about-somebody'),
})
export type FilmForm = z.infer<typeof filmForm>

/** The form that answers. */
export const answerForm = z.object({
  answer: z.enum(filmAnswers, 'answer-missing'),
  /** an ISO date, or empty */
  until: z.string(),
  words: z.string('too-long').trim().max(longest.words, 'too-long').default(''),
})

/** What is missing in an answer: a day to come when it is lent, a reason when it is not. `today` is an ISO date. */
export function missingIn(
  { answer, until, words }: z.infer<typeof answerForm>,
  today: string,
): Readonly<Record<string, string>> {
  if (answer === 'not-now') return words === '' ? { words: 'reason-missing' } : {}
  if (until === '') return { until: 'date-missing' }
  if (until < today) return { until: 'date-past' }
  return until > lastLoanDay(today) ? { until: 'date-too-far' } : {}
}

/** A copy is lent for a year at most, our own choice: what is kept of a loan goes by its last day. ISO dates. */
export const lastLoanDay = (today: string): string =>
  Temporal.PlainDate.from(today).add({ years: 1 }).toString()
