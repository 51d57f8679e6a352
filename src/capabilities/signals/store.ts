import { type ExpressionBuilder, sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { followsUp } from '#platform/members.ts'
import type { Work } from '#platform/work.ts'
import { mayHaveQueue, openTo, rolesFor } from './access.ts'
import type { Observation } from './signal.ts'
import { readersNowOf, stillHere, takerGone } from './store-circle.ts'
import { type SignalEventKind, type SignalRow, type SignalTables, tables } from './tables.ts'

export type NewSignalRow = Omit<
  SignalRow,
  | 'organisation_id'
  | 'state'
  | 'assigned_to'
  | 'taken_up_by'
  | 'combination_id'
  | 'outcome'
  | 'withdrawn_because'
>

/**
 * Everything a new signal leaves behind, in one statement: its observations, its first event and a
 * message to whom it is meant for. The draft must be gone already, so that nothing is written twice.
 */
export function leaveSignal(
  work: Work,
  row: NewSignalRow,
  observations: readonly Observation[],
): void {
  const organisation = work.actor.organisationId
  const insertion = sql`
    with observed as (
      insert into signal_observation (organisation_id, signal_id, code, answer, found)
      select ${organisation}, ${row.id}, o.code, o.answer, o.found
      from unnest(
        ${observations.map((one) => one.code)}::text[],
        ${observations.map((one) => one.answer)}::text[],
        ${observations.map((one) => one.found)}::text[]) as o (code, answer, found)
    ), happened as (
      insert into signal_event (organisation_id, signal_id, id, kind, happened_at, by_person)
      values (${organisation}, ${row.id}, ${newId()}, 'recorded', ${row.recorded_at}, ${row.reported_by})
    ), told as (
      insert into outbox (organisation_id, id, recipient_id, template, language, reference, created_at)
      select ${organisation}, gen_random_uuid(), m.person_id, 'new-signal', m.language, ${row.reference},
        ${row.recorded_at}::timestamptz
      from membership m
      where m.organisation_id = ${organisation} and m.active and m.person_id <> ${row.reported_by}
        and ${followsUp} and (m.person_id = ${row.reader_id}::uuid
          or (${row.reader_id}::uuid is null and m.roles && ${rolesFor(row.readers)}::text[]))
    )
    insert into signal (organisation_id, id, reference, state, about, danger, origin, noticed_on,
      readers, reader_id, reported_by, recorded_at, look_before, edition, subject_index, content_key, content)
    values (${organisation}, ${row.id}, ${row.reference}, 'new', ${row.about}, ${row.danger}, ${row.origin},
      ${row.noticed_on}, ${row.readers}, ${row.reader_id}, ${row.reported_by}, ${row.recorded_at},
      ${row.look_before}, ${row.edition}, ${row.subject_index}, ${row.content_key}, ${row.content})`
  work.leave(insertion.compile(work.db))
}

export type FoundSignal = NonNullable<Awaited<ReturnType<typeof findSignalRow>>>

/** The signals this person may see: the same rule as `maySee`, as part of the query. */
const visibleTo = (actor: PersonActor) => (where: ExpressionBuilder<SignalTables, 'signal'>) =>
  where.or([where('signal.reported_by', '=', actor.personId), openForFollowUp(actor)(where)])

/** What this person may follow up: the rule `mayFollowUp`, as part of the query. */
export const openForFollowUp =
  (actor: PersonActor) => (where: ExpressionBuilder<SignalTables, 'signal'>) => {
    if (!mayHaveQueue(actor)) return where.lit(false)
    const open = openTo(actor)
    const chosen = [
      where('signal.assigned_to', '=', actor.personId),
      where('signal.reader_id', '=', actor.personId),
      where('signal.readers', '=', sql<'coordinators'>`any(${open})`),
    ]
    if (open.length === 0) return where.or(chosen)
    const now = readersNowOf(actor.organisationId)
    return where.or([...chosen, sql<boolean>`${now} = any(${open})`])
  }

export function findSignalRow(work: Work, actor: PersonActor, id: string, lock = false) {
  const here = stillHere(work.actor.organisationId)
  return tables(work)
    .selectFrom('signal')
    .selectAll()
    .select([
      here.colleague.as('colleague_here'),
      here.careCoordinator.as('care_coordinator_here'),
      here.coordinator.as('coordinator_here'),
      takerGone(work.actor.organisationId).as('taker_gone'),
    ])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where(visibleTo(actor))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
}

export const listObservations = (work: Work, id: string) =>
  tables(work)
    .selectFrom('signal_observation')
    .select(['code', 'answer', 'found'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', id)
    .orderBy('code')
    .execute()

export const listEvents = (work: Work, id: string) =>
  tables(work)
    .selectFrom('signal_event')
    .select(['id', 'kind', 'happened_at', 'by_person', 'to_person', 'words'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', id)
    .orderBy('id')
    .execute()

export async function updateSignal(
  work: Work,
  id: string,
  change: Partial<Omit<SignalRow, 'organisation_id' | 'id'>>,
): Promise<void> {
  await tables(work)
    .updateTable('signal')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteObservations(work: Work, id: string): Promise<void> {
  await tables(work)
    .deleteFrom('signal_observation')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', id)
    .execute()
}

/** Who asked the reporter something last. */
export const findAsker = async (work: Work, id: string): Promise<string | undefined> => {
  const asked = await tables(work)
    .selectFrom('signal_event')
    .select('by_person')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', id)
    .where('kind', '=', 'asked')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return asked?.by_person
}

/** Whether this person sent this very form before. */
export const isDoneBefore = async (
  work: Work,
  actor: PersonActor,
  { id, kind, key }: { id: string; kind: SignalEventKind; key: string },
): Promise<boolean> => {
  const found = await tables(work)
    .selectFrom('signal_event')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', id)
    .where('key', '=', key)
    .where('kind', '=', kind)
    .where('by_person', '=', actor.personId)
    .executeTakeFirst()
  return found !== undefined
}

export async function insertEvent(
  work: Work,
  actor: PersonActor,
  event: {
    signalId: string
    kind: SignalEventKind
    words?: Buffer
    toPerson?: string
    id: string
    key?: string | undefined
  },
): Promise<void> {
  await tables(work)
    .insertInto('signal_event')
    .values({
      organisation_id: work.actor.organisationId,
      signal_id: event.signalId,
      id: event.id,
      kind: event.kind,
      happened_at: work.now.toString(),
      by_person: actor.personId,
      to_person: event.toPerson ?? null,
      words: event.words ?? null,
      key: event.key ?? null,
    })
    .execute()
}

export async function insertCombination(work: Work, actor: PersonActor): Promise<string> {
  const id = newId()
  await tables(work)
    .insertInto('signal_combination')
    .values({
      organisation_id: work.actor.organisationId,
      id,
      made_by: actor.personId,
      made_at: work.now.toString(),
    })
    .execute()
  return id
}
