import { Hono } from 'hono'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'

type Parts = {
  readonly pool: Pool
  readonly clock: Clock
  readonly config: Pick<Config, 'demo' | 'origin' | 'securityContact'>
  /** pages and folders that search engines may show, without the language */
  readonly publicPlaces: readonly string[]
}

/** Milliseconds in which a healthy database answers, and for which an answer counts. */
const patience = 2_000
const fresh = 1_000

/** For the operator and for machines: is it alive, what may be found, where to report a leak. */
export function operatorRoutes({ pool, clock, config, publicPlaces }: Parts): Hono<HouseEnv> {
  const routes = new Hono<HouseEnv>()
  const robots = robotsText(config.demo ? [] : publicPlaces)
  routes.get('/robots.txt', (c) => c.text(robots))

  const contact = config.securityContact
  if (contact) {
    routes.get('/.well-known/security.txt', (c) => c.text(securityText(contact, clock, config)))
  }

  let checked: { at: number; alive: Promise<boolean> } | undefined
  routes.get('/gezond', async (c) => {
    const now = performance.now()
    // Whoever asks a hundred times a second asks the database once.
    if (!checked || now - checked.at > fresh) checked = { at: now, alive: answers(pool) }
    return (await checked.alive) ? c.text('ok') : c.text('niet beschikbaar', 503)
  })
  return routes
}

/** What is not named may not be found: only the public pages, in both languages. */
function robotsText(places: readonly string[]): string {
  const allowed = places.flatMap((place) =>
    place === '/' ? ['/$', '/en$'] : [place, `/en${place}`],
  )
  const assets = places.length > 0 ? ['Allow: /assets/'] : []
  const lines = [...allowed.map((place) => `Allow: ${place}`), ...assets, 'Disallow: /']
  return `User-agent: *\n${lines.join('\n')}\n`
}

// source: RFC 9116; less than a year ahead, so that a forgotten server does not promise for ever
function securityText(contact: string, clock: Clock, { origin }: Pick<Config, 'origin'>): string {
  const expires = clock()
    .add({ hours: 180 * 24 })
    .round('second')
    .toString()
  const canonical = origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []
  const lines = [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: nl, en']
  return `${[...lines, ...canonical].join('\n')}\n`
}

async function answers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
