import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

/** How long an answer is kept for a request that comes again. */
const remembered = { hours: 24 }

type AnswerKey = { readonly programId: string; readonly keyHash: Buffer }

/**
 * Claims a key for this request. Waits for another transaction that has the same key, and answers whether the
 * key is ours; if not, what stands under it is for `findAnswer`.
 */
export async function claimAnswer(
  work: Work,
  { programId, keyHash, requestHash }: AnswerKey & { readonly requestHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work.db)
    .insertInto('partner_answer')
    .values({
      organisation_id: work.actor.organisationId,
      program_id: programId,
      key_hash: keyHash,
      request_hash: requestHash,
      answered_at: work.now.toString(),
      status: null,
      answer: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const keepAnswer = (
  work: Work,
  { programId, keyHash, status, answer }: AnswerKey & { status: number; answer: Buffer },
): void =>
  work.leave(
    tables(work.db)
      .updateTable('partner_answer')
      .set({ status, answer })
      .where('organisation_id', '=', work.actor.organisationId)
      .where('program_id', '=', programId)
      .where('key_hash', '=', keyHash)
      .compile(),
  )

export const findAnswer = (work: Work, { programId, keyHash }: AnswerKey) =>
  tables(work.db)
    .selectFrom('partner_answer')
    .select(['request_hash', 'status', 'answer'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('program_id', '=', programId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()

export const forgetAnswers = (work: Work): void =>
  work.leave(
    tables(work.db)
      .deleteFrom('partner_answer')
      .where('organisation_id', '=', work.actor.organisationId)
      .where('answered_at', '<', work.now.subtract(remembered).toString())
      .compile(),
  )
