import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Exchange } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { foundIn, namesOfTheRegion, secret, typed, typedSecrets } from './secrets.ts'
import { clickIn, tellTheStory, writeDown } from './the-story.ts'
import { faultsOf } from './what-left.ts'

const secrets = [...typedSecrets, ...namesOfTheRegion.map(secret)]
const sentence = `Zeg het niet verder\n    at Milan Proefpersoon\n    at ${typed.subject}`

let app: TestApp
before(async () => {
  app = await anApp({ demoRegion: true, extend: addBrokenPlaces })
  await tellTheStory(app)
})
after(() => app?.close())

/** Defects that quote what they were given, as those of a database, a parser or a careless hand do. */
function addBrokenPlaces(routes: TestApp['app']['routes'], { pool }: TestApp['house']): void {
  routes.get('/stuk/database', async (c) => {
    await pool.query('select $1::text::uuid', [sentence])
    return c.text('')
  })
  routes.get('/stuk/json', (c) => c.json(JSON.parse(sentence)))
  routes.get('/stuk/gevolg', async () => {
    const cause = await pool.query('select $1::text::uuid', [sentence]).catch((error) => error)
    throw new Error('Could not be read.', { cause })
  })
}

const broken = ['/stuk/database', '/stuk/json', '/stuk/gevolg']

/** The answers of the story, and one of every other kind that the house gives. */
async function everyKindOfAnswer(): Promise<Exchange[]> {
  const mentor = await clickIn(app, 'milan-proefpersoon')
  const outsider = await clickIn(app, 'yusuf-fantasie')
  const teacher = await clickIn(app, 'fenna-voorbeeld')
  const signal = await writeDown(mentor)
  await outsider.get(signal)
  await teacher.get('/wachtrij')
  await mentor.post(`${signal}/antwoord`, { words: typed.answer })
  await mentor.post(`${signal}/aanvulling`, { words: '' })
  await mentor.get(`/${encodeURIComponent(typed.subject)}`)
  await mentor.post('/signalen/nieuw', {}, { origin: 'https://evil.example' })
  await mentor.post('/signalen/nieuw', { danger: 'x'.repeat(300_000) })
  await mentor.get('/api/onbekend')
  await app.aStranger().get(signal)
  for (const path of [
    '/',
    '/onder-druk',
    '/inloggen',
    '/kennis',
    '/design',
    '/verken-offline.js',
    '/verken.webmanifest',
  ]) {
    await app.aStranger().get(path)
  }
  for (let count = 0; count < 320; count += 1) {
    if ((await teacher.post('/signalen/nieuw')).status === 429) break
  }
  for (const path of broken) await mentor.get(path).catch(() => {})
  return app.exchanges
}

test('the answers of this test are of every kind that the house gives', async () => {
  const statuses = new Set((await everyKindOfAnswer()).map(({ status }) => status))
  for (const status of [200, 204, 303, 403, 404, 409, 413, 422, 429, 500]) {
    assert.ok(statuses.has(status), `${status} was never answered`)
  }
})

test('every answer of every kind keeps the browser to this site: policy, cache, referrer, cookies, markup', () => {
  assert.deepEqual([...new Set(app.exchanges.flatMap(faultsOf))], [])
})

test('the look at answers notices each thing that must not be there', () => {
  const [good] = app.exchanges.filter(
    ({ status, url }) => status === 200 && url.endsWith('/kennis'),
  )
  assert.ok(good)
  assert.deepEqual(faultsOf(good), [])
  const withHeader = (name: string, value: string) => {
    const headers = new Headers(good.headers)
    headers.set(name, value)
    return faultsOf({ ...good, headers }).length
  }
  assert.equal(
    withHeader('content-security-policy', "default-src 'none'; script-src 'self' 'unsafe-inline'"),
    1,
  )
  assert.equal(withHeader('cache-control', 'private, max-age=60'), 1)
  assert.equal(withHeader('referrer-policy', 'origin'), 1)
  for (const markup of [
    '<script>a()</script>',
    '<script src="https://evil.example/a.js"></script>',
    '<p style="color:red">',
    '<p onclick="a()">',
    '<img src="//evil.example/a.png">',
    '<link rel="icon" href="https://evil.example/a.ico">',
    '<a href="javascript:a()">',
    '<form action="https://evil.example/">',
  ]) {
    assert.ok(faultsOf({ ...good, body: markup }).length > 0, markup)
  }
  const cookies = ['oogmerk=geheim; Path=/; SameSite=Lax; Secure']
  assert.equal(faultsOf({ ...good, cookies }).length, 2)
})

