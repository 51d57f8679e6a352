import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import { type CandidateKind, candidateKinds, namesOfHouse } from './candidate.ts'
import type { Facts } from './row.ts'
import { tables } from './tables.ts'

export type Query = {
  readonly kind: CandidateKind | undefined
  readonly dossier: string | undefined
  /** also what somebody saw already, and what the House took back */
  readonly all: boolean
  readonly limit: number
  readonly offset: number
}

export type FoundRow = {
  readonly source: 'matters' | 'commitments'
  readonly id: string
  readonly facts: Facts['matters'] | Facts['commitments']
  readonly on_day: string | null
  readonly touched_at: string
  readonly withdrawn_at: string | null
  readonly seen_until: string | null
  readonly changed_since: boolean
  readonly item_id: string | null
}

const columns = sql`source, id, facts, on_day, touched_at, withdrawn_at, seen_until, item_id,
  coalesce(seen_until < touched_at, false) as changed_since`

/** Newest first by the day of the House. */
export async function listFound(
  work: Work,
  { kind, dossier, all, limit, offset }: Query,
): Promise<readonly FoundRow[]> {
  const named = kind === undefined ? undefined : namesOfHouse[kind]
  const others = candidateKinds.flatMap((one) => namesOfHouse[one] ?? [])
  const ofKind =
    kind === undefined
      ? sql`source in ('matters', 'commitments')`
      : kind === 'commitment'
        ? sql`source = 'commitments'`
        : named
          ? sql`source = 'matters' and facts->>'kind' = ${named}`
          : sql`source = 'matters' and facts->>'kind' <> all (${others}::text[])`
  const { rows } = await sql<FoundRow>`
    select ${columns} from parliament_row
    where organisation_id = ${work.actor.organisationId} and ${ofKind}
      ${dossier === undefined ? sql`` : sql`and facts->'dossiers' ? ${dossier}`}
      ${all ? sql`` : sql`and (seen_until < touched_at or (seen_until is null and withdrawn_at is null))`}
    order by on_day desc nulls last, id
    limit ${limit} offset ${offset}`.execute(work.db)
  return rows
}

export type One = { readonly source: 'matters' | 'commitments'; readonly id: string }

/** Held until the transaction ends: two people take it over once. */
export async function findFound(work: Work, { source, id }: One): Promise<FoundRow | undefined> {
  const { rows } = await sql<FoundRow>`
    select ${columns} from parliament_row
    where organisation_id = ${work.actor.organisationId} and source = ${source} and id = ${id}
    for update`.execute(work.db)
  return rows[0]
}

/** Documents and decisions of these matters, oldest change first. */
export async function listBelonging(work: Work, matters: readonly string[]) {
  if (matters.length === 0) return []
  const { rows } = await sql<
    { matters: string[]; on_day: string | null; stamp: string; withdrawn: boolean } & (
      | { source: 'documents'; facts: Facts['documents'] }
      | { source: 'decisions'; facts: Facts['decisions'] }
    )
  >`
    select source, facts, matters, on_day, stamp, withdrawn_at is not null as withdrawn
    from parliament_row
    where organisation_id = ${work.actor.organisationId} and source in ('documents', 'decisions')
      and matters && ${matters}::uuid[]
    order by on_day, id`.execute(work.db)
  return rows
}

export type Seen = One & {
  /** the change up to which it was read: what came later is shown again */
  readonly until: string
}

/** Marks a row seen as it was at that moment, with what became of it; false when there is no such row. */
export async function markSeen(
  work: Work,
  personId: string,
  { source, id, until, itemId }: Seen & { readonly itemId?: string },
): Promise<boolean> {
  const marked = await tables(work)
    .updateTable('parliament_row')
    .set({
      seen_until: sql<string>`least(touched_at, ${until}::timestamptz)`,
      seen_by: personId,
      ...(itemId ? { item_id: itemId } : {}),
    })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('source', '=', source)
    .where('id', '=', id)
    .returning('id')
    .execute()
  return marked.length > 0
}
