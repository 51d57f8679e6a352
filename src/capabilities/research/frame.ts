import type { SchoolKind } from './questionnaire.ts'
import type { Count, ListedSchool } from './school-list.ts'

/** The frame: every location that may be asked, and the stratum it is in. */

export const strataBy = ['kind', 'size', 'province'] as const
export type StrataBy = (typeof strataBy)[number]

/** What is not known of a location makes a stratum of its own: it is asked like all others. */
const unknown = 'unknown'

/** Strata of one kind that are told together, beside others of that kind that are not. */
export const others = 'others'

export type FrameSchool = Omit<ListedSchool, 'line'> & {
  readonly kind: SchoolKind
  readonly stratum: string
}

type Given = {
  readonly lists: readonly {
    readonly kind: SchoolKind
    readonly schools: readonly ListedSchool[]
  }[]
  readonly sizes: ReadonlyMap<string, Count>
  /** from how many candidates a school is of the next size, rising: [100, 250] makes three sizes */
  readonly steps: readonly number[]
  /** what makes a stratum, the most important first */
  readonly by: readonly StrataBy[]
}

/** Throws when a location is in two lists: it would have two chances. */
export function makeFrame({ lists, sizes, steps, by }: Given): readonly FrameSchool[] {
  const seen = new Map<string, SchoolKind>()
  return lists.flatMap(({ kind, schools }) =>
    schools.map(({ code, name, municipality, province }) => {
      const before = seen.get(code)
      if (before !== undefined) throw new Error(`${code} is in the lists of ${before} and ${kind}`)
      seen.set(code, kind)
      const parts = { kind, size: sizeOf(sizes.get(code), steps), province: province ?? unknown }
      const stratum = stratumName(by.map((part) => parts[part]))
      return { code, name, municipality, province, kind, stratum }
    }),
  )
}

/** Which size a school has: `0-99`, `100-249`, `250+`; unknown where its lowest and highest differ in it. */
export function sizeOf(count: Count | undefined, steps: readonly number[]): string {
  if (!count) return unknown
  const place = (number: number) => steps.filter((step) => number >= step).length
  const at = place(count.low)
  if (at !== place(count.high)) return unknown
  const [from, to] = [steps[at - 1], steps[at]]
  if (from === undefined) return to === undefined ? unknown : `0-${to - 1}`
  return to === undefined ? `${from}+` : `${from}-${to - 1}`
}

const between = ' / '

/** A stratum is called after its parts, the most important first. */
export const stratumName = (parts: readonly string[]): string => parts.join(between)
export const partsOf = (stratum: string): readonly string[] => stratum.split(between)
