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

const year = sql<number>`extract(year from d.decided_on)::int`

/** How often each provision was decided on, by its code. */
export const countByProvision = (work: Work) =>
  outcomes(work)
    .select(['f.law', 'f.article'])
    .select((count) => count.fn.countAll<string>().as('decisions'))
    .groupBy(['f.law', 'f.article'])
    .execute()

/** One line per decision on this provision, in the order of time. */
export const listOutcomesOn = (work: Work, { law, article }: { law: Law; article: string }) =>
  outcomes(work)
    .select(['o.route', 'o.grounds', 'o.looked_at', 'd.following'])
    .select(year.as('year'))
    .where('f.law', '=', law)
    .where('f.article', '=', article)
    .orderBy('d.id')
    .limit(500)
    .execute()

export const countByYearAndRoute = (work: Work) =>
  outcomes(work)
    .select(['o.route'])
    .select(year.as('year'))
    .select((count) => count.fn.countAll<string>().as('decisions'))
    .groupBy(['o.route', year])
    .execute()
