import { Hono } from 'hono'
import type { Receiving, WayTo } from '#capabilities/sharing/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import { fetchFrom, isPublicAddress } from '#platform/public-fetch.ts'
import type { InTransaction } from '#platform/work.ts'
import { apiRoutes } from './api.ts'
import { deliveryOperations } from './deliveries.ts'
import { disclosureOperations } from './disclosures.ts'
import { keySource } from './key-source.ts'
import { listEventsOperation } from './list-events.ts'
import { oauthRoutes } from './oauth-routes.ts'
import { type ProgramRouteParts, programRoutes } from './program-routes.ts'
import { remoteWay } from './remote-way.ts'
import { guideRoutes } from './routes.ts'
import { openServerKey } from './server-key.ts'
import { sharingLineOperations } from './sharing-lines.ts'
import { takeCarried } from './take-carried.ts'
import { tellWebhooksJob } from './tell-webhooks.ts'

export { largerBodies } from './carried.ts'
export { addPeer, endPeer } from './keep-peers.ts'
export { heardByPrograms, tellingPrograms, tellOfRecall } from './listen-along.ts'
export { programNavigation } from './navigation.ts'
export { tellJob } from './tell-webhooks.ts'

type Parts = Omit<ProgramRouteParts, 'issuerOf'> & {
  readonly keyring: Keyring
  readonly config: Pick<
    Config,
    'origin' | 'port' | 'proxies' | 'innerProviders' | 'securityContact'
  >
  /** outside the database; the key with which this server proves itself is derived from it */
  readonly keyEncryptionKey: Buffer
  /** what takes in post that another server brings */
  readonly receiving: Receiving
  /** hears what went wrong with telling the programs of an organisation */
  readonly failed: (error: unknown, organisationId: string) => void
  /** for tests and benches: how this server goes to other servers, and requests a minute of one program */
  readonly reach?: ReturnType<typeof fetchFrom> | undefined
  readonly perMinute?: number | undefined
}

export type Partners = {
  readonly routes: Hono<HouseEnv>
  /** telling programs that something happened */
  readonly jobs: readonly Job[]
}

/** Programs that work for an organisation. */
export function openPartners(parts: Parts): Partners {
  const { inTransaction, keyring, clock, config, respond, keyEncryptionKey } = parts
  const issuerOf = (c: HouseContext) => config.origin ?? new URL(c.req.url).origin
  const origin = config.origin ?? `http://localhost:${config.port}`
  const reach = parts.reach ?? fetchFrom(config.innerProviders ? () => true : isPublicAddress)
  const key = openServerKey(keyEncryptionKey)
  const operations = [
    ...deliveryOperations(parts.desk),
    ...disclosureOperations(parts.desk),
    ...sharingLineOperations(parts.desk),
    listEventsOperation(origin),
    takeCarried(parts),
  ]
  const contact = config.securityContact?.startsWith('mailto:')
    ? config.securityContact.slice('mailto:'.length)
    : undefined

  const routes = new Hono<HouseEnv>()
  routes.route(
    '/',
    oauthRoutes({
      inTransaction,
      keySource: keySource({ clock, reach }),
      proxies: config.proxies,
      key,
      issuerOf,
    }),
  )
  routes.route(
    '/',
    apiRoutes({ inTransaction, keyring, operations, perMinute: parts.perMinute ?? 1_200 }),
  )
  routes.route('/', guideRoutes({ respond, operations, issuerOf, contact }))
  routes.route('/', programRoutes({ ...parts, issuerOf }))
  return {
    routes,
    jobs: [tellWebhooksJob({ inTransaction, clock, origin, key, reach, failed: parts.failed })],
  }
}

type RemoteParts = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly keyEncryptionKey: Buffer
  /** for tests: how this server goes to other servers */
  readonly reach?: ReturnType<typeof fetchFrom> | undefined
}

/** How post comes to organisations on other servers; to all others as before. */
export const waysToOthers = ({
  keyEncryptionKey,
  reach = fetchFrom(() => true),
  ...parts
}: RemoteParts): ((local: WayTo) => WayTo) =>
  remoteWay({ ...parts, reach, key: openServerKey(keyEncryptionKey) })
