import { dutchDay } from '#platform/dates.ts'
import { safeCount, secretUpTo } from '#platform/safe-count.ts'
import type { Work } from '#platform/work.ts'
import { type Law, laws } from './dossier-words.ts'
import { prosecutor } from './find-dossier.ts'
import type { Following } from './signing.ts'
import { countByProvision, countByYearAndRoute, listOutcomesOn } from './store-compare.ts'

export type Provision = { readonly law: Law; readonly article: string }

export type Compared = {
  /** provisions that were decided on often enough to show, by law and number */
  readonly provisions: readonly Provision[]
  /** one per dossier, of the chosen provision, in the order of what they say; nothing when none was chosen or it is not shown */
  readonly lines: readonly {
    readonly route: string
    readonly grounds: readonly string[]
    readonly lookedAt: readonly string[]
    readonly following: Following
  }[]
  /** safe numbers by year and route, the newest year first */
  readonly counts: readonly {
    readonly year: number
    readonly route: string
    readonly count: number | 'secret'
  }[]
}

/**
 * Decisions of this office side by side, for whoever takes them. Who is outside the circle of a dossier must
 * not learn that it exists: a provision is shown only when it was decided on in so many dossiers that nothing
 * points at one, and only with years that are over (decision 153).
 */
export async function compareDecisions(
  work: Work,
  { chosen, routes }: { chosen: string | undefined; routes: readonly string[] },
): Promise<Compared> {
  prosecutor(work)
  const thisYear = Number(dutchDay(work.now).slice(0, 4))
  const provisions = (await countByProvision(work, thisYear))
    .filter(({ dossiers }) => Number(dossiers) > secretUpTo)
    .map(({ law, article }) => ({ law, article }))
    .sort(
      (one, other) =>
        laws.indexOf(one.law) - laws.indexOf(other.law) ||
        one.article.localeCompare(other.article, 'nl', { numeric: true }),
    )
  const of = provisions.find((one) => provisionCode(one) === chosen)
  const rows = of ? await listOutcomesOn(work, { ...of, thisYear }) : []
  const counted = await countByYearAndRoute(work, thisYear)
  const years = [...new Set(counted.map(({ year }) => year))].sort((one, other) => other - one)
  work.audit({ act: 'dossier.compare', details: { count: rows.length } })
  return {
    provisions,
    // By the codes that they hold: an order in time would tell, by counting, what the numbers keep secret.
    lines: rows
      .map(({ route, grounds, looked_at, following }) => ({
        route,
        grounds,
        lookedAt: looked_at,
        following,
      }))
      .sort((one, other) => codesOf(one).localeCompare(codesOf(other))),
    counts: years
      .map((year) =>
        // Every route of a year, so that a missing line says nothing either.
        routes.map((route) => {
          const cell = counted.find((one) => one.year === year && one.route === route)
          return { year, route, count: safeCount(Number(cell?.dossiers ?? 0)) }
        }),
      )
      // A year in which all is secret says that there was something: it is left out.
      .filter((year) => year.some(({ count }) => count !== 'secret'))
      .flat(),
  }
}

const codesOf = (line: Compared['lines'][number]): string =>
  [line.route, ...line.grounds, line.following, ...line.lookedAt].join(' ')

/** As it stands in an address: `Sr-310`. */
export const provisionCode = ({ law, article }: Provision): string => `${law}-${article}`
