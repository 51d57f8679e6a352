import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import { type SharingTables, tables } from './tables.ts'

export type AnswerRow = SharingTables['consultation_answer']

/** What this person wrote for what was received; nobody else's is found here. */
export const findAnswer = (
  work: Work,
  { receivedId, personId }: { receivedId: string; personId: string },
): Promise<AnswerRow | undefined> =>
  tables(work)
    .selectFrom('consultation_answer')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('made_by', '=', personId)
    .executeTakeFirst()

/** Whether somebody else here sent their answer: from then on it has an earlier last day. */
export async function didAnotherAnswer(
  work: Work,
  { receivedId, personId }: { receivedId: string; personId: string },
): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('consultation_answer')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('made_by', '!=', personId)
    .where('sent_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who else works here and began an answer, not sent yet, than the person at work. */
export async function listWhoStillWrite(work: Work, receivedId: string): Promise<string[]> {
  const { actor } = work
  const rows = await tables(work)
    .selectFrom('consultation_answer')
    .select('made_by')
    .where('organisation_id', '=', actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('made_by', '!=', actor.kind === 'person' ? actor.personId : '')
    .where('sent_at', 'is', null)
    .where(
      sql<boolean>`made_by in (select person_id from membership
        where organisation_id = ${actor.organisationId} and active)`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ made_by }) => made_by)
}

/** What this person answered first in such a message, if anything; of the words nothing. */
export const findAnsweredFirst = (
  work: Work,
  { kind, personId }: { kind: string; personId: string },
): Promise<Pick<AnswerRow, 'received_id'> | undefined> =>
  tables(work)
    .selectFrom('consultation_answer')
    .select('received_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('made_by', '=', personId)
    .where('kind', '=', kind)
    .where('sent_at', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** By its own id, for what became of the message in which it went. */
export const findAnswerById = (work: Work, id: string): Promise<AnswerRow | undefined> =>
  tables(work)
    .selectFrom('consultation_answer')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertAnswer = (
  work: Work,
  row: Pick<AnswerRow, 'id' | 'received_id' | 'kind' | 'made_by' | 'content'>,
) =>
  tables(work)
    .insertInto('consultation_answer')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      begun_at: work.now.toString(),
      changed_at: work.now.toString(),
      sent_at: null,
      message_id: null,
      hash: null,
      outcome: null,
    })
    .execute()

export const updateAnswer = (
  work: Work,
  id: string,
  change: Partial<Pick<AnswerRow, 'content' | 'sent_at' | 'message_id' | 'hash' | 'outcome'>>,
) =>
  tables(work)
    .updateTable('consultation_answer')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** The words of everybody who wrote for it; that somebody answered stays. */
export const eraseAnswers = (work: Work, receivedId: string) =>
  tables(work)
    .updateTable('consultation_answer')
    .set({ content: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('content', 'is not', null)
    .execute()
