import { type RawBuilder, sql } from 'kysely'
import {
  careCoordinators,
  coordinators,
  followers,
  professionals,
  type Role,
} from '#platform/actor.ts'
import { followsUp } from '#platform/members.ts'
import type { Work } from '#platform/work.ts'
import { type ReadersNow, rolesFor } from './access.ts'
import type { Readers } from './signal.ts'

/** A colleague as they would be: with these roles, or with none because their access stops. */
export type Leaving = { readonly personId: string; readonly roles: readonly Role[] }

type Members = RawBuilder<unknown>

const members = (organisationId: string, leaving?: Leaving): Members =>
  leaving
    ? sql`(select person_id, language,
        case when person_id = ${leaving.personId}::uuid then ${leaving.roles}::text[] else roles end as roles
        from membership where organisation_id = ${organisationId} and active)`
    : sql`(select person_id, roles from membership
        where organisation_id = ${organisationId} and active and ${followsUp})`

const somebody = (among: Members, roles: readonly Role[]) =>
  sql<boolean>`exists (select from ${among} m where m.roles && ${roles}::text[])`

/** What the rule `readersNow` asks of the people who work here, for the signal of each row. */
export function stillHere(organisationId: string, leaving?: Leaving) {
  const among = members(organisationId, leaving)
  return {
    colleague: sql<boolean>`exists (select from ${among} m
      where m.person_id in (signal.reader_id, signal.assigned_to) and m.roles && ${followers}::text[])`,
    careCoordinator: somebody(among, careCoordinators),
    coordinator: somebody(among, coordinators),
  }
}

/** The rule `readersNow` once more, as part of a query. */
export function readersNowOf(organisationId: string, leaving?: Leaving): RawBuilder<ReadersNow> {
  const here = stillHere(organisationId, leaving)
  return sql<ReadersNow>`case
    when signal.state in ('closed', 'withdrawn') or ${here.colleague}
      or (signal.readers = 'coordinators' and ${here.coordinator})
      or (signal.readers = 'care-coordinators' and ${here.careCoordinator}) then signal.readers
    when ${here.careCoordinator} then 'care-coordinators'
    when ${here.coordinator} then 'coordinators'
    else 'nobody' end`
}

/**
 * Somebody took up this open signal and does not follow up here any more. Whoever takes a signal up
 * has it assigned, so any role that follows up keeps it with them: the same rule as `mayFollowUp`.
 */
export const takerGone = (organisationId: string): RawBuilder<boolean> =>
  sql<boolean>`(signal.state in ('taken-up', 'question-asked') and signal.taken_up_by is not null
    and signal.taken_up_by not in (select m.person_id from ${members(organisationId)} m))`

/** Who may follow up this signal now, besides its reporter: the rule `mayFollowUp`, the other way round. */
export async function listFollowers(work: Work, id: string): Promise<string[]> {
  const { organisationId } = work.actor
  const { rows } = await sql<{ person: string }>`
    select m.person_id as person
    from (select *, ${readersNowOf(organisationId)} as readers_now from signal
        where organisation_id = ${organisationId} and id = ${id}) as signal,
      ${members(organisationId)} m
    where m.person_id <> reported_by and (m.person_id in (reader_id, assigned_to)
      or (readers_now = 'coordinators' and m.roles && ${coordinators}::text[])
      or (readers_now = 'care-coordinators' and m.roles && ${careCoordinators}::text[]))`.execute(
    work.db,
  )
  return rows.map(({ person }) => person)
}

/** Whether this reporter can still read the own signals here: the rule `isReporter` for somebody else. */
export async function isStillReporter(work: Work, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from membership where active and person_id = ${personId}
    and organisation_id = ${work.actor.organisationId} and roles && ${professionals}::text[]`.execute(
    work.db,
  )
  return rows.length > 0
}

/**
 * For which choices of this reporter there is somebody to look now; with `readerId`, whether that
 * colleague can be the one who reads it.
 */
export async function findChoices(
  work: Work,
  reporterId: string,
  readerId?: string,
): Promise<readonly Readers[]> {
  const { organisationId } = work.actor
  const { rows } = await sql<{ readers: Readers }>`
    with here as (select person_id, roles from membership
      where organisation_id = ${organisationId} and active and ${followsUp})
    select 'coordinators' as readers from here where roles && ${coordinators}::text[]
    union select 'care-coordinators' from here where roles && ${careCoordinators}::text[]
    union select 'one-colleague' from here where person_id <> ${reporterId}
      and (${readerId ?? null}::uuid is null or person_id = ${readerId ?? null}::uuid)`.execute(
    work.db,
  )
  return rows.map((row) => row.readers)
}

export type LeftSignal = { readonly reference: string; readonly readersThen: ReadersNow }

/** Open signals that others must take over when this colleague leaves, with who then reads them. */
export async function listLeftSignals(work: Work, leaving: Leaving): Promise<LeftSignal[]> {
  const { organisationId } = work.actor
  const keeps = leaving.roles.some((role) => followers.includes(role))
  const { rows } = await sql<LeftSignal>`
    select reference, "readersThen" from (
      select signal.*, ${readersNowOf(organisationId)} as now_read,
        ${readersNowOf(organisationId, leaving)} as "readersThen"
      from signal where organisation_id = ${organisationId}
        and state in ('new', 'taken-up', 'question-asked')) as signal
    where now_read <> "readersThen"
      or (${leaving.personId}::uuid in (assigned_to, taken_up_by) and not ${keeps}::boolean)`.execute(
    work.db,
  )
  return rows
}

/** A message, without any detail, to everyone who reads these signals once the colleague has left. */
export async function tellWhoReadsThen(
  work: Work,
  leaving: Leaving,
  left: readonly LeftSignal[],
): Promise<void> {
  const { organisationId } = work.actor
  for (const { reference, readersThen } of left) {
    await sql`
      insert into outbox (organisation_id, id, recipient_id, template, language, reference, created_at)
      select ${organisationId}, gen_random_uuid(), m.person_id, 'new-signal', m.language, reference,
        ${work.now.toString()}::timestamptz
      from signal, ${members(organisationId, leaving)} m
      where signal.organisation_id = ${organisationId} and reference = ${reference}
        and m.person_id <> ${leaving.personId}::uuid and m.person_id <> reported_by
        and (m.roles && ${rolesFor(readersThen)}::text[]
          or (m.person_id = reader_id and m.roles && ${followers}::text[]))`.execute(work.db)
  }
}
