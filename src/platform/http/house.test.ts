import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { designAssets } from '#design/design-assets.ts'
import { type Listening, listen } from '#platform/listen.ts'
import { openLog } from '#platform/log.ts'
import { house } from './house.ts'
import { responder } from './respond.ts'
import { sessionCookie } from './session-cookie.ts'

let server: Listening

before(async () => {
  const app = house({
    origin: undefined,
    proxies: 0,
    respond: responder({ assets: designAssets(), demo: false, roleNames: () => [] }),
    findSession: async () => undefined,
    cookie: sessionCookie(false),
    log: openLog('silent'),
  })
  app.get('/verken', (c) => c.text('verken'))
  server = await listen({ app, port: 0, host: '127.0.0.1' })
})
after(() => server.close())

/** As it stands on the line, because a client of our own would tidy the address up first. */
async function asking(target: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.end(`GET ${target} HTTP/1.1\r\nHost: oogmerk.example\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

describe('an address that a browser could read as another site', () => {
  const site = 'http://oogmerk.example'
  for (const target of [
    '//elders.example/x',
    '///elders.example/x',
    '/en//elders.example/x',
    '/en///elders.example/x',
    '/en/\\elders.example/x',
    '/\\elders.example/x',
    '/en/.//elders.example',
    '/en/..//elders.example',
    '//verken',
    '/en//verken',
  ]) {
    it(`${target} is not found, and no link on that page leaves the site`, async () => {
      const answer = await asking(target)
      assert.match(answer, target.includes('\\') ? /^HTTP\/1.1 40[04] / : /^HTTP\/1.1 404 /)
      const links = [...answer.matchAll(/(?:href|action)="(?!tel:)([^"]*)"/g)].map(([, to]) => to)
      if (answer.includes('<html')) {
        assert.ok(links.length > 3)
        assert.match(answer, /content-security-policy: default-src 'none'/i)
      }
      for (const link of links) assert.equal(new URL(link ?? '', `${site}/en/x`).origin, site, link)
    })
  }

  it('and an ordinary address is found in both languages', async () => {
    for (const target of ['/verken', '/en/verken', '/en/verken?zoek=//']) {
      assert.match(await asking(target), /^HTTP\/1.1 200 /)
    }
  })
})
