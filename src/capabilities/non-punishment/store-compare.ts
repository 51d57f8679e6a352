import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { Law } from './dossier-words.ts'
import { tables } from './tables.ts'

/** Decisions of the whole office, in codes: no name, no word, no day, and nothing that leads to a dossier. */

const outcomes = (work: Work) =>
  tables(work)
    .selectFrom('dossier_outcome as o')
    .innerJoin('dossier_decision as d', (join) =>
      join
        .onRef('d.organisation_id', '=', 'o.organisation_id')
        .onRef('d.dossier_id', '=', 'o.dossier_id')
        .onRef('d.id', '=', 'o.decision_id'),
    )
    .innerJoin('dossier_offence as f', (join) =>
      join
        .onRef('f.organisation_id', '=', 'o.organisation_id')
        .onRef('f.dossier_id', '=', 'o.dossier_id')
        .onRef('f.id', '=', 'o.offence_id'),
    )
    .where('o.organisation_id', '=', work.actor.organisationId)
    // Of another law only the words tell which one it is: nothing to lay side by side.
    .where('f.law', '!=', 'other')

const year = sql<number>`extract(year from d.decided_on)::int`

/** Only what lies in a year before this one: a line more than yesterday would be one decision. */
const before = (thisYear: number) => sql<boolean>`${year} < ${thisYear}`

/** In how many dossiers each provision was decided on, by its code. One young person counts once. */
export const countByProvision = (work: Work, thisYear: number) =>
  outcomes(work)
    .where(before(thisYear))
    .select(['f.law', 'f.article'])
    .select((of) => of.fn.count<string>('o.dossier_id').distinct().as('dossiers'))
    .groupBy(['f.law', 'f.article'])
    .execute()

/** The last decision of each dossier on this provision, without its year. */
export const listOutcomesOn = (
  work: Work,
  { law, article, thisYear }: { law: Law; article: string; thisYear: number },
) =>
  outcomes(work)
    .distinctOn('o.dossier_id')
    .select(['o.route', 'o.grounds', 'o.looked_at', 'd.following'])
    .where(before(thisYear))
    .where('f.law', '=', law)
    .where('f.article', '=', article)
    .orderBy('o.dossier_id')
    .orderBy('d.id', 'desc')
    .orderBy('f.id')
    .limit(500)
    .execute()

/** In how many dossiers a route was chosen in a year. */
export const countByYearAndRoute = (work: Work, thisYear: number) =>
  outcomes(work)
    .where(before(thisYear))
    .select(['o.route'])
    .select(year.as('year'))
    .select((of) => of.fn.count<string>('o.dossier_id').distinct().as('dossiers'))
    .groupBy(['o.route', year])
    .execute()
