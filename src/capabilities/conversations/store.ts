import type { Work } from '#platform/work.ts'
import {
  type ConversationRow,
  type ConversationTables,
  type EventKind,
  tables,
  type WritingKind,
} from './tables.ts'

export type WritingRow = ConversationTables['conversation_writing']
export type PassageRow = ConversationTables['conversation_passage']
export type EventRow = ConversationTables['conversation_event']

/** Only within the case that was asked for; that the case is open to this person was asked before. */
export const findConversationRow = (
  work: Work,
  caseId: string,
  id: string,
  lock = false,
): Promise<ConversationRow | undefined> =>
  tables(work)
    .selectFrom('conversation')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** The newest of a case first; a case has few. */
export const listConversationRows = (work: Work, caseId: string): Promise<ConversationRow[]> =>
  tables(work)
    .selectFrom('conversation')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute()

export const findByKey = (
  work: Work,
  { caseId, personId, key }: { caseId: string; personId: string; key: string },
): Promise<{ id: string } | undefined> =>
  tables(work)
    .selectFrom('conversation')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('prepared_by', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

export async function insertConversation(
  work: Work,
  row: Pick<ConversationRow, 'id' | 'case_id' | 'prepared_by' | 'holder_id' | 'planned_on' | 'key'>,
): Promise<void> {
  await tables(work)
    .insertInto('conversation')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'prepared',
      prepared_at: work.now.toString(),
      held_on: null,
      shown_at: null,
      ended_at: null,
      called_off_because: null,
    })
    .execute()
}

export type Change = Partial<
  Omit<
    ConversationRow,
    'organisation_id' | 'id' | 'case_id' | 'prepared_by' | 'prepared_at' | 'key'
  >
>

export async function updateConversation(work: Work, id: string, change: Change): Promise<void> {
  await tables(work)
    .updateTable('conversation')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Every version of the preparation and the account, oldest first within each. */
export const listWritings = (work: Work, id: string): Promise<WritingRow[]> =>
  tables(work)
    .selectFrom('conversation_writing')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('conversation_id', '=', id)
    .orderBy('version')
    .execute()

export const findLatestWriting = (
  work: Work,
  id: string,
  kind: WritingKind,
): Promise<WritingRow | undefined> =>
  tables(work)
    .selectFrom('conversation_writing')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('conversation_id', '=', id)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .executeTakeFirst()

type Sealed<T extends { words: Buffer | null }> = Omit<T, 'organisation_id'>

export async function insertWriting(work: Work, row: Sealed<WritingRow>): Promise<void> {
  await tables(work)
    .insertInto('conversation_writing')
    .values({ ...row, organisation_id: work.actor.organisationId })
    .execute()
}

export const listPassageRows = (work: Work, id: string): Promise<PassageRow[]> =>
  tables(work)
    .selectFrom('conversation_passage')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('conversation_id', '=', id)
    .orderBy('id')
    .execute()

export async function insertPassage(work: Work, row: Sealed<PassageRow>): Promise<void> {
  await tables(work)
    .insertInto('conversation_passage')
    .values({ ...row, organisation_id: work.actor.organisationId })
    .execute()
}

export const listEventRows = (work: Work, id: string): Promise<EventRow[]> =>
  tables(work)
    .selectFrom('conversation_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('conversation_id', '=', id)
    .orderBy('id')
    .execute()

export async function insertEvent(work: Work, row: Sealed<EventRow>): Promise<void> {
  await tables(work)
    .insertInto('conversation_event')
    .values({ ...row, organisation_id: work.actor.organisationId })
    .execute()
}

/** Whether this person sent this very form before. */
export async function isDoneBefore(
  work: Work,
  asked: { id: string; personId: string; kind: EventKind; key: string },
): Promise<boolean> {
  const found = await tables(work)
    .selectFrom('conversation_event')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('conversation_id', '=', asked.id)
    .where('by_person', '=', asked.personId)
    .where('kind', '=', asked.kind)
    .where('key', '=', asked.key)
    .executeTakeFirst()
  return found !== undefined
}