test('the log holds no name and no typed word, whatever broke', () => {
  const log = app.logged()
  for (const path of broken) assert.ok(log.includes(path), `${path} must have been logged`)
  assert.deepEqual(foundIn(Buffer.from(log), secrets), [])
  assert.doesNotMatch(log, /Zeg het niet verder/)
})

test('a page about a defect shows a number and nothing of what broke', () => {
  const pages = app.exchanges.filter(({ status }) => status === 500)
  assert.ok(pages.length >= 3)
  for (const { body, headers } of pages) {
    assert.ok(body.includes(headers.get('x-request-id') ?? 'no number'))
    assert.doesNotMatch(body, /Zeg het niet verder|node_modules|\bat \//)
  }
})

/** Everything in an address or a cookie that we made ourselves; what the visitor typed there is theirs. */
const leading = ({ url, location, cookies }: Exchange): string =>
  [url.includes(encodeURIComponent(typed.subject)) ? '' : url, location, ...cookies].join('\n')

test('no address that is asked for or led to, and no cookie, holds a name or a typed word', () => {
  const all = app.exchanges.map(leading).join('\n')
  assert.ok(all.includes('/ontvangst') && all.includes('__Host-oogmerk='))
  assert.deepEqual(foundIn(Buffer.from(all), secrets), [])
})

test('no link or form on a page puts a name or a typed word in an address', () => {
  const addresses = app.exchanges
    .filter(({ url }) => !url.includes(encodeURIComponent(typed.subject)))
    .flatMap(({ body }) =>
      [...body.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to),
    )
  assert.ok(addresses.length > 500)
  assert.deepEqual(foundIn(Buffer.from(addresses.join('\n')), secrets), [])
})

test('what a page says about a person reaches nobody outside the organisation', async () => {
  const before = app.exchanges.length
  const outsider = await clickIn(app, 'kees-sleutelgat')
  for (const path of ['/', '/organisatie/mensen', '/sessies', '/kennis']) await outsider.get(path)
  const pages = app.exchanges
    .slice(before + 2)
    .map(({ body }) => body)
    .join('\n')
  assert.ok(pages.includes(somebody('kees-sleutelgat').name))
  assert.deepEqual(foundIn(Buffer.from(pages), [...typedSecrets, secret('Milan Proefpersoon')]), [])
})

test('no script or style that we send fetches from another site, or keeps what was typed on the device', async () => {
  const seen = new Set<string>()
  const stranger = app.aStranger()
  for (const { body } of app.exchanges) {
    for (const [, path = ''] of body.matchAll(/"(\/assets\/[^"]+\.(?:css|js))"/g)) seen.add(path)
  }
  assert.ok(seen.size >= 4, [...seen].join())
  for (const path of seen) {
    const { body, status } = await stranger.get(path)
    assert.equal(status, 200, path)
    assert.doesNotMatch(body, /url\(\s*['"]?(?:https?:)?\/\//i, path)
    assert.doesNotMatch(body, /(?:@import|\bfetch\(|\bimport\(|from)\s*['"](?:https?:)?\/\//i, path)
    assert.doesNotMatch(body, /\beval\(|new Function\(|document\.write/, path)
    assert.doesNotMatch(body, /localStorage|indexedDB/, path)
    // What was typed on Verken goes from page to page within the tab, and is taken out on arrival.
    const carries = /-browser-(?:explore|home)\.js$/.test(path)
    if (!carries) assert.doesNotMatch(body, /sessionStorage/, path)
    const acts = [...body.matchAll(/sessionStorage\.(\w+)\(/g)].map(([, act]) => act)
    assert.deepEqual(acts, carries ? ['setItem', 'getItem', 'removeItem'] : [], path)
  }
})
