import type { Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayChange, requireManager } from './access.ts'
import type { Leaving, OpenWork } from './identity-parts.ts'
import { mayHold } from './organisation.ts'
import { withdrawInvitationsOf } from './store-invitations.ts'
import { getOwnOrganisation, lockMember, updateMember } from './store-people.ts'
import { endSessionRows } from './store-sessions.ts'

/** What others must take over when this colleague leaves or only keeps these roles. */
export async function countOpenWork(work: Work, openWork: OpenWork, leaving: Leaving) {
  await colleague(work, leaving.personId)
  work.audit({ act: 'identity.count-open-work', subject: leaving.personId })
  return openWork.count(work, leaving)
}

/** Gives a colleague other roles, from their next click on. */
export async function changeRoles(
  work: Work,
  { personId, roles }: { personId: string; roles: readonly Role[] },
): Promise<void> {
  const member = await colleague(work, personId)
  if (!member.active) refuse('conflict', 'not-active')
  const { kind } = await getOwnOrganisation(work)
  if (!mayHold(kind, roles)) refuse('invalid', 'roles-wrong')
  await updateMember(work, personId, { roles: [...roles] })
  work.audit({
    act: 'identity.change-roles',
    subject: personId,
    details: { before: member.roles.join(','), after: roles.join(',') },
  })
}

/** Somebody no longer works here: their sessions end now and open invitations are taken back. */
export async function deactivateColleague(work: Work, personId: string): Promise<void> {
  const member = await colleague(work, personId)
  if (!member.active) refuse('conflict', 'not-active')
  await updateMember(work, personId, { active: false })
  await withdrawInvitationsOf(work, personId)
  const ended = await endSessionRows(work, { personId })
  work.audit({ act: 'identity.deactivate', subject: personId, details: { ended } })
}

/** Somebody works here again, with the roles they had. */
export async function reactivateColleague(work: Work, personId: string): Promise<void> {
  const member = await colleague(work, personId)
  if (member.active) refuse('conflict', 'already-active')
  await updateMember(work, personId, { active: true })
  work.audit({ act: 'identity.reactivate', subject: personId })
}

async function colleague(work: Work, personId: string) {
  requireManager(work.actor)
  const member = await lockMember(work, personId)
  if (!member) return refuse('not-found', 'no-such-colleague')
  if (!mayChange(work.actor, personId)) return refuse('not-allowed', 'not-yourself')
  return member
}
