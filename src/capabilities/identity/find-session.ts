import { type OrganisationKind, type Role, roles } from '#platform/actor.ts'
import { type Clock, Temporal } from '#platform/clock.ts'
import { askTogether, type Pool } from '#platform/database.ts'
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

type Opened = {
  readonly row: SessionRow
  readonly signedIn: SignedIn
  readonly seenAt: Temporal.Instant
}

/** Each takes about a kilobyte of memory. */
const mostOpened = 10_000

/**
 * Opens the live session behind a cookie. This runs on every request of somebody signed in: one
 * prepared statement, and a transaction only once a minute per session.
 */
export function sessionFinder({ pool, inTransaction, keyring, clock, demo }: Parts): FindSession {
  const ask = askTogether(pool)
  const keys = new Map<string, Buffer>()
  const opened = new Map<string, Opened>()

  return async (token) => {
    if (token.startsWith(demoPrefix) && !demo) return undefined
    const now = clock()
    const row = await findSessionRow(ask, hashToken(token), now)
    if (!row) return undefined
    const { signedIn, seenAt } = await openOnce(row)
    if (mustNote(seenAt, now)) await note(row)
    return signedIn
  }

  /** The database says every time what holds now; what it says the same is not unsealed again. */
  async function openOnce(row: SessionRow): Promise<Opened> {
    const before = opened.get(row.session_id)
    if (before && isSame(before.row, row)) return before
    const key = keys.get(row.organisation_id) ?? (await fetchKey(row.organisation_id))
    const seenAt = Temporal.Instant.from(row.seen_at)
    const found = { row, signedIn: signedInFrom(row, key), seenAt }
    if (opened.size >= mostOpened) opened.clear()
    opened.set(row.session_id, found)
    return found
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

/**
 * Whether a session still holds, for a connection that stays open. Asking is not using: it makes nobody's
 * session last longer.
 */
export function sessionWatcher({ pool, clock, demo }: Pick<Parts, 'pool' | 'clock' | 'demo'>) {
  const ask = askTogether(pool)
  return async (token: string): Promise<boolean> =>
    (demo || !token.startsWith(demoPrefix)) &&
    (await findSessionRow(ask, hashToken(token), clock())) !== undefined
}

const isSame = (one: SessionRow, other: SessionRow): boolean =>
  one.seen_at === other.seen_at &&
  one.stepped_up_at === other.stepped_up_at &&
  one.organisation_name === other.organisation_name &&
  one.organisation_kind === other.organisation_kind &&
  one.roles.join() === other.roles.join() &&
  one.profile.equals(other.profile)

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
