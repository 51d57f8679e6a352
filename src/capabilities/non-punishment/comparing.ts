/** Decisions of an office laid side by side as numbers that lead to nobody. Pure. */
import { safeTable } from '#platform/safe-count.ts'
import type { Following } from './signing.ts'

/** By what decisions can be compared: one of these at a time. */
export const kinds = ['route', 'offence', 'form', 'age', 'assessment', 'looked'] as const
export type Kind = (typeof kinds)[number]

export const ageBands = ['under-12', '12-15', '16-17', '18-and-over', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

/** Our own choice of bands: under 12 nobody is prosecuted, and most are 12 to 17. */
export function ageBandOf(years: number | undefined): AgeBand {
  if (years === undefined) return 'unknown'
  if (years < 12) return 'under-12'
  if (years < 16) return '12-15'
  return years < 18 ? '16-17' : '18-and-over'
}

/** One decision in codes; its outcomes put together. */
export type Decided = {
  readonly dossierId: string
  /** ISO date on which it was signed */
  readonly on: string
  readonly following: Following
  readonly forms: readonly string[]
  readonly ageBand: AgeBand
  readonly routes: readonly string[]
  /** `Sr 310`; another law has no code to compare */
  readonly offences: readonly string[]
  readonly lookedAt: readonly string[]
}

/** A dossier in which no form was named has a value of its own. */
export const noForm = 'none'

const valuesOf: Readonly<Record<Kind, (one: Decided) => readonly string[]>> = {
  route: ({ routes }) => routes,
  offence: ({ offences }) => offences,
  form: ({ forms }) => (forms.length > 0 ? forms : [noForm]),
  age: ({ ageBand }) => [ageBand],
  assessment: ({ following }) => [following],
  looked: ({ lookedAt }) => lookedAt,
}

/** A number that may be told: of dossiers with this value, in a quarter or by a route. */
export type Cell<Beside> = {
  readonly value: string
  readonly beside: Beside
  readonly about: number
}

export type YearCompared = {
  readonly year: number
  /** by quarter of the year, 1 to 4 */
  readonly quarters: readonly Cell<number>[]
  /** of the whole year, by route; nothing where routes are what is compared */
  readonly routes: readonly Cell<string>[]
}

/**
 * What may be told of one year, which is over: everything at once, so that no number can be taken from a later one.
 * A dossier counts once in each number. `oldestFirst`: its decisions of that year, in the order of signing.
 */
export function compareYear(
  year: number,
  kind: Kind,
  oldestFirst: readonly Decided[],
  { values, routes }: { readonly values: readonly string[]; readonly routes: readonly string[] },
): YearCompared {
  const has = (value: string) => (one: Decided) => valuesOf[kind](one).includes(value)
  const lastOf = (some: readonly Decided[]) => [
    ...new Map(some.map((one) => [one.dossierId, one])).values(),
  ]
  const ofQuarter = [1, 2, 3, 4].map((quarter) =>
    lastOf(oldestFirst.filter(({ on }) => Math.ceil(Number(on.slice(5, 7)) / 3) === quarter)),
  )
  const ofYear = lastOf(oldestFirst)
  return {
    year,
    quarters: told(values, [1, 2, 3, 4], (value, quarter) => {
      return (ofQuarter[quarter - 1] ?? []).filter(has(value)).length
    }),
    routes:
      kind === 'route'
        ? []
        : told(values, routes, (value, route) => {
            return ofYear.filter(has(value)).filter((one) => one.routes.includes(route)).length
          }),
  }
}

/** In the order of the values; what is secret is left out, and so looks like what never was. */
function told<B>(
  values: readonly string[],
  besides: readonly B[],
  count: (value: string, beside: B) => number,
): readonly Cell<B>[] {
  const table = safeTable(values.map((value) => besides.map((beside) => count(value, beside))))
  return values.flatMap((value, row) =>
    besides.flatMap((beside, column) => {
      const about = table[row]?.[column]
      return typeof about === 'number' ? [{ value, beside, about }] : []
    }),
  )
}
