import type { Role } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { requireManager } from './access.ts'
import { openProfile, type Profile } from './professional.ts'
import { type OwnPasskey, readPasskeys } from './show-account.ts'
import { listOpenInvitations } from './store-invitations.ts'
import { findMembers, listMembers } from './store-people.ts'

export type Colleague = {
  readonly personId: string
  readonly profile: Profile
  readonly roles: readonly Role[]
  readonly active: boolean
}

export type OpenInvitation = {
  readonly id: string
  readonly profile: Profile
  readonly roles: readonly Role[]
  readonly expiresAt: Temporal.Instant
}

/** Everybody who works here or worked here, and who is invited; in order of name. */
export async function listColleagues(work: Work, keyring: Keyring) {
  requireManager(work.actor)
  const key = await keyring.keyOf(work)
  const { organisationId } = work.actor
  const colleagues = (await listMembers(work)).map(
    (row): Colleague => ({
      personId: row.person_id,
      profile: openProfile(key, organisationId, row.person_id, row.profile),
      roles: row.roles as Role[],
      active: row.active,
    }),
  )
  const invitations = (await listOpenInvitations(work)).map(
    (row): OpenInvitation => ({
      id: row.id,
      profile: openProfile(key, organisationId, row.person_id, row.profile),
      roles: row.roles as Role[],
      expiresAt: Temporal.Instant.from(row.expires_at),
    }),
  )
  work.audit({ act: 'identity.list-colleagues', details: { colleagues: colleagues.length } })
  return { colleagues: colleagues.sort(byName), invitations: invitations.sort(byName) }
}

/** One colleague, to change their roles or take a passkey away. Who works elsewhere does not exist here. */
export async function showColleague(
  work: Work,
  keyring: Keyring,
  personId: string,
): Promise<Colleague & { readonly passkeys: readonly OwnPasskey[] }> {
  requireManager(work.actor)
  const [row] = await findMembers(work, [personId])
  if (!row) return refuse('not-found', 'no-such-colleague')
  const key = await keyring.keyOf(work)
  const passkeys = await readPasskeys(work, key, personId)
  work.audit({ act: 'identity.show-colleague', subject: personId })
  return {
    personId,
    profile: openProfile(key, work.actor.organisationId, personId, row.profile),
    roles: row.roles as Role[],
    active: row.active,
    passkeys,
  }
}

const byName = (one: { profile: Profile }, other: { profile: Profile }): number =>
  one.profile.name.localeCompare(other.profile.name, 'nl')
