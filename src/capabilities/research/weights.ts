import { others, partsOf, stratumName } from './frame.ts'

/** A stratum: how many there are, how many were asked, how many answered. */
export type Stratum = {
  readonly stratum: string
  readonly population: number
  readonly sampled: number
  readonly answered: number
}

/** Strata that are weighed as one. */
export type Cell = {
  readonly name: string
  readonly strata: readonly Stratum[]
  readonly population: number
  readonly answered: number
}

/**
 * Joins strata until each cell has at least `least` answers, and no more of them than that takes: first those that
 * differ in their last part only, then in the last two, and so on, so that what was named first as most important is
 * kept longest. The small ones go together as the others of their kind, with the smallest of the rest when together
 * they are still too few. All strata together may have fewer.
 */
export const joinSmall = (strata: readonly Stratum[], least: number): readonly Cell[] =>
  joinFrom(strata, 0, least)

function joinFrom(strata: readonly Stratum[], depth: number, least: number): readonly Cell[] {
  const alike = [...Map.groupBy(strata, ({ stratum }) => partsOf(stratum)[depth])]
  if (alike.length === 1 && alike[0]?.[0] === undefined) return [cellOf(strata, depth)]
  const branches = alike.map(([, branch]) => joinFrom(branch, depth + 1, least))
  const isSmall = (cells: readonly Cell[]) => cells.some(({ answered }) => answered < least)
  if (!branches.some(isSmall)) return branches.flat()
  // A branch with too few answers is one cell.
  const joined = branches.filter(isSmall)
  const fewestFirst = branches.filter((cells) => !isSmall(cells)).sort(byAnswers)
  while (answersIn(joined.flat()) < least) {
    const next = fewestFirst.shift()
    if (!next) break
    joined.push(next)
  }
  if (fewestFirst.length === 0) return [cellOf(strata, depth)]
  const together = joined.flatMap((cells) => cells.flatMap((cell) => cell.strata))
  const kept = branches.filter((cells) => fewestFirst.includes(cells)).flat()
  const prefix = partsOf(strata[0]?.stratum ?? '').slice(0, depth)
  return [...kept, { ...cellOf(together, depth), name: stratumName([...prefix, others]) }]
}

const answersIn = (cells: readonly Cell[]): number => sum(cells.map(({ answered }) => answered))

/** Those with as many answers by name, so that the same answers are always told alike. */
function byAnswers(one: readonly Cell[], other: readonly Cell[]): number {
  const more = answersIn(one) - answersIn(other)
  return more !== 0 ? more : (one[0]?.name ?? '') < (other[0]?.name ?? '') ? -1 : 1
}

const cellOf = (strata: readonly Stratum[], depth: number): Cell => ({
  name: stratumName(partsOf(strata[0]?.stratum ?? '').slice(0, depth)),
  strata,
  population: sum(strata.map(({ population }) => population)),
  answered: sum(strata.map(({ answered }) => answered)),
})

/**
 * What one answer weighs: the share of its cell among all schools, divided by its share among the answers
 * (post-stratification). By stratum. Nothing is cut off.
 */
export function weightsOf(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const population = sum(cells.map((cell) => cell.population))
  const answered = sum(cells.map((cell) => cell.answered))
  return new Map(
    cells.flatMap((cell) => {
      const weight = cell.population / population / (cell.answered / answered)
      return cell.strata.map(({ stratum }) => [stratum, weight] as const)
    }),
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
