import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { type CountedRow, type CountPeriod, dayIn } from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'
import type { PlacementEventKind, PlacementState } from './placement.ts'
import { type SupportTables, tables } from './tables.ts'

export type PlacementRow = SupportTables['placement']

export const insertPlacement = (
  work: Work,
  actor: PersonActor,
  row: Pick<
    PlacementRow,
    'id' | 'case_id' | 'intervention' | 'edition' | 'offer_id' | 'proposed_on' | 'content'
  > & { key: string | undefined },
) =>
  tables(work)
    .insertInto('placement')
    .values({
      ...row,
      key: row.key ?? null,
      organisation_id: actor.organisationId,
      state: 'proposed',
      proposed_by: actor.personId,
      proposed_at: work.now.toString(),
    })
    .execute()

/** The placement that this person's form made before. The case is locked, so that none comes between. */
export async function findProposedBefore(
  work: Work,
  actor: PersonActor,
  { caseId, key }: { caseId: string; key: string },
): Promise<string | undefined> {
  const row = await tables(work)
    .selectFrom('placement')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('proposed_by', '=', actor.personId)
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

/** A placement of this case. Whether the case is open to this person was asked before. */
export const findPlacementRow = (
  work: Work,
  { caseId, id, lock = false }: { caseId: string; id: string; lock?: boolean },
) =>
  tables(work)
    .selectFrom('placement')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** The oldest first: ids grow with time. */
export const listPlacementRows = (work: Work, caseId: string) =>
  tables(work)
    .selectFrom('placement')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

type Change = { readonly state: PlacementState } & Partial<
  Pick<PlacementRow, 'agreed_on' | 'started_on' | 'ended_on' | 'evaluated_on' | 'stopped_on'>
>

export const updatePlacement = (work: Work, id: string, change: Change) =>
  tables(work)
    .updateTable('placement')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

export const insertPlacementEvent = (
  work: Work,
  actor: PersonActor,
  event: {
    placementId: string
    id: string
    kind: PlacementEventKind
    happenedOn: string
    content: Buffer
    key: string | undefined
  },
) =>
  tables(work)
    .insertInto('placement_event')
    .values({
      organisation_id: actor.organisationId,
      placement_id: event.placementId,
      id: event.id,
      kind: event.kind,
      happened_on: event.happenedOn,
      written_at: work.now.toString(),
      by_person: actor.personId,
      content: event.content,
      key: event.key ?? null,
    })
    .execute()

/** In the order in which they were written. */
export const listPlacementEvents = (work: Work, placementId: string) =>
  tables(work)
    .selectFrom('placement_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('placement_id', '=', placementId)
    .orderBy('id')
    .execute()

export async function isDoneBefore(
  work: Work,
  actor: PersonActor,
  { placementId, kind, key }: { placementId: string; kind: PlacementEventKind; key: string },
): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('placement_event')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('placement_id', '=', placementId)
    .where('by_person', '=', actor.personId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** Of the whole organisation: how many began in a period, by intervention; those not in `known` under `other`. */
export async function countStarted(
  work: Work,
  period: CountPeriod,
  { known, other }: { readonly known: readonly string[]; readonly other: string },
): Promise<readonly CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select case when intervention = any(${known}::text[]) then intervention else ${other}::text end as code,
      count(*)::int as count
    from placement where organisation_id = ${work.actor.organisationId} and ${dayIn('started_on', period)}
    group by 1`.execute(work.db)
  return rows
}
