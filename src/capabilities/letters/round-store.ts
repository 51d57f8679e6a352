import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Section } from './letter-document.ts'
import { type EventRow, type PartyRow, type ReceivedRow, type RemarkRow, tables } from './tables.ts'

const here = ({ actor }: Work): string => actor.organisationId

export const listParties = (work: Work, letterId: string): Promise<PartyRow[]> =>
  tables(work)
    .selectFrom('progress_letter_party')
    .selectAll()
    .where('organisation_id', '=', here(work))
    .where('letter_id', '=', letterId)
    .execute()

type Party = Pick<PartyRow, 'party_id' | 'state' | 'asked_version' | 'digest'>

/** Asked for the first time, or again. */
export async function writeParty(work: Work, letterId: string, party: Party): Promise<void> {
  const told = { ...party, undelivered_because: null, changed_at: work.now.toString() }
  await tables(work)
    .insertInto('progress_letter_party')
    .values({ ...told, organisation_id: here(work), letter_id: letterId })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'letter_id', 'party_id']).doUpdateSet(told),
    )
    .execute()
}

export const updateParty = (
  work: Work,
  { letterId, partyId }: { letterId: string; partyId: string },
  change: Partial<Pick<PartyRow, 'state' | 'undelivered_because'>>,
) =>
  tables(work)
    .updateTable('progress_letter_party')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', here(work))
    .where('letter_id', '=', letterId)
    .where('party_id', '=', partyId)
    .execute()

export const insertRemark = (
  work: Work,
  remark: Pick<RemarkRow, 'letter_id' | 'party_id' | 'version' | 'section' | 'words'>,
) =>
  tables(work)
    .insertInto('progress_letter_remark')
    .values({ ...remark, organisation_id: here(work), id: newId(), made_at: work.now.toString() })
    .execute()

/** Oldest first: ids grow with time. */
export const listRemarks = (work: Work, letterId: string): Promise<RemarkRow[]> =>
  tables(work)
    .selectFrom('progress_letter_remark')
    .selectAll()
    .where('organisation_id', '=', here(work))
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()

type Happening = Pick<EventRow, 'kind' | 'version'> &
  Partial<Pick<EventRow, 'party_id' | 'by_person'>>

export const insertEvent = (work: Work, letterId: string, event: Happening) =>
  tables(work)
    .insertInto('progress_letter_event')
    .values({
      party_id: null,
      by_person: null,
      ...event,
      organisation_id: here(work),
      letter_id: letterId,
      id: newId(),
      happened_at: work.now.toString(),
    })
    .execute()

/** Oldest first. */
export const listEvents = (work: Work, letterId: string): Promise<EventRow[]> =>
  tables(work)
    .selectFrom('progress_letter_event')
    .selectAll()
    .where('organisation_id', '=', here(work))
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()

export const findReceived = (
  work: Work,
  id: string,
  lock = false,
): Promise<ReceivedRow | undefined> =>
  tables(work)
    .selectFrom('progress_letter_received')
    .selectAll()
    .where('organisation_id', '=', here(work))
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** The newest first. */
export const listReceived = (work: Work) =>
  tables(work)
    .selectFrom('progress_letter_received')
    .select(['id', 'from_id', 'state', 'version', 'title', 'changed_at'])
    .where('organisation_id', '=', here(work))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

type Draft = Pick<ReceivedRow, 'id' | 'from_id' | 'version' | 'digest' | 'title'> & {
  readonly sections: readonly Section[]
}

/** A draft as it came: the first, or one that takes the place of the one before. */
export async function writeReceived(work: Work, { sections, ...draft }: Draft): Promise<void> {
  const now = work.now.toString()
  const told = {
    ...draft,
    state: 'asked' as const,
    sections: sql<readonly Section[]>`${JSON.stringify(sections)}::jsonb`,
    answered_by: null,
    key: null,
    changed_at: now,
  }
  await tables(work)
    .insertInto('progress_letter_received')
    .values({ ...told, organisation_id: here(work), received_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(told))
    .execute()
}

type ReceivedChange = Partial<Pick<ReceivedRow, 'state' | 'answered_by' | 'key'>> & {
  /** the words of a draft that is over go */
  readonly sections?: null
}

export const updateReceived = (work: Work, id: string, change: ReceivedChange) =>
  tables(work)
    .updateTable('progress_letter_received')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', here(work))
    .where('id', '=', id)
    .execute()
