import { z } from 'zod'
import { Code } from '#capabilities/knowledge/index.ts'

export const countsKind = 'figures.counts'

const code = z.string().regex(/^[A-Za-z0-9-]{1,60}$/)

/** What an organisation says of its own rows: numbers by code. No person, no case and no word fits in it. */
export const Counts = z.strictObject({
  definition: Code,
  version: z.int().min(1),
  period: z.string().regex(/^\d{4}(-q[1-4])?$/),
  /** 1 for the first count of this period, the next for every correction */
  number: z.int().min(1).max(1_000),
  cells: z.record(code, z.int().min(0).max(100_000_000)),
})
export type Counts = z.infer<typeof Counts>

/** Every cell of the definition, none besides; in one order, so that the same counts are the same text. */
export const cellsOf = (
  codes: readonly string[],
  counted: ReadonlyMap<string, number>,
): Counts['cells'] => {
  const stray = [...counted.keys()].find((one) => !codes.includes(one))
  if (stray !== undefined) throw new Error(`"${stray}" was counted and stands in no division`)
  return Object.fromEntries(codes.map((one) => [one, counted.get(one) ?? 0]))
}

export const hasExactly = (codes: readonly string[], cells: Counts['cells']): boolean =>
  Object.keys(cells).length === codes.length && codes.every((one) => Object.hasOwn(cells, one))

export const sameCells = (one: Counts['cells'], other: Counts['cells']): boolean =>
  hasExactly(Object.keys(one), other) && Object.keys(one).every((key) => one[key] === other[key])
