import { type Answers, askedOf, chosenIn } from './answers.ts'
import { differenceOf, type Interval, type Share, shareOf } from './estimate.ts'
import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import { type Cell, joinSmall, type Stratum, weightsOf } from './weights.ts'

/** What came back from one school. */
export type Response = {
  readonly stratum: string
  readonly answers: Answers
  /** by question: the codes by which a person sorted what was written */
  readonly coded?: Answers
}

export type OptionResult = { readonly option: string; readonly share: Share }

export type QuestionResult = {
  readonly question: Question
  /** who were asked it, given their other answers */
  readonly asked: number
  readonly answered: number
  /** of each option, or of each code where it was answered in words; none where fewer answered than may be told */
  readonly options: readonly OptionResult[]
}

export type Results = {
  readonly population: number
  readonly sampled: number
  readonly answered: number
  /** answered of all that were asked (AAPOR, response rate 1); 0 when nobody was */
  readonly response: number
  /** the strata as they were weighed */
  readonly cells: readonly Cell[]
  readonly questions: readonly QuestionResult[]
}

/**
 * `smallest`: fewer answers than this tell more about a school than about schools (edition.yaml). Throws a `RangeError` when a response is of a stratum
 * that is not there.
 */
export function resultsOf(
  questionnaire: Questionnaire,
  strata: readonly Omit<Stratum, 'answered'>[],
  responses: readonly Response[],
  smallest: number,
  codesOf: (question: string) => readonly string[] = () => [],
): Results {
  const byStratum = Map.groupBy(responses, ({ stratum }) => stratum)
  for (const stratum of byStratum.keys()) {
    if (!strata.some((each) => each.stratum === stratum)) {
      throw new RangeError(`there is no stratum '${stratum}'`)
    }
  }
  const counted = strata.map((each) => ({
    ...each,
    answered: byStratum.get(each.stratum)?.length ?? 0,
  }))
  const cells = joinSmall(counted, smallest)
  const weights = weightsOf(cells)
  const sampled = counted.reduce((all, each) => all + each.sampled, 0)
  const weighed = responses.map(({ stratum, answers, coded }) => ({
    answers,
    coded: coded ?? {},
    weight: weights.get(stratum) ?? 1,
    asked: new Set(askedOf(questionnaire, answers).map(({ id }) => id)),
  }))
  return {
    population: counted.reduce((all, each) => all + each.population, 0),
    sampled,
    answered: responses.length,
    response: sampled === 0 ? 0 : responses.length / sampled,
    cells,
    questions: questionsOf(questionnaire).map((question) => {
      const asked = weighed.filter((each) => each.asked.has(question.id))
      const answered = asked.filter(({ answers }) => Object.hasOwn(answers, question.id))
      return {
        question,
        asked: asked.length,
        answered: answered.length,
        options:
          question.kind === 'text'
            ? sharesOf(codesOf(question.id), question.id, coded(answered, question.id), smallest)
            : sharesOf(
                question.options.map(({ id }) => id),
                question.id,
                answered,
                smallest,
              ),
      }
    }),
  }
}

type Weighed = { readonly answers: Answers; readonly coded: Answers; readonly weight: number }

/** What was written, as it was sorted; what nobody sorted yet is left out. */
const coded = (answered: readonly Weighed[], question: string): readonly Weighed[] =>
  answered.flatMap((each) =>
    Object.hasOwn(each.coded, question) ? [{ ...each, answers: each.coded }] : [],
  )

function sharesOf(
  options: readonly string[],
  question: string,
  answered: readonly Weighed[],
  smallest: number,
): OptionResult[] {
  if (answered.length < smallest) return []
  return options.flatMap((option) => {
    const share = shareOf(
      answered.map(({ answers, weight }) => ({
        weight,
        yes: chosenIn(answers, question).includes(option),
      })),
    )
    return share ? [{ option, share }] : []
  })
}

export type Change = Interval & { readonly difference: number }

/**
 * How an option changed between two waves of one version of a questionnaire; undefined where either has no share.
 * The caller answers for it that both were drawn from the same population.
 */
export function changeOf(
  before: Results,
  after: Results,
  question: string,
  option: string,
): Change | undefined {
  const [earlier, later] = [before, after].map((results) =>
    results.questions
      .find((each) => each.question.id === question)
      ?.options.find((each) => each.option === option),
  )
  return earlier && later ? differenceOf(earlier.share, later.share) : undefined
}
