import { solve } from 'yalps'
import { rangeOfTold } from '#platform/safe-count.ts'
import type { Part, ToldCell } from './table.ts'

/** From the least to the most that some parts together can be. */
export type Span = { readonly least: number; readonly most: number }

/**
 * What somebody works out who lays all published tables side by side, with a solver that is not ours: whole numbers,
 * none below nothing, and every told number as it was before it was rounded. Who knows `own` subtracts that: then it is
 * what the others have together.
 */
export function workOut(
  parts: readonly Part[],
  published: readonly ToldCell[],
  of: readonly Part[],
  own: ReadonlyMap<Part, number> = new Map(),
): Span {
  const ownIn = (some: Iterable<Part>) =>
    [...some].reduce((sum, part) => sum + (own.get(part) ?? 0), 0)
  const told = published.flatMap(({ of: inside, told: number }, nth) =>
    number === 'secret' ? [] : [{ name: `told-${nth}`, inside: new Set(inside), number }],
  )
  const wanted = new Set(of)
  const end = (direction: 'minimize' | 'maximize'): number => {
    const { status, result } = solve(
      {
        direction,
        objective: 'together',
        constraints: told.map(({ name, number, inside }) => {
          const { least, most } = rangeOfTold(number)
          const known = ownIn(inside)
          return [name, { min: least - known, max: most - known }] as const
        }),
        variables: parts.map(
          (part) =>
            [
              part,
              [
                ...(wanted.has(part) ? [['together', 1] as const] : []),
                ...told
                  .filter(({ inside }) => inside.has(part))
                  .map(({ name }) => [name, 1] as const),
              ],
            ] as const,
        ),
        integers: true,
      },
      { precision: 1e-7, timeout: Number.POSITIVE_INFINITY, maxIterations: 100_000 },
    )
    if (status === 'unbounded') return Number.POSITIVE_INFINITY
    if (status !== 'optimal') throw new Error(`the attack ended as ${status}`)
    return result
  }
  return { least: end('minimize'), most: end('maximize') }
}
