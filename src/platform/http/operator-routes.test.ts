import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { openPool, type Pool } from '#platform/database.ts'
import { operatorRoutes } from '#platform/http/operator-routes.ts'
import { aDatabase } from '#tests/database.ts'

const clock = () => Temporal.Instant.from('2026-11-23T10:00:00Z')
const plain = { demo: false, origin: undefined, securityContact: undefined }
const publicPlaces = ['/', '/verken', '/kennis']

/** A pool to a port where nothing listens. */
const aDeadPool = (): Pool =>
  openPool({ host: '127.0.0.1', port: 1, user: 'nobody', database: 'nothing' }, 1)

async function ask(
  path: string,
  config: Partial<Parameters<typeof operatorRoutes>[0]['config']> = {},
): Promise<{ status: number; text: string }> {
  const pool = aDeadPool()
  const routes = operatorRoutes({ pool, clock, config: { ...plain, ...config }, publicPlaces })
  const response = await routes.request(path)
  await pool.end()
  return { status: response.status, text: await response.text() }
}

test('without its database the server is not well, and does not say why', async () => {
  assert.deepEqual(await ask('/gezond'), { status: 503, text: 'niet beschikbaar' })
})

test('with its database the server is well', async () => {
  const database = await aDatabase()
  const pool = openPool(database.connection, 1)
  const routes = operatorRoutes({ pool, clock, config: plain, publicPlaces })
  const response = await routes.request('/gezond')
  assert.deepEqual([response.status, await response.text()], [200, 'ok'])
  await pool.end()
  await database.close()
})

test('search engines may show the public pages in both languages, and no other', async () => {
  const { text } = await ask('/robots.txt')
  assert.deepEqual(text.trim().split('\n'), [
    'User-agent: *',
    'Allow: /$',
    'Allow: /en$',
    'Allow: /verken',
    'Allow: /en/verken',
    'Allow: /kennis',
    'Allow: /en/kennis',
    'Allow: /assets/',
    'Disallow: /',
  ])
})

test('search engines show nothing of a demo', async () => {
  const { text } = await ask('/robots.txt', { demo: true })
  assert.equal(text, 'User-agent: *\nDisallow: /\n')
})

test('without a contact there is no security.txt', async () => {
  assert.equal((await ask('/.well-known/security.txt')).status, 404)
})

test('security.txt says where to report and until when that holds', async () => {
  const { text } = await ask('/.well-known/security.txt', {
    securityContact: 'mailto:lek@voorbeeld.example',
    origin: 'https://oogmerk.voorbeeld.example',
  })
  assert.deepEqual(text.trim().split('\n'), [
    'Contact: mailto:lek@voorbeeld.example',
    'Expires: 2027-05-22T10:00:00Z',
    'Preferred-Languages: nl, en',
    'Canonical: https://oogmerk.voorbeeld.example/.well-known/security.txt',
  ])
})
