import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { hashToken, newToken } from '#platform/http/session-cookie.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { asProgramOf } from './access.ts'
import { type Assertion, checkAssertion } from './assertion.ts'
import type { KeySource } from './key-source.ts'
import {
  clientIdOf,
  grantedScopes,
  type ProgramName,
  programNamed,
  type Scope,
  tokenLasts,
} from './program.ts'
import { forgetAnswers } from './store-answers.ts'
import { forgetEvents } from './store-events.ts'
import { findProgram, lockProgram, noteUsed, type Program } from './store-programs.ts'
import { forgetExpired, insertAssertion, insertToken } from './store-tokens.ts'

export type TokenDesk = {
  readonly inTransaction: InTransaction
  readonly keySource: KeySource
}

export type TokenRequest = {
  readonly assertion: string
  readonly clientId: string | undefined
  readonly scope: string | undefined
  /** the address of this server */
  readonly issuer: string
  readonly requestId: string
}

export type Issued =
  | { readonly ok: true; readonly token: string; readonly scopes: readonly Scope[] }
  /** source: RFC 6749 section 5.2; why exactly is for our own trail, not for who asks */
  | { readonly ok: false; readonly error: 'invalid_client' | 'invalid_scope' }

const stranger = { ok: false, error: 'invalid_client' } as const

/** Who says to be standing here, before anything is proved: for limits, and to know where to look. */
export function claimedName(assertion: string): ProgramName | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return typeof sub === 'string' ? programNamed(sub) : undefined
  } catch {
    return undefined
  }
}

/**
 * A program proves with its own key that it is itself, and gets a token for ten minutes. The proof is looked
 * at outside a transaction, because keys may have to be fetched; what it was looked at with must still hold
 * when the token is written.
 */
export async function issueToken(desk: TokenDesk, request: TokenRequest): Promise<Issued> {
  const name = claimedName(request.assertion)
  if (!name || (request.clientId ?? clientIdOf(name)) !== clientIdOf(name)) return stranger
  const act = <T>(verb: (work: Work) => Promise<T>): Promise<T> =>
    desk.inTransaction(asProgramOf(name.organisationId), 'sign-in', verb, request.requestId)
  const { program, now } = await act(async (work) => ({
    program: await findProgram(work, name.programId),
    now: work.now,
  }))
  if (!program || program.endedAt) return stranger
  const expected = { clientId: clientIdOf(name), issuer: request.issuer, now }
  const keys = await desk.keySource.keysOf(program.place)
  let checked = keys && (await checkAssertion(request.assertion, { ...expected, keys }))
  if (checked && !checked.ok && checked.because === 'unknown-key') {
    const newer = await desk.keySource.keysOf(program.place, true)
    checked = newer && (await checkAssertion(request.assertion, { ...expected, keys: newer }))
  }
  if (!checked?.ok) {
    const because = checked?.because ?? 'no-keys'
    await act(async (work) => noteRefused(work, program.id, because))
    return stranger
  }
  const { assertion } = checked
  return act((work) => writeToken(work, { program, assertion, scope: request.scope }))
}

type Proven = {
  readonly program: Program
  readonly assertion: Assertion
  readonly scope: string | undefined
}

async function writeToken(work: Work, { program, assertion, scope }: Proven): Promise<Issued> {
  const held = await lockProgram(work, program.id)
  if (!held || held.endedAt || held.keysChangedAt !== program.keysChangedAt) return stranger
  const jtiHash = createHash('sha256').update(assertion.jti).digest()
  const { expiresAt } = assertion
  if (!(await insertAssertion(work, { programId: held.id, jtiHash, expiresAt }))) {
    noteRefused(work, held.id, 'used-before')
    return stranger
  }
  const granted = grantedScopes(held.scopes, scope)
  if (!granted) return { ok: false, error: 'invalid_scope' }
  const token = `${work.actor.organisationId}.${newToken()}`
  forgetExpired(work)
  forgetAnswers(work)
  forgetEvents(work)
  insertToken(work, {
    programId: held.id,
    tokenHash: hashToken(token),
    scopes: granted,
    expiresAt: work.now.add({ seconds: tokenLasts }),
  })
  noteUsed(work, held.id)
  work.audit({
    act: 'partners.token',
    subject: held.id,
    details: { scopes: granted.join(',') },
  })
  return { ok: true, token, scopes: granted }
}

/** Somebody stood at the door of this program who could not prove to be it. */
const noteRefused = (work: Work, programId: string, because: string): void =>
  work.audit({ act: 'partners.token-refused', subject: programId, details: { because } })
