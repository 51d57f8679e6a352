import { openUpTo, rangeOfTold, safeCount, secretUpTo } from '#platform/safe-count.ts'
import { type Group, stillPossible } from './attack.ts'
import type { Solver } from './linear-program.ts'
import { sameParts, smallGroups } from './small-groups.ts'
import { type Choice, cellsToHide, narrowed } from './suppress.ts'
import type { Cell, Line, Part, Table, ToldCell } from './table.ts'

export type Asked = {
  readonly table: Table
  /** of every part that this table or an earlier one is the sum of */
  readonly counts: ReadonlyMap<Part, number>
  /** everything that was published before about the same people, in the parts of now */
  readonly before: readonly ToldCell[]
  /** of which more has to stay possible than of a small number; a cell that is one of these is secret itself */
  readonly sensitive?: readonly Group[]
}

/**
 * What of a table may be told beside everything that was told before. 0 to 7 is secret and the rest goes in fives
 * (`safe-count.ts`); further numbers are secret too, as few as can be, so that of no small number (a part, a cell, or
 * what two cells leave between them) anything from nothing to five is excluded that was open until now. A number that
 * was told or kept secret before is so again, and the same table in another order gives the same. Throws when what was
 * published is not so any more, and when the solver has no answer: then nothing is published. Programs of up to
 * `atOnce` columns find the least loss there is; larger ones a small one.
 */
export function protectTable(
  solver: Solver,
  { table, counts, before, sensitive = [] }: Asked,
  atOnce = 2_500,
): readonly ToldCell[] {
  const countOf = ({ of }: Pick<Cell, 'of'>) =>
    of.reduce((sum, part) => sum + (counts.get(part) ?? notCounted(part)), 0)
  refuseContradiction(before, countOf)
  const told = telling(before, sensitive, countOf)
  const parts = [...counts.keys()].sort()
  const cells = table.cells.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const all: readonly Group[] = [
    ...smallGroups({ parts, cells, before, countOf }).map((of) => ({
      ...{ of, least: 0, most: openUpTo },
    })),
    ...sensitive,
  ]
  const asked = before.length === 0 ? all : stillPossible(solver, parts, before, all)
  const choice: Choice = {
    parts,
    before,
    cells: cells.flatMap((cell) => {
      const { was, now } = told(cell)
      return was === undefined && now !== 'secret' ? [{ ...cell, count: countOf(cell) }] : []
    }),
    fewIn: linesOfFew(table, (cell) => told(cell).now, countOf),
    reach: Math.max(reach, ...sensitive.map(({ least, most }) => 2 * (most - least))),
  }
  const tell = (hidden: ReadonlySet<string>): readonly ToldCell[] =>
    table.cells.map((cell) => ({
      ...cell,
      told: hidden.has(cell.key) ? 'secret' : told(cell).now,
    }))
  return tell(
    cellsToHide(solver, choice, {
      atOnce,
      whatGoesWrong: (hidden) =>
        narrowed(asked, stillPossible(solver, parts, [...before, ...tell(hidden)], asked)),
    }),
  )
}

/** How many a hidden number may go up in a proof that it hides enough; more than that only makes programs slower. */
const reach = 50

function notCounted(part: Part): never {
  throw new Error(`"${part}" is in a table and was not counted`)
}

type CountOf = (cell: Pick<Cell, 'of'>) => number

function refuseContradiction(before: readonly ToldCell[], countOf: CountOf): void {
  const wrong = before.find((cell) => {
    if (cell.told === 'secret') return false
    const { least, most } = rangeOfTold(cell.told)
    return countOf(cell) < least || countOf(cell) > most
  })
  if (wrong) throw new Error(`"${wrong.key}" was published as another number than is counted now`)
}

/** How a cell was told before, if it was, and how it is told now when nothing more needs hiding. */
const telling = (before: readonly ToldCell[], sensitive: readonly Group[], countOf: CountOf) => {
  const hidden = new Set(sensitive.map(({ of }) => sameParts(of)))
  const earlier = new Map(before.map((cell) => [sameParts(cell.of), cell.told]))
  return (cell: Cell) => {
    const was = earlier.get(sameParts(cell.of))
    const now = hidden.has(sameParts(cell.of)) ? 'secret' : safeCount(countOf(cell))
    return { was, now: was ?? now }
  }
}

/** Where what is secret is a few together, or nothing, while the whole is told (decision 251). */
function linesOfFew(
  { cells, lines }: Table,
  told: (cell: Cell) => ToldCell['told'],
  countOf: CountOf,
): readonly Line[] {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const cellOf = (key: string): Cell => byKey.get(key) ?? notCounted(key)
  return lines.filter(({ whole, parts }) => {
    const secret = parts.map(cellOf).filter((cell) => told(cell) === 'secret')
    const together = secret.reduce((sum, cell) => sum + countOf(cell), 0)
    return told(cellOf(whole)) !== 'secret' && secret.length > 0 && together <= secretUpTo
  })
}
