import type { Assets } from '#design/assets.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction } from '#platform/work.ts'

/** What the capability needs from the house. */
export type IdentityParts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly keyring: Keyring
  readonly clock: Clock
  readonly config: Pick<Config, 'demo' | 'origin' | 'proxies'>
  readonly respond: Respond
  readonly cookie: SessionCookie
  readonly assets: Assets
  /** 32 bytes, derived from the key-encryption key: every server process must have the same */
  readonly cookieKey: Buffer
}
