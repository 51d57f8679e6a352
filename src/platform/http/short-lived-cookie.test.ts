import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { z } from 'zod'
import { Temporal } from '#platform/clock.ts'
import { newKey } from '#platform/crypto.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { shortLivedCookie } from '#platform/http/short-lived-cookie.ts'

/** A page that writes a cookie, and pages that read, take and misread it. */
function aPage() {
  const time = { now: Temporal.Instant.from('2026-03-02T15:10:00Z') }
  const parts = {
    schema: z.object({ word: z.string() }),
    seconds: 300,
    path: '/',
    key: newKey(),
    https: false,
    clock: () => time.now,
  }
  const cookie = shortLivedCookie({ ...parts, name: 'proof' })
  const other = shortLivedCookie({ ...parts, name: 'challenge' })
  const app = new Hono<HouseEnv>()
  app.get('/write', (c) => {
    cookie.write(c, { word: 'geheim' })
    return c.text('')
  })
  app.get('/read', (c) => c.text(cookie.read(c)?.word ?? 'nothing'))
  app.get('/take', (c) => c.text(cookie.take(c)?.word ?? 'nothing'))
  app.get('/other', (c) => c.text(other.read(c)?.word ?? 'nothing'))
  return {
    time,
    async written(): Promise<string> {
      const [line = ''] = (await app.request('/write')).headers.getSetCookie()
      return line.split(';')[0] ?? ''
    },
    ask: async (path: string, cookie: string) =>
      (await app.request(path, { headers: { cookie } })).text(),
  }
}

test('a cookie that was taken is not given again, also not to who copied it', async () => {
  const page = aPage()
  const cookie = await page.written()
  assert.equal(await page.ask('/read', cookie), 'geheim')
  assert.equal(await page.ask('/take', cookie), 'geheim')
  assert.equal(await page.ask('/take', cookie), 'nothing')
})

test('a cookie is worth nothing after its time', async () => {
  const page = aPage()
  const cookie = await page.written()
  page.time.now = page.time.now.add({ seconds: 300 })
  assert.equal(await page.ask('/read', cookie), 'nothing')
})

test('a browser can neither read, change nor rename it', async () => {
  const page = aPage()
  const cookie = await page.written()
  assert.doesNotMatch(Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString(), /geheim/)
  const last = cookie.endsWith('A') ? 'B' : 'A'
  assert.equal(await page.ask('/read', cookie.slice(0, -3) + last.repeat(3)), 'nothing')
  assert.equal(await page.ask('/other', cookie.replace('-proof', '-challenge')), 'nothing')
  assert.equal(await page.ask('/read', 'oogmerk-proof=rubbish'), 'nothing')
})

test('a long value is spread over as many cookies as it may, and none of them is longer than a browser keeps', async () => {
  const cookie = shortLivedCookie({
    ...{ name: 'long', schema: z.string(), seconds: 300, path: '/', key: newKey(), https: false },
    ...{ clock: () => Temporal.Instant.from('2026-03-02T15:10:00Z'), pieces: 3 },
  })
  const jar = new Map<string, string>()
  const app = new Hono<HouseEnv>()
  app.get('/write/:length', (c) => {
    cookie.write(c, 'x'.repeat(Number(c.req.param('length'))))
    return c.text('')
  })
  app.get('/read', (c) => c.text(String(cookie.read(c)?.length)))
  app.get('/clear', (c) => {
    cookie.clear(c)
    return c.text('')
  })
  app.onError((error, c) => c.text(error.message, 500))
  const ask = async (path: string) => {
    const sent = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(path, { headers: { cookie: sent } })
    for (const line of answer.headers.getSetCookie()) {
      assert.ok(line.length < 4096)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer.text()
  }
  for (const length of [10, 7000, 3000, 20]) {
    await ask(`/write/${length}`)
    assert.equal(await ask('/read'), String(length))
  }
  assert.equal(jar.size, 1)
  await ask('/write/7000')
  assert.equal(jar.size, 3)
  jar.delete('oogmerk-long-1')
  assert.equal(await ask('/read'), 'undefined')
  await ask('/clear')
  assert.equal(jar.size, 0)
  assert.equal((await app.request('/write/9000')).status, 500)
})
