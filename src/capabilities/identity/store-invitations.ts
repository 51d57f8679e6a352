import { sql } from 'kysely'
import type { Temporal } from '#platform/clock.ts'
import type { Pool } from '#platform/database.ts'
import { forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './store-tables.ts'

export async function findInvitationRow(pool: Pool, codeHash: Buffer, now: Temporal.Instant) {
  const found = await pool.query<{
    organisation_id: string
    organisation_name: string
    organisation_kind: string
    invitation_id: string
  }>({
    name: 'find-invitation',
    text: 'select * from find_invitation($1, $2)',
    values: [codeHash, now.toString()],
  })
  return found.rows[0]
}

type NewInvitation = {
  id: string
  codeHash: Buffer
  personId: string
  profile: Buffer
  roles: readonly string[]
  expiresAt: Temporal.Instant
}

export async function insertInvitation(work: Work, invitation: NewInvitation): Promise<void> {
  await tables(work.db)
    .insertInto('invitation')
    .values({
      organisation_id: work.actor.organisationId,
      id: invitation.id,
      code_hash: invitation.codeHash,
      person_id: invitation.personId,
      profile: invitation.profile,
      roles: [...invitation.roles],
      made_at: work.now.toString(),
      expires_at: invitation.expiresAt.toString(),
      used_at: null,
      withdrawn_at: null,
    })
    .execute()
}

const open = (work: Work) =>
  tables(work.db)
    .selectFrom('invitation')
    .select(['id', 'person_id', 'profile', 'roles', 'expires_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', work.now.toString())

export const listOpenInvitations = (work: Work) => open(work).orderBy('expires_at').execute()

export const findOpenInvitation = (work: Work, id: string) =>
  open(work).where('id', '=', id).executeTakeFirst()

/** Answers whether this was the one use; a second try at the same moment gets false. */
export async function closeInvitation(
  work: Work,
  id: string,
  how: 'used_at' | 'withdrawn_at',
): Promise<boolean> {
  const closed = await tables(work.db)
    .updateTable('invitation')
    .set({ [how]: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', work.now.toString())
    .executeTakeFirst()
  return closed.numUpdatedRows === 1n
}

/** Open invitations of someone who no longer works here must not open anything. */
export async function withdrawInvitationsOf(work: Work, personId: string): Promise<void> {
  await tables(work.db)
    .updateTable('invitation')
    .set({ withdrawn_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** An invitation that was used, withdrawn or ran out. */
export const forgetInvitations = forgetting(
  'invitation',
  (before) => sql`coalesce(used_at, withdrawn_at, expires_at) < ${before}`,
)
