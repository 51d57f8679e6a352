import type { Temporal } from '#platform/clock.ts'
import { sealJson } from '#platform/crypto.ts'
import { hashToken, newToken } from '#platform/http/session-cookie.ts'
import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Device } from './device.ts'
import { demoPrefix, type SignInMethod } from './session.ts'
import { lockMember, updateMember } from './store-people.ts'
import { insertSession } from './store-sessions.ts'

export const deviceContext = (organisationId: string, id: string): string =>
  `device:${organisationId}:${id}`

export const tokenFor = (method: SignInMethod): string =>
  method === 'demo' ? demoPrefix + newToken() : newToken()

type Start = {
  readonly method: SignInMethod
  readonly device: Device
  /** when the person proved who they are; now, unless they chose an organisation first */
  readonly provenAt?: Temporal.Instant
  /** of the page on which they signed in */
  readonly language?: Language
}

/** Someone who has just proved who they are starts to work for one organisation. Answers the cookie. */
export async function startSession(
  work: Work,
  keyring: Keyring,
  { method, device, provenAt = work.now, language }: Start,
): Promise<string> {
  if (work.actor.kind !== 'person') return refuse('not-allowed', 'only-a-person-signs-in')
  const { personId, organisationId } = work.actor
  // Locked, so that a session cannot start beside the act that deactivates its owner.
  const member = await lockMember(work, personId)
  if (!member?.active) return refuse('not-allowed', 'not-a-member')
  if (language && language !== member.language) await updateMember(work, personId, { language })

  const id = newId()
  const token = tokenFor(method)
  const key = await keyring.keyOf(work)
  await insertSession(work, {
    id,
    personId,
    tokenHash: hashToken(token),
    method,
    provenAt,
    device: sealJson(key, device, deviceContext(organisationId, id)),
  })
  work.audit({ act: 'identity.sign-in', subject: personId, details: { method } })
  return token
}
