import { tell } from '#platform/outbox.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayChange, requireManager } from './access.ts'
import { lockMember } from './store-people.ts'
import { revokePasskeyRow, revokePasskeyRows } from './store-proofs.ts'
import { endSessionRows } from './store-sessions.ts'

/** An administrator takes a colleague's passkey away, such as one on a lost phone. */
export async function revokeColleaguePasskey(
  work: Work,
  { personId, passkeyId }: { personId: string; passkeyId: string },
): Promise<void> {
  requireManager(work.actor)
  if (!(await lockMember(work, personId))) refuse('not-found', 'no-such-colleague')
  if (!mayChange(work.actor, personId)) refuse('not-allowed', 'not-yourself')
  const revoked = await revokePasskeyRow(work, personId, Buffer.from(passkeyId, 'base64url'))
  if (!revoked) refuse('not-found', 'no-such-passkey')
  await endSessions(work, personId, 1)
  await tellSignInChanged(work, personId)
}

/** All passkeys and sessions of somebody whose phone is lost; without a passkey there may be sessions. */
export async function endPasskeysOf(work: Work, personId: string): Promise<void> {
  await endSessions(work, personId, await revokePasskeyRows(work, personId))
}

/** Sessions end too: whoever holds the phone may be signed in with it. */
async function endSessions(work: Work, personId: string, passkeys: number): Promise<void> {
  const sessions = await endSessionRows(work, { personId })
  work.audit({
    act: 'identity.revoke-colleague-passkey',
    subject: personId,
    details: { passkeys, sessions },
  })
}

/** That something changed, and nothing more: who reads the mail on a lost phone learns no detail. */
export const tellSignInChanged = (work: Work, personId: string): Promise<void> =>
  tell(work, { to: personId, template: 'sign-in-changed', reference: '' })
