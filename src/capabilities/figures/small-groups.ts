import { secretUpTo } from '#platform/safe-count.ts'
import type { Cell, Part, ToldCell } from './table.ts'

type Counted = {
  readonly parts: readonly Part[]
  readonly cells: readonly Cell[]
  readonly before: readonly ToldCell[]
  readonly countOf: (cell: Pick<Cell, 'of'>) => number
}

/**
 * The small numbers that a table could give away, each once: parts, cells, and what is left of a cell when another that
 * lies in it is taken away. So the same people counted to 17 and to 18 years give away nobody of 18. Pure.
 */
export function smallGroups({
  parts,
  cells,
  before,
  countOf,
}: Counted): readonly (readonly Part[])[] {
  const alone = [...parts.map((part) => ({ of: [part] })), ...cells, ...before]
  const groups = [
    ...alone.filter((one) => countOf(one) <= secretUpTo).map(({ of }) => of),
    ...differences([...cells, ...before.filter(({ told }) => told !== 'secret')], countOf),
  ]
  return [...new Map(groups.map((of) => [sameParts(of), of])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, of]) => of)
}

/** Two cells of the same parts are the same number, whatever they are called. */
export const sameParts = (of: readonly Part[]): string => JSON.stringify([...of].sort())

function differences(
  cells: readonly Cell[],
  countOf: Counted['countOf'],
): readonly (readonly Part[])[] {
  const large = cells
    .map((cell) => ({ count: countOf(cell), parts: new Set(cell.of) }))
    .filter(({ count }) => count > secretUpTo)
    .sort((one, other) => one.count - other.count)
  return large.flatMap((inner, nth) => {
    const lefts: (readonly Part[])[] = []
    for (let at = nth + 1; at < large.length; at++) {
      const outer = large[at]
      if (!outer || outer.count - inner.count > secretUpTo) break
      for (const [small, big] of [
        [inner.parts, outer.parts] as const,
        [outer.parts, inner.parts] as const,
      ]) {
        if (small.size < big.size && small.isSubsetOf(big)) lefts.push([...big.difference(small)])
      }
    }
    return lefts
  })
}
