import { z } from 'zod'
import { schoolKinds } from './questionnaire.ts'
import { changeOf, type Results } from './results.ts'

/**
 * Results as they are told and published: whole percentages, with an interval that is rounded outwards. What fewer
 * answered than may be told has no numbers.
 */

const percent = z.int().min(-100).max(100)
const Span = z.strictObject({ low: percent, high: percent })

const ToldOption = z.strictObject({
  option: z.string(),
  percent,
  ...Span.shape,
  /** answers to the question; of words: those that were sorted */
  answers: z.int(),
  designEffect: z.number(),
  /** from the earlier wave to this one, in percentage points */
  change: z.strictObject({ difference: percent, ...Span.shape }).nullable(),
})
export type ToldOption = z.infer<typeof ToldOption>

export const ToldResults = z.strictObject({
  /** the version, such as `criminal-exploitation-1` */
  questionnaire: z.string(),
  kinds: z.array(z.enum(schoolKinds)),
  /** ISO dates */
  openedOn: z.string(),
  closedOn: z.string(),
  population: z.int(),
  sampled: z.int(),
  answered: z.int(),
  cells: z.array(
    z.strictObject({ name: z.string(), population: z.int(), sampled: z.int(), answered: z.int() }),
  ),
  questions: z.array(
    z.strictObject({
      question: z.string(),
      asked: z.int(),
      answered: z.int(),
      options: z.array(ToldOption),
    }),
  ),
  /** the wave that it is compared with */
  before: z.strictObject({ title: z.string(), closedOn: z.string() }).nullable(),
})
export type ToldResults = z.infer<typeof ToldResults>

type About = Pick<ToldResults, 'questionnaire' | 'kinds' | 'openedOn' | 'closedOn'>
type Earlier = { readonly title: string; readonly closedOn: string; readonly results: Results }

/** `earlier`: of the same version of the questionnaire and the same kinds of schools, or nothing. */
export function toldResults(about: About, results: Results, earlier?: Earlier): ToldResults {
  return {
    ...about,
    population: results.population,
    sampled: results.sampled,
    answered: results.answered,
    cells: results.cells.map(({ name, population, strata, answered }) => ({
      ...{ name, population, answered },
      sampled: strata.reduce((all, each) => all + each.sampled, 0),
    })),
    questions: results.questions.map(({ question, asked, answered, options }) => ({
      question: question.id,
      asked,
      answered,
      options: options.map(({ option, share }) => {
        const change = earlier && changeOf(earlier.results, results, question.id, option)
        return {
          option,
          percent: Math.round(share.share * 100),
          ...outwards(share),
          answers: share.n,
          designEffect: Math.round(share.designEffect * 100) / 100,
          change: change
            ? { difference: Math.round(change.difference * 100), ...outwards(change) }
            : null,
        }
      }),
    })),
    before: earlier ? { title: earlier.title, closedOn: earlier.closedOn } : null,
  }
}

/** A hair more than a whole number is that number: a sum in binary is never exact. */
const hair = 1e-9
const outwards = ({ low, high }: { readonly low: number; readonly high: number }) => ({
  low: Math.floor(low * 100 + hair),
  high: Math.ceil(high * 100 - hair),
})
