import { rangeOfTold, safeCount, secretUpTo } from '#platform/safe-count.ts'
import { columnOf, type Group, type Own, toldRows, wholeFrom } from './attack.ts'
import { openProgram, type Row, type Solver } from './linear-program.ts'
import type { Cell, Line, Part, ToldCell } from './table.ts'

/** A number that must be possible again for a group: at most this, or at least this. */
export type Wanted = {
  readonly of: readonly Part[]
  readonly side: 'least' | 'most'
  readonly bound: number
  readonly own: Own | undefined
}

export type Choice = {
  readonly parts: readonly Part[]
  readonly before: readonly ToldCell[]
  /** those that may still be told, in the order of their keys */
  readonly cells: readonly (Cell & { readonly count: number })[]
  /** lines in which what is secret already is a few together */
  readonly fewIn: readonly Line[]
  /** how many a hidden number may go up in a proof that it hides enough */
  readonly reach: number
}

/** What is not possible any more with these cells hidden. */
type GoesWrong = (hidden: ReadonlySet<string>) => readonly Wanted[]

/**
 * The keys of the cells to hide so that nothing goes wrong, with the least loss: few cells, of few people. Where the
 * programs grow too large for that, cells are hidden for one wanted number after the other, and those that turn out not to
 * be needed are told after all. Throws when no pattern is enough. source: M. Fischetti, J.J. Salazar-González, Solving the
 * Cell Suppression Problem on Tabular Data with Linear Constraints, Management Science 47(7), 2001; here every told number
 * is a range, as it was rounded.
 */
export function cellsToHide(
  solver: Solver,
  choice: Choice,
  { atOnce, whatGoesWrong }: { readonly atOnce: number; readonly whatGoesWrong: GoesWrong },
): ReadonlySet<string> {
  let hidden: ReadonlySet<string> = new Set()
  let isLeast = true
  let wanted = whatGoesWrong(hidden)
  for (let turn = 0; wanted.length > 0 || (turn === 0 && choice.fewIn.length > 0); turn++) {
    const before = hidden.size
    const columns = wanted.length * choice.parts.length + choice.cells.length
    isLeast &&= turn === 0 && columns <= atOnce
    const portions = isLeast || wanted.length === 0 ? [wanted] : wanted.map((one) => [one])
    for (const portion of portions) hidden = hide(solver, choice, portion, { hidden, isLeast })
    if (hidden.size === before) throw new Error('nothing more can be hidden, and it is not enough')
    wanted = whatGoesWrong(hidden)
  }
  return isLeast ? hidden : withoutNeedless(choice, hidden, whatGoesWrong)
}

function withoutNeedless(
  { cells, fewIn }: Choice,
  hidden: ReadonlySet<string>,
  whatGoesWrong: GoesWrong,
): ReadonlySet<string> {
  return cells
    .filter(({ key }) => hidden.has(key))
    .sort((one, other) => other.count - one.count)
    .reduce((some, { key }) => {
      const less = some.difference(new Set([key]))
      const isEnough = fewIn.every(({ whole, parts }) =>
        [whole, ...parts].some((one) => less.has(one)),
      )
      return isEnough && whatGoesWrong(less).length === 0 ? less : some
    }, hidden)
}

/** One table per wanted number proves that it is possible; what is told holds in each of them. */
function hide(
  solver: Solver,
  { parts, before, cells, fewIn, reach }: Choice,
  wanted: readonly Wanted[],
  { hidden, isLeast }: { readonly hidden: ReadonlySet<string>; readonly isLeast: boolean },
): ReadonlySet<string> {
  const nth = new Map(cells.map(({ key }, at) => [key, at]))
  const proofs = wanted.map((one, at) => {
    const columns = new Map(
      parts.map((part, place) => [part, cells.length + at * parts.length + place]),
    )
    return { ...one, columnsOf: (of: readonly Part[]) => of.map((part) => columnOf(columns, part)) }
  })
  const program = openProgram(
    solver,
    [
      ...cells.map(({ key }) => ({ least: hidden.has(key) ? 1 : 0, most: 1, whole: isLeast })),
      ...proofs.flatMap(({ own }) =>
        parts.map((part) => ({ ...wholeFrom(own, part), whole: isLeast })),
      ),
    ],
    [
      ...fewIn.map((line) => fewRow(line, nth)),
      ...proofs.flatMap(({ of, side, bound, columnsOf }): Row[] => [
        ...toldRows(before, columnsOf),
        ...cells.flatMap((cell, at) =>
          toldUnlessHidden(cell, { hides: at, columns: columnsOf(cell.of), reach }),
        ),
        { [side === 'least' ? 'most' : 'least']: bound, of: each(columnsOf(of)) },
      ]),
    ],
  )
  try {
    const answer = program.least(new Map(cells.map(({ count }, at) => [at, 1 + count])))
    return new Set(cells.flatMap(({ key }, at) => ((answer[at] ?? 1) > 1e-6 ? [key] : [])))
  } finally {
    program.close()
  }
}

/** For a line of few: its whole goes, or one of its other parts, each more than a few. */
const fewRow = ({ whole, parts }: Line, nth: ReadonlyMap<string, number>): Row => ({
  least: 1,
  of: [whole, ...parts].flatMap((key) => {
    const column = nth.get(key)
    return column === undefined ? [] : [[column, 1] as const]
  }),
})

function toldUnlessHidden(
  { count }: Cell & { readonly count: number },
  {
    hides,
    columns,
    reach,
  }: { readonly hides: number; readonly columns: readonly number[]; readonly reach: number },
): readonly Row[] {
  const told = safeCount(count)
  if (told === 'secret') throw new Error(`a number up to ${secretUpTo} is hidden as it is`)
  const { least, most } = rangeOfTold(told)
  return [
    { least, of: [...each(columns), [hides, least]] },
    { most, of: [...each(columns), [hides, -reach]] },
  ]
}

const each = (columns: readonly number[]) => columns.map((column) => [column, 1] as const)

/** What of the groups is not possible any more, as something to want. */
export const narrowed = (asked: readonly Group[], possible: readonly Group[]): readonly Wanted[] =>
  asked.flatMap(({ of, least, most, own }, nth) => {
    const now = possible[nth]
    return [
      ...(now && now.least > least ? [{ of, own, side: 'least', bound: least } as const] : []),
      ...(now && now.most < most ? [{ of, own, side: 'most', bound: most } as const] : []),
    ]
  })
