import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Pool } from '#platform/database.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { ownPerson } from './end-sessions.ts'
import { noteFailedSignIn } from './note-failed-sign-in.ts'
import { readAuthentication, type Site } from './passkey.ts'
import {
  countPasskeyUse,
  findPasskeys,
  type KnownPasskey,
  revokePasskeyRow,
} from './store-proofs.ts'

type Parts = { pool: Pool; inTransaction: InTransaction; site: Site; requestId: string }
type Answer = { response: AuthenticationResponseJSON; challenge: string }

/** What the passkey that answered opens: nothing when it is unknown, revoked, copied or wrong. */
export async function checkPasskey(
  { pool, inTransaction, site, requestId }: Parts,
  { response, challenge }: Answer,
): Promise<readonly KnownPasskey[]> {
  const credentialId = Buffer.from(response.id, 'base64url')
  const known = await findPasskeys(pool, credentialId)
  const [first] = known
  if (!first) return []
  // Each organisation kept the count of the last use it saw; the highest is the truth.
  const counter = Math.max(...known.map((each) => each.counter))
  const publicKey = first.publicKey
  const count = await readAuthentication(site, response, challenge, { publicKey, counter })

  const opened: KnownPasskey[] = []
  for (const each of known.filter((other) => other.publicKey.equals(publicKey))) {
    const { organisationId, personId } = each
    const counted =
      count !== undefined &&
      (await inTransaction(
        { kind: 'system', name: 'sign-in', organisationId },
        'sign-in',
        (work) => countPasskeyUse(work, { credentialId, personId, counter: count }),
        requestId,
      ))
    if (counted) opened.push(each)
    else {
      const failed = { organisationId, personId, because: 'passkey-refused' }
      await noteFailedSignIn(inTransaction, failed, requestId)
    }
  }
  return opened
}

/** The person's own passkey stops working here. */
export async function revokePasskey(work: Work, id: string): Promise<void> {
  const personId = ownPerson(work)
  const revoked = await revokePasskeyRow(work, personId, Buffer.from(id, 'base64url'))
  if (!revoked) refuse('not-found', 'no-such-passkey')
  work.audit({ act: 'identity.revoke-passkey', subject: personId })
}
