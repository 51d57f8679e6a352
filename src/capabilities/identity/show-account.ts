import { Temporal } from '#platform/clock.ts'
import { openJson } from '#platform/crypto.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { Device } from './device.ts'
import { ownPerson } from './end-sessions.ts'
import { deviceContext } from './start-session.ts'
import { listPasskeys } from './store-proofs.ts'
import { listLiveSessions } from './store-sessions.ts'

export type OwnSession = {
  readonly id: string
  readonly method: string
  readonly device: Device
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

export type OwnPasskey = {
  readonly id: string
  readonly device: Device
  readonly madeAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | undefined
}

/** Where someone is signed in, and with which passkeys they can sign in. Their own only. */
export async function showAccount(work: Work, keyring: Keyring) {
  const personId = ownPerson(work)
  const { organisationId } = work.actor
  const key = await keyring.keyOf(work)
  const sessions = await listLiveSessions(work, personId)
  const passkeys = await readPasskeys(work, key, personId)
  work.audit({ act: 'identity.show-account', subject: personId })
  return {
    sessions: sessions.map(
      (row): OwnSession => ({
        id: row.id,
        method: row.method,
        device: openJson<Device>(key, row.device, deviceContext(organisationId, row.id)),
        startedAt: row.started_at,
        seenAt: row.seen_at,
      }),
    ),
    passkeys,
  }
}

/** The passkeys with which somebody can sign in here, for an act that is in the trail already. */
export async function readPasskeys(
  work: Work,
  key: Buffer,
  personId: string,
): Promise<readonly OwnPasskey[]> {
  const { organisationId } = work.actor
  return (await listPasskeys(work, personId)).map((row) => {
    const id = row.credential_id.toString('base64url')
    return {
      id,
      device: openJson<Device>(key, row.device, deviceContext(organisationId, id)),
      madeAt: Temporal.Instant.from(row.made_at),
      usedAt: row.used_at ? Temporal.Instant.from(row.used_at) : undefined,
    }
  })
}
