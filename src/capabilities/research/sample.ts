import { createHmac } from 'node:crypto'

/**
 * A sample that anybody can draw again. Each location has a permanent random number, made of the seed and its code
 * (E. Ohlsson, Coordination of samples using permanent random numbers, 1995): the same seed gives the same sample
 * whatever the order of the list, and the replacement of a location is the next one in its stratum.
 */

type Located = { readonly code: string; readonly stratum: string }

/** A stratum and how many of it are in the sample. */
export type Allocation = {
  readonly stratum: string
  readonly population: number
  readonly sampled: number
}

/** All of them, in the order in which they are asked. */
function drawOrder<S extends Located>(seed: string, schools: readonly S[]): S[] {
  const numbered = schools.map((school) => ({
    school,
    number: createHmac('sha256', seed).update(school.code).digest('hex'),
  }))
  return numbered
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .map(({ school }) => school)
}

/**
 * How many of each stratum: in proportion to its size with the largest remainders, but at least `least` of each
 * stratum (or all of it, where it has fewer). Equal remainders go by the name of the stratum. Throws a `RangeError`
 * when `size` is more than there are, or less than the least of all strata together.
 */
export function allocate(
  populations: ReadonlyMap<string, number>,
  { size, least }: { readonly size: number; readonly least: number },
): readonly Allocation[] {
  const strata = [...populations]
    .map(([stratum, population]) => ({ stratum, population, least: Math.min(least, population) }))
    .sort((a, b) => (a.stratum < b.stratum ? -1 : 1))
  const total = sum(strata.map(({ population }) => population))
  const lowest = sum(strata.map((each) => each.least))
  if (size > total) throw new RangeError(`there are ${total} to choose from`)
  if (size < lowest) throw new RangeError(`at least ${lowest} are needed for ${least} of each`)
  const atLeast = new Set<string>()
  for (;;) {
    const free = strata.filter(({ stratum }) => !atLeast.has(stratum))
    const fixed = strata.filter(({ stratum }) => atLeast.has(stratum))
    const left = size - sum(fixed.map((each) => each.least))
    const people = sum(free.map(({ population }) => population))
    const quota = (population: number) => (left * population) / people
    const short = free.filter(({ population, least }) => quota(population) < least)
    if (short.length > 0) {
      for (const { stratum } of short) atLeast.add(stratum)
      continue
    }
    const sampled = new Map([
      ...fixed.map(({ stratum, least }) => [stratum, least] as const),
      ...free.map(({ stratum, population }) => [stratum, Math.floor(quota(population))] as const),
    ])
    const over = size - sum([...sampled.values()])
    const byRemainder = free.toSorted(
      (a, b) => (quota(b.population) % 1) - (quota(a.population) % 1),
    )
    for (const { stratum } of byRemainder.slice(0, over)) {
      sampled.set(stratum, (sampled.get(stratum) ?? 0) + 1)
    }
    return strata.map(({ stratum, population }) => ({
      stratum,
      population,
      sampled: sampled.get(stratum) ?? 0,
    }))
  }
}

/** A location with its place in the order of its stratum, from 1; `chosen` or else a replacement. */
export type Drawn<S> = { readonly school: S; readonly order: number; readonly chosen: boolean }

/** Every location by stratum, in the order in which it is asked; the first so many of each are the sample. */
export function drawSample<S extends Located>(
  seed: string,
  schools: readonly S[],
  allocations: readonly Allocation[],
): readonly Drawn<S>[] {
  const byStratum = Map.groupBy(schools, ({ stratum }) => stratum)
  return allocations.flatMap(({ stratum, sampled }) =>
    drawOrder(seed, byStratum.get(stratum) ?? []).map((school, index) => ({
      school,
      order: index + 1,
      chosen: index < sampled,
    })),
  )
}

/** How many there are of each stratum. */
export const populationsOf = (schools: readonly Located[]): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(schools, ({ stratum }) => stratum)].map(([stratum, all]) => [
      stratum,
      all.length,
    ]),
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
