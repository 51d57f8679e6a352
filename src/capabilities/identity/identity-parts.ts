import type { Assets } from '#design/assets.ts'
import type { Role } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction, Work } from '#platform/work.ts'

/** A colleague with the roles that remain: none when access stops. */
export type Leaving = { readonly personId: string; readonly roles: readonly Role[] }

/** Numbers only; `withNobody`: how much of it nobody here could see any more. */
type LeftWork = { readonly count: number; readonly withNobody: number }
export type LeftBehind = { readonly signals: LeftWork; readonly cases: LeftWork }

/** Open work that others must take over when a colleague leaves; whoever owns that work knows it. */
export type OpenWork = {
  count(work: Work, leaving: Leaving): Promise<LeftBehind>
  /** tells those who take over, in the transaction in which the colleague leaves and before it */
  handOver(work: Work, leaving: Leaving): Promise<void>
}

/** What the capability needs from the house. */
export type IdentityParts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly keyring: Keyring
  readonly clock: Clock
  readonly config: Pick<Config, 'demo' | 'origin' | 'proxies' | 'innerProviders'>
  readonly respond: Respond
  readonly cookie: SessionCookie
  readonly assets: Assets
  readonly openWork: OpenWork
  /** identifiers of what was loaded for the region, by the names in story.yaml */
  readonly storyPlaces: ReadonlyMap<string, string>
  /** 32 bytes, derived from the key-encryption key: every server process must have the same */
  readonly cookieKey: Buffer
}
