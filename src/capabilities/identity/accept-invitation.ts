import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { sealJson } from '#platform/crypto.ts'
import type { Pool } from '#platform/database.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { Device } from './device.ts'
import { ownPerson } from './end-sessions.ts'
import { hashInvitationCode, looksLikeCode } from './invitation.ts'
import { openProfile, sealProfile } from './professional.ts'
import { tellSignInChanged } from './revoke-passkeys.ts'
import { deviceContext } from './start-session.ts'
import { closeInvitation, findInvitationRow, findOpenInvitation } from './store-invitations.ts'
import { insertMember, lockMember, type Opening } from './store-people.ts'
import { findLinkedPerson, findPasskeyOwner, insertLink, insertPasskey } from './store-proofs.ts'

/** An invitation that can still be used, for whoever holds the link. */
export type Invitation = Opening & { readonly id: string; readonly name: string }

type Parts = { pool: Pool; inTransaction: InTransaction; keyring: Keyring; clock: Clock }

export async function findInvitation(
  { pool, inTransaction, keyring, clock }: Parts,
  code: string,
): Promise<Invitation | undefined> {
  if (!looksLikeCode(code)) return undefined
  const row = await findInvitationRow(pool, hashInvitationCode(code), clock())
  if (!row) return undefined
  const organisationId = row.organisation_id
  return inTransaction(
    { kind: 'system', name: 'sign-in', organisationId },
    'sign-in',
    async (work) => {
      const open = await findOpenInvitation(work, row.invitation_id)
      if (!open) return undefined
      const key = await keyring.keyOf(work)
      return {
        id: open.id,
        name: openProfile(key, organisationId, open.person_id, open.profile).name,
        organisationId,
        organisationName: row.organisation_name,
        organisationKind: row.organisation_kind as OrganisationKind,
        personId: open.person_id,
        roles: open.roles as Role[],
      }
    },
  )
}

/** How the invited person will prove who they are from now on. */
export type NewProof =
  | {
      readonly kind: 'passkey'
      readonly credentialId: Buffer
      readonly publicKey: Buffer
      readonly counter: number
      readonly device: Device
    }
  | { readonly kind: 'provider'; readonly subjectHash: Buffer }

/**
 * Uses an invitation up: the person becomes a colleague, and the proof opens this organisation. A new
 * link for a lost phone changes no roles; a link for somebody new is not for who works here already:
 * an administrator could invite a colleague who does not exist, and take those roles.
 */
export async function acceptInvitation(
  work: Work,
  keyring: Keyring,
  { id, proof, language }: { id: string; proof: NewProof; language: Language },
): Promise<void> {
  const personId = ownPerson(work)
  const { organisationId } = work.actor
  const invitation = await findOpenInvitation(work, id)
  if (!invitation || !(await closeInvitation(work, id, 'used_at'))) {
    return refuse('not-found', 'no-such-invitation')
  }
  const key = await keyring.keyOf(work)
  const profile = openProfile(key, organisationId, invitation.person_id, invitation.profile)
  const isNew = await insertMember(work, {
    personId,
    roles: invitation.roles as Role[],
    language,
    // Sealed anew: someone who proved to be a known person keeps that number, and the seal holds it.
    profile: sealProfile(key, organisationId, personId, profile),
  })
  if (!isNew && personId !== invitation.person_id) {
    return refuse('conflict', 'proof-already-known')
  }
  const roles = isNew ? invitation.roles : await rolesNow(work, personId)
  const isNewProof = await insertProof(work, key, personId, proof)
  if (!isNewProof && (await ownerOf(work, proof)) !== personId) {
    return refuse('conflict', 'proof-already-known')
  }
  if (!isNew) await tellSignInChanged(work, personId)
  work.audit({
    act: 'identity.accept-invitation',
    subject: personId,
    details: {
      invitation: id,
      proof: proof.kind,
      'new-proof': isNewProof,
      'new-colleague': isNew,
      roles: roles.join(','),
    },
  })
}

/** The proof, or whoever gave it, belongs here already. */
export const isKnownProof = (error: unknown): boolean =>
  error instanceof Refusal && error.because === 'proof-already-known'

async function rolesNow(work: Work, personId: string): Promise<readonly string[]> {
  const member = await lockMember(work, personId)
  // Who was stopped comes back when an administrator says so, not with a link.
  return member?.active ? member.roles : refuse('conflict', 'proof-already-known')
}

const ownerOf = (work: Work, proof: NewProof): Promise<string | undefined> =>
  proof.kind === 'provider'
    ? findLinkedPerson(work, proof.subjectHash)
    : findPasskeyOwner(work, proof.credentialId)

function insertProof(work: Work, key: Buffer, personId: string, proof: NewProof): Promise<boolean> {
  if (proof.kind === 'provider') return insertLink(work, proof.subjectHash, personId)
  const { credentialId, publicKey, counter, device } = proof
  const context = deviceContext(work.actor.organisationId, credentialId.toString('base64url'))
  const sealed = sealJson(key, device, context)
  return insertPasskey(work, { credentialId, personId, publicKey, counter, device: sealed })
}
