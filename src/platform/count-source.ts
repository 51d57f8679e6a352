import { type RawBuilder, sql } from 'kysely'
import { dutchTimeZone } from '#platform/clock.ts'
import type { Bilingual } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'

/** A period that is over, as ISO days on a Dutch calendar: from the first, until the one that is not in it any more. */
export type CountPeriod = { readonly from: string; readonly until: string }

/** What a capability counts of the rows of the organisation at work, as numbers that name nobody. */
export type CountSource = {
  /** as a definition of a figure names it */
  readonly kind: string
  /** by what it is divided, in the order in which it is shown; nothing: one number, under the code `all` */
  readonly divisions: readonly { readonly code: string; readonly title: Bilingual }[]
  /** whether each of what is counted stands in one division only, so that they add up */
  readonly addsUp: boolean
  /** By code; what is not there is none. The same period counted again gives the same, as long as its rows do. */
  count(work: Work, period: CountPeriod): Promise<ReadonlyMap<string, number>>
}

/** The code of what is not divided. */
export const undivided = 'all'

/** That a day lies in the period. */
export const dayIn = (column: string, { from, until }: CountPeriod): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${until}::date)`

/** That a moment lies in the period. */
export const momentIn = (column: string, { from, until }: CountPeriod): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} >= ${startOf(from)} and ${sql.ref(column)} < ${startOf(until)})`

/** The moment at which a day begins on a Dutch clock. */
export const startOf = (day: string): RawBuilder<Date> =>
  sql<Date>`(${day}::date::timestamp at time zone ${dutchTimeZone})`

export type CountedRow = { readonly code: string; readonly count: number }

/** What a store counted, by code. */
export const countsByCode = (rows: readonly CountedRow[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ code, count }) => [code, Number(count)]))
