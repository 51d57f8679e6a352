import { blindIndex } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Organisation } from './organisation.ts'
import { sealProfile } from './professional.ts'
import {
  type Claims,
  checkClaims,
  type Provider,
  type ProviderRefusal,
  profileFrom,
  rolesAtFirstSight,
} from './provider.ts'
import { findMembers, getOwnOrganisation, insertMember, type Opening } from './store-people.ts'
import { findLinkedPerson, insertLink } from './store-proofs.ts'

export type Entry =
  | { readonly ok: true; readonly opening: Opening }
  | { readonly ok: false; readonly because: ProviderRefusal | 'not-invited' | 'not-active' }

type Vouched = { provider: Provider; claims: Claims & { sub: string } }

/** The account at this provider, as a number that only this organisation can make. */
export const subjectHash = (key: Buffer, provider: Pick<Provider, 'issuer'>, sub: string): Buffer =>
  blindIndex(key, 'provider-subject', `${provider.issuer}\n${sub}`)

/**
 * Whom the organisation's provider vouches for: someone linked before, or someone of the staff whom
 * the organisation lets in at first sight. Runs as the system: the person is not known before it ends.
 */
export async function enterThroughProvider(
  work: Work,
  keyring: Keyring,
  { provider, claims }: Vouched,
): Promise<Entry> {
  const organisation = await getOwnOrganisation(work)
  const key = await keyring.keyOf(work)
  const hash = subjectHash(key, provider, claims.sub)
  const personId = await findLinkedPerson(work, hash)

  const checked = checkClaims(provider, claims)
  if (!checked.ok) return refused(work, checked.because, personId)
  if (personId) {
    const [member] = await findMembers(work, [personId])
    if (!member?.active) return refused(work, 'not-active', personId)
    return { ok: true, opening: openingOf(organisation, personId, member.roles) }
  }

  const roles = rolesAtFirstSight(provider, organisation.kind, claims)
  const profile = profileFrom(claims)
  if (roles.length === 0 || !profile) return { ok: false, because: 'not-invited' }
  const newPerson = newId()
  const sealed = sealProfile(key, organisation.id, newPerson, profile)
  await insertMember(work, { personId: newPerson, roles, profile: sealed })
  // Two first visits in one moment: one of them stays, the other tries again.
  if (!(await insertLink(work, hash, newPerson))) refuse('conflict', 'linked-meanwhile')
  work.audit({ act: 'identity.admit', subject: newPerson, details: { roles: roles.join(',') } })
  return { ok: true, opening: openingOf(organisation, newPerson, [...roles]) }
}

/**
 * May this account use an invitation of this organisation? Answers the hash to link, and who it is
 * linked to when that is known already.
 */
export async function vouchForInvited(
  work: Work,
  keyring: Keyring,
  { provider, claims }: Vouched,
): Promise<
  | { ok: true; subjectHash: Buffer; personId: string | undefined }
  | { ok: false; because: ProviderRefusal }
> {
  const checked = checkClaims(provider, claims)
  if (!checked.ok) return checked
  const hash = subjectHash(await keyring.keyOf(work), provider, claims.sub)
  return { ok: true, subjectHash: hash, personId: await findLinkedPerson(work, hash) }
}

/** Somebody we know could not come in: that is in the trail. A stranger leaves nothing. */
function refused(
  work: Work,
  because: ProviderRefusal | 'not-active',
  personId: string | undefined,
): Entry {
  if (personId) {
    work.audit({ act: 'identity.sign-in-failed', subject: personId, details: { because } })
  }
  return { ok: false, because }
}

const openingOf = (
  organisation: Organisation,
  personId: string,
  roles: readonly string[],
): Opening => ({
  organisationId: organisation.id,
  organisationName: organisation.name,
  organisationKind: organisation.kind,
  personId,
  roles: roles as Opening['roles'],
})
