import { type OrganisationKind, type Role, roles } from '#platform/actor.ts'
import { type Clock, Temporal } from '#platform/clock.ts'
import type { Pool } from '#platform/database.ts'
import type { FindSession, SignedIn } from '#platform/http/house-env.ts'
import { hashToken } from '#platform/http/session-cookie.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction } from '#platform/work.ts'
import { openProfile } from './professional.ts'
import { demoPrefix, mustNote } from './session.ts'
import { findSessionRow, noteSeen, type SessionRow } from './store-sessions.ts'

type Parts = {
  pool: Pool
  inTransaction: InTransaction
  keyring: Keyring
  clock: Clock
  demo: boolean
}

/**
 * Opens the live session behind a cookie. This runs on every request of somebody signed in: one
 * prepared statement, and a transaction only once a minute per session.
 */
export function sessionFinder({ pool, inTransaction, keyring, clock, demo }: Parts): FindSession {
  const keys = new Map<string, Buffer>()

  return async (token) => {
    if (token.startsWith(demoPrefix) && !demo) return undefined
    const now = clock()
    const row = await findSessionRow(pool, hashToken(token), now)
    if (!row) return undefined
    if (mustNote(Temporal.Instant.from(row.seen_at), now)) await note(row)
    const key = keys.get(row.organisation_id) ?? (await fetchKey(row.organisation_id))
    return signedInFrom(row, key)
  }

  function note(row: SessionRow): Promise<void> {
    return inTransaction(asSignIn(row.organisation_id), 'sign-in', (work) =>
      noteSeen(work, row.session_id, row.seen_at),
    )
  }

  async function fetchKey(organisationId: string): Promise<Buffer> {
    const key = await inTransaction(asSignIn(organisationId), 'sign-in', (work) =>
      keyring.keyOf(work),
    )
    keys.set(organisationId, key)
    return key
  }
}

const asSignIn = (organisationId: string) =>
  ({ kind: 'system', name: 'sign-in', organisationId }) as const

function signedInFrom(row: SessionRow, key: Buffer): SignedIn {
  return {
    sessionId: row.session_id,
    actor: {
      kind: 'person',
      personId: row.person_id,
      organisationId: row.organisation_id,
      organisationKind: row.organisation_kind as OrganisationKind,
      roles: row.roles.filter(isRole),
    },
    name: openProfile(key, row.organisation_id, row.person_id, row.profile).name,
    organisationName: row.organisation_name,
    steppedUpAt: Temporal.Instant.from(row.stepped_up_at ?? '1970-01-01T00:00Z'),
  }
}

// A role that this edition of the program does not know permits nothing.
const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)
