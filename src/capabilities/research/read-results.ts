import { open } from '#platform/crypto.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { type Answers, chosenIn } from './answers.ts'
import { listCodings } from './coding-store.ts'
import { unfilled } from './equal-length.ts'
import { questionnaireOf } from './get-wave.ts'
import { listAnswers } from './intake-store.ts'
import { answerContext } from './open-urn.ts'
import { questionsOf, type SchoolKind } from './questionnaire.ts'
import { type Wave, waveFrom } from './read-waves.ts'
import { type Results, resultsOf } from './results.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { type ToldResults, toldResults } from './told-results.ts'
import { countFrame, findWave, listStrata, listWaves } from './wave-store.ts'
import type { WaveRow } from './wave-tables.ts'

/** An opened answer: its number is chance, and its cell holds at least as many as may be told. */
export type Opened = { readonly id: string; readonly cell: string; readonly answers: Answers }

/** Every opened answer of a wave, in the order of its number. For acts that are in the trail already. */
export async function openedAnswers(
  work: Work,
  { keyring }: SurveyDesk,
  id: string,
): Promise<readonly Opened[]> {
  const key = await keyring.keyOf(work)
  return (await listAnswers(work, id)).map((row) => ({
    id: row.id,
    cell: row.cell,
    answers: unfilled(open(key, row.sealed, answerContext(id, row.id))) as Answers,
  }))
}

export type WaveResults = {
  readonly wave: Wave
  readonly told: ToldResults
  /** waves that it may be compared with: the same questions to the same kinds of schools, drawn alike */
  readonly earlier: readonly Wave[]
  /** the one that it is compared with here */
  readonly comparedWith: string | undefined
  /** by question: answers in words that nobody sorted yet; none where all are */
  readonly unsorted: ReadonlyMap<string, number>
}

/** What the answers of a wave say of all schools; `before` is an earlier wave to compare it with. */
export async function readResults(
  work: Work,
  desk: SurveyDesk,
  id: string,
  before?: string,
): Promise<WaveResults> {
  researcher(work)
  const row = (await findWave(work, id)) ?? refuse('not-found', 'no-such-wave')
  if (row.state !== 'counted') return refuse('conflict', `wave-is-${row.state}`)
  work.audit({ act: 'survey.read-results', subject: id })
  const kinds = await kindsOf(work, id)
  const earlier: WaveRow[] = []
  for (const other of await listWaves(work)) {
    if (isBefore(other, row) && (await kindsOf(work, other.id)).join() === kinds.join()) {
      earlier.push(other)
    }
  }
  const compared = earlier.find((other) => other.id === before)
  const { results, unsorted } = await resultsIn(work, desk, row)
  const told = toldResults(
    {
      ...{ questionnaire: row.questionnaire, kinds: [...kinds] },
      openedOn: row.opened_on ?? '',
      closedOn: row.closed_on ?? '',
    },
    results,
    compared && {
      title: compared.title,
      closedOn: compared.closed_on ?? '',
      results: (await resultsIn(work, desk, compared)).results,
    },
  )
  return {
    wave: waveFrom(row),
    told,
    earlier: earlier.map(waveFrom),
    comparedWith: compared?.id,
    unsorted,
  }
}

const kindsOf = async (work: Work, id: string): Promise<readonly SchoolKind[]> =>
  [...(await countFrame(work, id)).keys()].sort()

const isBefore = (other: WaveRow, wave: WaveRow): boolean =>
  other.id !== wave.id &&
  other.state === 'counted' &&
  other.questionnaire === wave.questionnaire &&
  other.strata_by.join() === wave.strata_by.join() &&
  // Made earlier: identifiers of waves go with time.
  other.id < wave.id

async function resultsIn(
  work: Work,
  desk: SurveyDesk,
  wave: WaveRow,
): Promise<{ readonly results: Results } & Pick<WaveResults, 'unsorted'>> {
  const questionnaire = questionnaireOf(desk.surveys, wave)
  const cells = Map.groupBy(await listStrata(work, wave.id), ({ cell }) => cell ?? '')
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const strata = [...cells].map(([stratum, each]) => ({
    stratum,
    population: sum(each.map(({ population }) => population)),
    sampled: sum(each.map(({ sampled }) => sampled)),
  }))
  const codings = Map.groupBy(await listCodings(work, wave.id), ({ answer_id }) => answer_id)
  const responses = (await openedAnswers(work, desk, wave.id)).map(({ id, cell, answers }) => ({
    ...{ stratum: cell, answers },
    coded: Object.fromEntries(
      (codings.get(id) ?? []).map(({ question, codes }) => [question, codes]),
    ),
  }))
  const codesOf = (question: string) =>
    desk.surveys.findCodes(questionnaire, question)?.codes.map(({ id }) => id) ?? []
  const { answers: least } = desk.surveys.smallest
  const unsorted = questionsOf(questionnaire).flatMap(({ id }) => {
    const waits = responses.filter(
      ({ answers, coded }) => chosenIn(answers, id).length > 0 && coded[id] === undefined,
    ).length
    return waits > 0 && codesOf(id).length > 0 ? [[id, waits] as const] : []
  })
  return {
    results: resultsOf(questionnaire, strata, responses, least, codesOf),
    unsorted: new Map(unsorted),
  }
}
