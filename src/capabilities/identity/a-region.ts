import type { Hono } from 'hono'
import { pino } from 'pino'
import { designAssets } from '#design/design-assets.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { newKey } from '#platform/crypto.ts'
import { openPool } from '#platform/database.ts'
import { house } from '#platform/http/house.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { responder } from '#platform/http/respond.ts'
import { serveAssets } from '#platform/http/serve-assets.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { openKeyring } from '#platform/keyring.ts'
import { type AuditEntry, type Work, workMaker } from '#platform/work.ts'
import { aDatabase } from '#tests/database.ts'
import { demoId, readDemoRegion } from './demo-region.ts'
import { openIdentity, roleNames } from './index.ts'

/** For tests: the demo region on a real database, with a clock that the test moves. */
export async function aRegion({
  demo = true,
  origin = 'http://localhost',
  innerProviders = true,
} = {}) {
  const database = await aDatabase()
  const pool = openPool(database.connection, 4)
  const time = { now: Temporal.Instant.from('2026-03-02T15:10:00Z') }
  const clock = () => time.now
  const trail: AuditEntry[] = []
  const inTransaction = workMaker({
    pool,
    clock,
    writeTrail: (entries) => {
      trail.push(...entries)
      return { text: 'select' }
    },
  })
  const keyring = openKeyring(newKey())
  const cookie = sessionCookie(origin.startsWith('https:'))
  const assets = designAssets()
  const respond = responder({ assets, demo, roleNames })
  const config = { demo, origin, proxies: 0, innerProviders }
  const identity = openIdentity({
    pool,
    inTransaction,
    keyring,
    clock,
    config,
    respond,
    cookie,
    assets,
    cookieKey: newKey(),
    storyPlaces: new Map(),
    openWork: {
      count: async () => ({
        signals: { count: 0, withNobody: 0 },
        cases: { count: 0, withNobody: 0 },
      }),
      handOver: async () => {},
    },
  })
  const log = pino({ level: 'silent' })
  const { findSession } = identity
  const app: Hono<HouseEnv> = house({ origin, proxies: 0, respond, findSession, cookie, log })
  app.use('/assets/*', serveAssets(assets))
  app.route('/', identity.routes)
  await identity.loadDemoRegion()
  trail.length = 0

  return {
    pool,
    keyring,
    identity,
    app,
    assets,
    trail,
    origin,
    inTransaction,
    pass(duration: Temporal.DurationLike) {
      time.now = time.now.add(Temporal.Duration.from(duration))
    },
    now: () => time.now,
    act: <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
      inTransaction(actor, 'manage-organisation', verb),
    /** The acts in the trail since the last time this was asked. */
    acts: () => trail.splice(0).map((entry) => entry.act),
    browser: () => aBrowser(app, origin),
    async close() {
      await pool.end()
      await database.close()
    },
  }
}

export type Region = Awaited<ReturnType<typeof aRegion>>

/** Somebody from the region, by the name in region.yaml: `somebody('anja-sleutelbos')`. */
export function somebody(slug: string, ...roles: Role[]): PersonActor {
  const personId = demoId(`person:${slug}`)
  const organisation = readDemoRegion().find(({ people }) =>
    people.some(({ id }) => id === personId),
  )
  const person = organisation?.people.find(({ id }) => id === personId)
  if (!organisation || !person) throw new Error(`There is no ${slug} in the region.`)
  return {
    kind: 'person',
    personId,
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    roles: roles.length > 0 ? roles : person.roles,
  }
}

/** Keeps cookies as a browser does, path included, and follows nothing by itself. */
export function aBrowser(app: Hono<HouseEnv>, origin: string) {
  const jar = new Map<string, { value: string; path: string }>()
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, origin)
    const cookies = [...jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
    const headers = new Headers(init.headers)
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
    headers.set('user-agent', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Firefox/140.0')
    const response = await app.request(url.href, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) continue
      if (/max-age=0/i.test(line) || value === '') jar.delete(name)
      else jar.set(name, { value, path: /path=([^;]*)/i.exec(line)?.[1] ?? '/' })
    }
    return response
  }
  return {
    jar,
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string | readonly string[]> = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) {
        for (const each of [value].flat()) body.append(name, each)
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
      return send(path, { method: 'POST', headers, body: body.toString() })
    },
    postJson: (path: string, value: unknown) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(value),
      }),
    /** One click on /demo. */
    signInAs(actor: PersonActor, back = '/'): Promise<Response> {
      const { organisationId: organisation, personId: person } = actor
      return this.post('/demo', { organisation, person, naar: back })
    },
  }
}

export type Browser = ReturnType<typeof aBrowser>
