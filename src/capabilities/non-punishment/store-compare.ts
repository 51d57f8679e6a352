import { sql } from 'kysely'
import { type CountedRow, type CountPeriod, momentIn } from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

type Days = { readonly from: string; readonly before: string }

/**
 * What the whole office decided on from a day and before another, in codes, the oldest first: no name and no word.
 * One row per outcome. Leaves this folder only as numbers that are safe to tell.
 */
export const listOutcomesBetween = (work: Work, { from, before }: Days) =>
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
    .where('d.decided_on', '>=', from)
    .where('d.decided_on', '<', before)
    .select(['d.id', 'o.dossier_id', 'd.decided_on', 'd.following', 'd.forms', 'd.age_band'])
    .select(['o.route', 'o.looked_at', 'f.law', 'f.article'])
    .orderBy('d.id')
    .orderBy('f.id')
    .execute()

/** Of the whole office: dossiers by route, of the last decision that was signed in the period; once per route. */
export async function countRoutesDecided(
  work: Work,
  period: CountPeriod,
): Promise<readonly CountedRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedRow>`
    select o.route as code, count(distinct o.dossier_id)::int as count
    from dossier_outcome o join (
      select distinct on (dossier_id) dossier_id, id from dossier_decision
      where organisation_id = ${organisation} and ${momentIn('signed_at', period)}
      order by dossier_id, signed_at desc, id desc
    ) last on last.dossier_id = o.dossier_id and last.id = o.decision_id
    where o.organisation_id = ${organisation}
    group by 1`.execute(work.db)
  return rows
}
