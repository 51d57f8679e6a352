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
