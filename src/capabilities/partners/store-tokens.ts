import type { Temporal } from '#platform/clock.ts'
import type { Work } from '#platform/work.ts'
import { isScope, type Scope } from './program.ts'
import { tables } from './tables.ts'

/** Answers whether this statement was not used before. */
export async function insertAssertion(
  work: Work,
  one: { programId: string; jtiHash: Buffer; expiresAt: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work.db)
    .insertInto('partner_assertion')
    .values({
      organisation_id: work.actor.organisationId,
      program_id: one.programId,
      jti_hash: one.jtiHash,
      expires_at: one.expiresAt.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type NewToken = {
  readonly programId: string
  readonly tokenHash: Buffer
  readonly scopes: readonly Scope[]
  readonly expiresAt: Temporal.Instant
}

export const insertToken = (work: Work, token: NewToken): void =>
  work.leave(
    tables(work.db)
      .insertInto('partner_token')
      .values({
        organisation_id: work.actor.organisationId,
        token_hash: token.tokenHash,
        program_id: token.programId,
        scopes: [...token.scopes],
        expires_at: token.expiresAt.toString(),
      })
      .compile(),
  )

export type LiveToken = {
  readonly programId: string
  readonly scopes: readonly Scope[]
}

/** A token that holds now, of a program that was not ended. */
export async function findLiveToken(work: Work, tokenHash: Buffer): Promise<LiveToken | undefined> {
  const row = await tables(work.db)
    .selectFrom('partner_token as t')
    .innerJoin('partner_program as p', (join) =>
      join.onRef('p.organisation_id', '=', 't.organisation_id').onRef('p.id', '=', 't.program_id'),
    )
    .select(['t.program_id', 't.scopes'])
    .where('t.organisation_id', '=', work.actor.organisationId)
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', work.now.toString())
    .where('p.ended_at', 'is', null)
    .executeTakeFirst()
  return row && { programId: row.program_id, scopes: row.scopes.filter(isScope) }
}

/** Ends everything that was given to a program. */
export const deleteTokens = (work: Work, programId: string) =>
  tables(work.db)
    .deleteFrom('partner_token')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('program_id', '=', programId)
    .execute()

/** Forgets what opens nothing any more and what nobody would believe again. */
export function forgetExpired(work: Work): void {
  const organisation = work.actor.organisationId
  for (const table of ['partner_token', 'partner_assertion'] as const) {
    work.leave(
      tables(work.db)
        .deleteFrom(table)
        .where('organisation_id', '=', organisation)
        .where('expires_at', '<=', work.now.toString())
        .compile(),
    )
  }
}
