import { rangeOfTold } from '#platform/safe-count.ts'
import { openProgram, type Program, type Row, type Solver } from './linear-program.ts'
import type { Part, ToldCell } from './table.ts'

/** What somebody knows before reading anything: that a part is at least this. */
export type Own = ReadonlyMap<Part, number>

/** Some parts that together are a small number, and what of that number is to stay possible. */
export type Group = {
  readonly of: readonly Part[]
  readonly least: number
  readonly most: number
  /** for somebody who knows this; else for everybody */
  readonly own?: Own | undefined
}

/**
 * What stays possible of each group, within what was asked, for somebody who lays everything that was published side by
 * side: every number that was told is that number before it was rounded, nothing is less than nothing (or than what they
 * know), people are whole. Throws when what was published contradicts itself.
 */
export function stillPossible(
  solver: Solver,
  parts: readonly Part[],
  published: readonly ToldCell[],
  groups: readonly Group[],
): readonly Group[] {
  const found = new Map<Group, Group>()
  for (const [own, some] of Map.groupBy(groups, (group) => group.own)) {
    const ranges = possibleFor(solver, { parts, published, groups: some, own })
    for (const [nth, group] of some.entries()) found.set(group, { ...group, ...ranges[nth] })
  }
  return groups.map((group) => found.get(group) ?? group)
}

type Attack = {
  readonly parts: readonly Part[]
  readonly published: readonly ToldCell[]
  readonly groups: readonly Group[]
  readonly own: Own | undefined
}

function possibleFor(solver: Solver, { parts, published, groups, own }: Attack) {
  const at = new Map(parts.map((part, nth) => [part, nth]))
  const columnsOf = (of: readonly Part[]) => of.map((part) => columnOf(at, part))
  const places = groups.map(({ of }) => columnsOf(of))
  const enough = groups.map((_, nth) => parts.length + nth)
  const program = openProgram(
    solver,
    [
      ...parts.map((part) => wholeFrom(own, part)),
      ...groups.map(({ most }) => ({ least: 0, most, whole: false })),
    ],
    [
      ...toldRows(published, columnsOf),
      ...places.map((some, nth) => ({
        most: 0,
        of: [[enough[nth] ?? 0, 1] as const, ...some.map((column) => [column, -1] as const)],
      })),
    ],
  )
  try {
    const asked = groups.map(({ least, most }, nth) => ({ nth, least, most }))
    const sum = (values: Float64Array, nth: number) =>
      (places[nth] ?? []).reduce((total, column) => total + (values[column] ?? 0), 0)
    const lows = furthest(program, asked, {
      costs: ({ nth }) => (places[nth] ?? []).map((column) => [column, 1]),
      found: ({ nth, least }, values) => Math.max(sum(values, nth), least),
      isAsMuch: ({ least }, value) => value === least,
    })
    const highs = furthest(program, asked, {
      costs: ({ nth }) => [[enough[nth] ?? 0, -1]],
      found: ({ nth, most }, values) => Math.min(sum(values, nth), most),
      isAsMuch: ({ most }, value) => value === most,
    })
    return asked.map(({ nth, least, most }) => ({
      least: lows.get(nth) ?? least,
      most: highs.get(nth) ?? most,
    }))
  } finally {
    program.close()
  }
}

/** The column of a part for who knows this: people are whole, and there is no end to how many. */
export const wholeFrom = (own: Own | undefined, part: Part) => ({
  least: own?.get(part) ?? 0,
  most: Number.POSITIVE_INFINITY,
  whole: true,
})

/** What each told number says of the parts it is the sum of. */
export const toldRows = (
  published: readonly ToldCell[],
  columnsOf: (of: readonly Part[]) => readonly number[],
): readonly Row[] =>
  published.flatMap(({ of, told }) =>
    told === 'secret'
      ? []
      : [{ ...rangeOfTold(told), of: columnsOf(of).map((column) => [column, 1] as const) }],
  )

/** Throws for a part that is not among the counted ones: a guard that skipped it would guard nothing. */
export function columnOf(at: ReadonlyMap<Part, number>, part: Part): number {
  const column = at.get(part)
  if (column === undefined) throw new Error(`"${part}" was published and is not counted now`)
  return column
}

type Asked = { readonly nth: number; readonly least: number; readonly most: number }

type Direction = {
  readonly costs: (one: Asked) => readonly (readonly [column: number, cost: number])[]
  readonly found: (one: Asked, values: Float64Array) => number
  readonly isAsMuch: (one: Asked, value: number) => boolean
}

/** How far each can go: first many at once, as most can go all the way, and then the others one by one. */
function furthest(
  program: Program,
  asked: readonly Asked[],
  { costs, found, isAsMuch }: Direction,
): ReadonlyMap<number, number> {
  const result = new Map<number, number>()
  let left = asked
  const tryAll = (some: readonly Asked[]): Float64Array => {
    const together = new Map<number, number>()
    for (const [column, cost] of some.flatMap(costs)) {
      together.set(column, (together.get(column) ?? 0) + cost)
    }
    const values = program.least(together)
    const there = left.filter((one) => isAsMuch(one, found(one, values)))
    for (const one of there) result.set(one.nth, found(one, values))
    left = left.filter(({ nth }) => !result.has(nth))
    return values
  }
  for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
    before = left.length
    tryAll(left)
  }
  for (let one = left[0]; one; one = left[0]) {
    const values = tryAll([one])
    if (!result.has(one.nth)) result.set(one.nth, found(one, values))
    left = left.filter(({ nth }) => !result.has(nth))
  }
  return result
}
