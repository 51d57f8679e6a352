import type { Role } from '#platform/actor.ts'
import type { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayChange, requireManager } from './access.ts'
import { hashInvitationCode, invitationLife, newInvitationCode } from './invitation.ts'
import { mayHold } from './organisation.ts'
import { type Profile, sealProfile } from './professional.ts'
import { endPasskeysOf, tellSignInChanged } from './revoke-passkeys.ts'
import { closeInvitation, insertInvitation, withdrawInvitationsOf } from './store-invitations.ts'
import { findMembers, getOwnOrganisation } from './store-people.ts'

/** What the administrator hands over. The code is told once and kept nowhere. */
export type Invited = { readonly code: string; readonly expiresAt: Temporal.Instant }

/** Invites someone who does not work here yet. */
export async function inviteColleague(
  work: Work,
  keyring: Keyring,
  { profile, roles }: { profile: Profile; roles: readonly Role[] },
): Promise<Invited> {
  requireManager(work.actor)
  const organisation = await getOwnOrganisation(work)
  if (!mayHold(organisation.kind, roles)) refuse('invalid', 'roles-wrong')
  const personId = newId()
  const key = await keyring.keyOf(work)
  const sealed = sealProfile(key, organisation.id, personId, profile)
  return invite(work, { personId, profile: sealed, roles })
}

/**
 * A new link for a colleague who lost their phone: earlier links and, unless they are to be kept, old
 * passkeys open nothing any more. Roles and details stay. The colleague hears of it, so that nobody
 * signs in as somebody else unseen.
 */
export async function inviteAgain(
  work: Work,
  personId: string,
  { keepPasskeys = false } = {},
): Promise<Invited> {
  requireManager(work.actor)
  const [member] = await findMembers(work, [personId])
  if (!member?.active) return refuse('not-found', 'no-such-colleague')
  if (!mayChange(work.actor, personId)) return refuse('not-allowed', 'not-yourself')
  await withdrawInvitationsOf(work, personId)
  if (!keepPasskeys) await endPasskeysOf(work, personId)
  await tellSignInChanged(work, personId)
  return invite(work, { personId, profile: member.profile, roles: member.roles })
}

/** Takes an invitation back before it is used. */
export async function withdrawInvitation(work: Work, id: string): Promise<void> {
  requireManager(work.actor)
  if (!(await closeInvitation(work, id, 'withdrawn_at'))) refuse('not-found', 'no-such-invitation')
  work.audit({ act: 'identity.withdraw-invitation', subject: id })
}

type Row = { personId: string; profile: Buffer; roles: readonly string[] }

async function invite(work: Work, { personId, profile, roles }: Row): Promise<Invited> {
  const id = newId()
  const code = newInvitationCode()
  const expiresAt = work.now.add(invitationLife)
  const codeHash = hashInvitationCode(code)
  await insertInvitation(work, { id, codeHash, personId, profile, roles, expiresAt })
  work.audit({
    act: 'identity.invite',
    subject: personId,
    details: { invitation: id, roles: roles.join(',') },
  })
  return { code, expiresAt }
}
