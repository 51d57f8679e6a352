import type { Group, Level, Question } from './catalogue-edition.ts'
import type { Intervention } from './intervention.ts'

/** What somebody looks for. Nothing here is about a person; every part may be left out. */
export type Criteria = {
  /** in years */
  readonly age?: number | undefined
  readonly group?: Group | undefined
  readonly question?: Question | undefined
  /** a municipality or region */
  readonly place?: string | undefined
  /** at least this level of recognition */
  readonly level?: Level | undefined
}

export const criterionNames = ['question', 'age', 'group', 'place', 'level'] as const
export type CriterionName = (typeof criterionNames)[number]

export type Answer = 'fits' | 'does-not-fit' | 'unknown'

/** What is asked and how it is answered; no total, no percentage, no order. */
export type Match = readonly { readonly criterion: CriterionName; readonly answer: Answer }[]

export type MatchKnowledge = {
  /** from the first level to the last */
  readonly levels: readonly Level[]
  readonly groups: readonly Group[]
  /** municipalities where somebody says that it is on offer */
  readonly offeredIn: readonly string[]
}

/**
 * For each criterion that was given: does what the intervention itself states fit? What was not found is
 * unknown, and unknown never counts as fitting. Each criterion is answered apart from the others.
 */
export function match(
  intervention: Intervention,
  criteria: Criteria,
  knowledge: MatchKnowledge,
): Match {
  const answers: Readonly<Record<CriterionName, Answer | undefined>> = {
    question: criteria.question && fitsQuestion(intervention, criteria.question),
    age: criteria.age === undefined ? undefined : fitsAge(intervention, criteria.age),
    group: criteria.group && fitsGroup(intervention, criteria.group, knowledge.groups),
    place:
      criteria.place === undefined
        ? undefined
        : fitsPlace(intervention, criteria.place, knowledge.offeredIn),
    level: criteria.level && fitsLevel(intervention, criteria.level, knowledge.levels),
  }
  return criterionNames.flatMap((criterion) => {
    const answer = answers[criterion]
    return answer ? [{ criterion, answer }] : []
  })
}

const yesOrNo = (fits: boolean): Answer => (fits ? 'fits' : 'does-not-fit')

function fitsQuestion({ goals }: Intervention, question: Question): Answer {
  if (!goals) return 'unknown'
  return yesOrNo(goals.codes.some((goal) => question.goals.includes(goal)))
}

/** A bound that was not found can be crossed nor kept: only the other bound can say no. */
function fitsAge({ age }: Intervention, years: number): Answer {
  if (!age) return 'unknown'
  if (age.from !== null && years < age.from) return 'does-not-fit'
  if (age.to !== null && years > age.to) return 'does-not-fit'
  return age.from === null || age.to === null ? 'unknown' : 'fits'
}

/** Made for all pupils says nothing about whether it is right for some of them. */
function fitsGroup({ groups }: Intervention, group: Group, known: readonly Group[]): Answer {
  if (!groups) return 'unknown'
  if (groups.codes.includes(group.id)) return 'fits'
  const forEverybody = known.some(({ id, who }) => who === 'everybody' && groups.codes.includes(id))
  return forEverybody && group.who === 'pupils' ? 'unknown' : 'does-not-fit'
}

/** A source that names places does not say that it is nowhere else, unless it says so. */
function fitsPlace({ where }: Intervention, place: string, offeredIn: readonly string[]): Answer {
  if (offeredIn.includes(place)) return 'fits'
  if (!where) return 'unknown'
  if (where.nationwide || where.places.includes(place)) return 'fits'
  return where.onlyHere ? 'does-not-fit' : 'unknown'
}

/** The newest recognition counts. That none was found is not that there is none. */
function fitsLevel({ recognition }: Intervention, level: Level, levels: readonly Level[]): Answer {
  if (recognition.status === 'not-applicable') return 'does-not-fit'
  const [newest] = recognition.levels
  if (!newest) return 'unknown'
  const place = (id: string) => levels.findIndex((each) => each.id === id)
  return yesOrNo(place(newest.level) >= place(level.id))
}
