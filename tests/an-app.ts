import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { demoActor } from '#capabilities/identity/demo-region.ts'
import { startSession } from '#capabilities/identity/start-session.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { newKey } from '#platform/crypto.ts'
import type { Keys } from '#platform/keys-on-disk.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aVisitor, type Exchange, type Visitor } from '#tests/a-visitor.ts'
import type { TestDatabase } from '#tests/database.ts'
import { aDemoDatabase, demoKeys } from '#tests/demo-database.ts'
import { type App, openApp } from '../src/app.ts'

/** The whole program as `main.ts` opens it, without a port, and everything that leaves it. */
export type TestApp = {
  readonly house: TestHouse
  readonly app: App
  readonly origin: string
  readonly dataFolder: string
  readonly keys: Keys
  /** every request and answer since the last `forget` */
  readonly exchanges: Heard[]
  /** everything that was written to the log */
  logged(): string
  /** somebody who is not signed in */
  aStranger(): Visitor
  /** this person, with a new session that was proved just now */
  signedIn(actor: PersonActor): Promise<Visitor>
  close(): Promise<void>
}

/** `by`: somebody signed in with `signedIn`. */
export type Heard = Exchange & { readonly by: PersonActor | undefined }

type Options = {
  readonly origin?: string
  readonly demoRegion?: boolean
  /** false: as at an organisation that works with it */
  readonly demo?: boolean
  readonly database?: TestDatabase
  /** adds routes before the first request */
  readonly extend?: (routes: App['routes'], house: TestHouse) => void
}

export async function anApp({
  origin = 'https://oogmerk.voorbeeld.example',
  demoRegion = false,
  demo = true,
  database,
  extend,
}: Options = {}): Promise<TestApp> {
  const keys = demoRegion
    ? demoKeys()
    : { keyEncryptionKey: newKey(), trailKey: generateKeyPairSync('ed25519').privateKey }
  const own = database ?? (demoRegion ? await aDemoDatabase(loadRegion) : undefined)
  const house = await aHouse(own, keys.keyEncryptionKey)
  const dataFolder = await mkdtemp(join(tmpdir(), 'oogmerk-app-'))
  const lines: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line) => lines.push(line) })
  const config = readConfig({
    OOGMERK_DEMO: demo ? 'on' : 'off',
    OOGMERK_ORIGIN: origin,
    OOGMERK_DATA: dataFolder,
    OOGMERK_PROXIES: '1',
  })
  const app = openApp({ config, pool: house.pool, keys, clock: house.clock, log })
  extend?.(app.routes, house)
  // In a copy that holds the region this only finds it.
  if (demoRegion) {
    await app.loadDemoRegion().catch(async (error) => {
      // What stays open would keep the test file from ending, and nobody would read why.
      await app.close()
      await house.close()
      throw error
    })
  }
  const exchanges: Heard[] = []
  const fetch = (request: Request) => app.routes.fetch(request)
  const visitorOf = (by: PersonActor | undefined) =>
    aVisitor({ fetch, origin, heard: (one) => exchanges.push({ ...one, by }) })

  return {
    house,
    app,
    origin,
    dataFolder,
    keys,
    exchanges,
    logged: () => lines.join(''),
    aStranger: () => visitorOf(undefined),
    async signedIn(actor) {
      const device = { browser: 'Firefox', system: 'Android' } as const
      const token = await app.inTransaction(actor, 'sign-in', (work) =>
        startSession(work, house.keyring, { method: 'demo', device }),
      )
      const visitor = visitorOf(actor)
      visitor.jar.set(origin.startsWith('https:') ? '__Host-oogmerk' : 'oogmerk', token)
      return visitor
    },
    async close() {
      await app.close()
      await house.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

const loadRegion = async (database: TestDatabase): Promise<void> =>
  (await anApp({ demoRegion: true, database })).close()

/** Somebody of the demo region, by the name in region.yaml: `somebody('fenna-voorbeeld')`. */
export const somebody = (slug: string) => demoActor(`person:${slug}`)
