import type { Pool } from '#platform/database.ts'
import type { Definition } from './definition.ts'
import { type Edition, fromText } from './edition.ts'
import type { Definitions } from './load-definitions.ts'
import { countOrganisations, countPublishers, listPublished } from './published-store.ts'

/** An edition with the hash by which it can be checked, as hexadecimal digits. */
export type Told = { readonly edition: Edition; readonly hash: string; readonly content: string }

/** What there is of one period: editions, the first first, and how many organisations published until now. */
export type OfPeriod = {
  readonly period: string
  readonly told: readonly Told[]
  readonly published: number
  /** how many organisations there are that could */
  readonly of: number
}

export type PublishedFigures = {
  /** by definition, periods with the last first */
  overview(): Promise<
    readonly {
      readonly definition: Definition
      readonly periods: readonly OfPeriod[]
    }[]
  >
  /** one period of one definition; nothing when nobody published anything of it */
  find(definition: string, period: string): Promise<OfPeriod | undefined>
}

/** What everybody may read, signed in or not. Read back, never counted again. */
export const publishedFigures = (pool: Pool, { all }: Definitions): PublishedFigures => ({
  async overview() {
    const [rows, publishers, kinds] = [
      await listPublished(pool, {}),
      await countPublishers(pool),
      await countOrganisations(pool),
    ]
    return all.map((definition) => {
      const own = rows.filter((row) => row.definition === definition.id)
      const counted = publishers.filter((row) => row.definition === definition.id)
      const of = possible(definition, kinds)
      const codes = [...new Set([...own, ...counted].map(({ period }) => period))]
      return {
        definition,
        periods: codes
          .sort()
          .reverse()
          .map((period) => ({
            period,
            told: own.filter((row) => row.period === period).map(toldFrom),
            published: counted.find((row) => row.period === period)?.organisations ?? 0,
            of,
          })),
      }
    })
  },
  async find(id, period) {
    const definition = all.find((one) => one.id === id)
    if (!definition) return undefined
    const told = (await listPublished(pool, { definition: id, period })).map(toldFrom)
    const published = (await countPublishers(pool)).find(
      (row) => row.definition === id && row.period === period,
    )?.organisations
    if (told.length === 0 && published === undefined) return undefined
    const of = possible(definition, await countOrganisations(pool))
    return { period, told, published: published ?? 0, of }
  },
})

const possible = ({ publishedBy }: Definition, kinds: ReadonlyMap<string, number>): number =>
  publishedBy.reduce((sum, kind) => sum + (kinds.get(kind) ?? 0), 0)

export const toldFrom = ({ content, hash }: { content: string; hash: Buffer }): Told => ({
  edition: fromText(content, hash),
  hash: hash.toString('hex'),
  content,
})
