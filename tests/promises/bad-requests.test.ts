import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { type Listening, listen } from '#platform/listen.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { leftRows, routesOf, whatIsThere } from './a-target.ts'
import { attack, faultsIn } from './bad-requests.ts'

let app: TestApp
let server: Listening
before(async () => {
  app = await anApp({ demoRegion: true })
  server = await listen({ app: app.app.routes, port: 0, host: '127.0.0.1' })
})
after(async () => {
  await server?.close()
  await app?.close()
})

const mentor = somebody('milan-proefpersoon')

test('generated rubbish at every address never breaks anything, comes back as markup or leaves half a record', async () => {
  assert.deepEqual(await attack(app, { runs: 400, seed: 20_261_123 }), [])
})

test('the generator notices a broken answer, an echo and a way to another site', () => {
  const html = new Headers({ 'content-type': 'text/html' })
  const request = { headers: html, body: undefined }
  const from = { method: 'GET', url: '', request }
  const answer = { ...from, cookies: [], location: '', status: 200, body: '' }
  const faults = (change: object) => faultsIn(app, { ...answer, headers: html, ...change })
  assert.deepEqual(faults({}), [])
  assert.deepEqual(faults({ status: 500 }), ['answered 500'])
  assert.deepEqual(faults({ body: '<p><script>raak()</script>' }), ['echoed markup'])
  assert.deepEqual(faults({ location: '//evil.example/' }), ['led to https://evil.example'])
})

// Each of these was met for real, or is one that a hand would try first.
const mistakes: readonly [name: string, path: string, fields?: Record<string, string>][] = [
  ['a draft with a number that is no number', '/signalen/concept/abc/wat'],
  ['keeping a draft with a number that is no number', '/signalen/concept/abc/bewaar', {}],
  ['a receipt with a number that is no number', '/signalen/abc/ontvangst'],
  ['a signal whose number is all dashes', `/signalen/${'-'.repeat(36)}`],
  ['an act on a signal whose number is all dashes', `/signalen/${'-'.repeat(36)}/oppakken`, {}],
  ['a session with a number that is no number', '/sessies/abc/beeindig', {}],
  ['a passkey with a number that is no number', '/sessies/passkeys/%00/intrekken', {}],
]
for (const [name, path, fields] of mistakes) {
  test(`${name} is a page that is not here`, async () => {
    const visitor = await app.signedIn(mentor)
    const answer = await (fields ? visitor.post(path, fields) : visitor.get(path))
    assert.equal(answer.status, 404)
  })
}

for (const place of ['2026-02-31', '0000-01-01']) {
  test(`a list that begins at ${place}, a day that never was, begins at the beginning`, async () => {
    const visitor = await app.signedIn(somebody('samira-denkbeeld'))
    const { status } = await visitor.get(`/wachtrij?na=${place}_${mentor.personId}`)
    assert.equal(status, 200)
    const own = `/signalen?voor=${place}T10:00:00Z_${mentor.personId}`
    assert.equal((await visitor.get(own)).status, 200)
  })
}

/** From the first question to the page that checks the answers. */
async function aDraftFor(readerId: string) {
  const visitor = await app.signedIn(mentor)
  const begun = await visitor.post('/signalen/nieuw', { danger: 'no' })
  const path = begun.location.replace(/\/wat$/, '')
  const what = {
    about: 'pupil',
    subject: 'Noor Voorbeeld',
    narrative: 'Twee telefoons.',
    origin: 'own',
  }
  await visitor.post(`${path}/wat`, what)
  const chosen = await visitor.post(`${path}/signalen`, { readers: 'one-colleague', readerId })
  return { visitor, path, chosen }
}

for (const [name, readerId] of [
  ['text instead of a colleague', 'abc'],
  ['somebody from another school', somebody('yusuf-fantasie').personId],
  ['a colleague who follows up nothing', somebody('henk-verzonnen').personId],
] as const) {
  test(`a signal for ${name} is refused with a sentence, and no signal is left that nobody reads`, async () => {
    const { visitor, path, chosen } = await aDraftFor(readerId)
    const before = await whatIsThere(app)
    const checked = await visitor.get(`${path}/controleer`)
    const recorded = await visitor.post(`${path}/controleer`)
    for (const { status } of [chosen, checked, recorded]) assert.ok(status < 500, String(status))
    assert.equal(leftRows(before, await whatIsThere(app)), false)
    assert.doesNotMatch(recorded.location, /ontvangst/)
  })
}

test('a form that comes as something else than a form is told so', async () => {
  const visitor = await app.signedIn(mentor)
  for (const type of ['application/json', 'multipart/form-data', 'text/plain']) {
    const headers = { 'content-type': type, origin: app.origin }
    const answer = await visitor.send('/signalen/nieuw', { method: 'POST', headers, body: '{' })
    assert.ok([400, 415, 422].includes(answer.status), `${type}: ${answer.status}`)
  }
})

test('every form that another website sends is refused before anything happens', async () => {
  const before = await whatIsThere(app)
  for (const { path } of routesOf(app).filter(({ method }) => method === 'POST')) {
    const visitor = app.aStranger()
    const target = path.replace(/:\w+(\{[^}]*\})?/g, mentor.personId)
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'text/plain',
      '',
    ]) {
      const headers = {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        ...(type ? { 'content-type': type } : {}),
      }
      const answer = await visitor.send(target, { method: 'POST', headers, body: null })
      assert.equal(answer.status, 403, `${path} ${type}`)
    }
  }
  assert.equal(leftRows(before, await whatIsThere(app)), false)
})

test('more than a long story is refused, whether its length was announced or not', async () => {
  const visitor = await app.signedIn(mentor)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: app.origin }
  const body = `danger=no&x=${'x'.repeat(300 * 1024)}`
  assert.equal(
    (await visitor.send('/signalen/nieuw', { method: 'POST', headers, body })).status,
    413,
  )
  const stream = new Blob([body]).stream()
  const init = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit
  assert.equal((await visitor.send('/signalen/nieuw', init)).status, 413)
})

test('under /api every refusal is a problem document, in both languages', async () => {
  const visitor = app.aStranger()
  for (const path of [
    '/api',
    '/api/',
    '/api/onbekend',
    '/en/api/onbekend',
    '/api/v1/signals/abc',
  ]) {
    const answer = await visitor.get(path)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path)
    const { status, instance } = JSON.parse(answer.body)
    assert.equal(status, 404)
    assert.equal(instance, answer.headers.get('x-request-id'))
  }
  const fromElsewhere = await visitor.post('/api/onbekend', {}, { origin: 'https://evil.example' })
  assert.equal(fromElsewhere.status, 403)
  assert.equal(fromElsewhere.headers.get('content-type'), 'application/problem+json')
})

/** Bytes on the line; answers what came back within the time that the server allows itself. */
const onTheLine = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let heard = ''
    socket.setTimeout(3000, () => socket.destroy())
    socket.on('data', (data) => {
      heard += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
    socket.end(Buffer.from(bytes, 'latin1'))
  })

const lines: Readonly<Record<string, string>> = {
  'a path with a broken escape':
    'GET /%zz%/signalen HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'a path with a half character':
    'GET /kennis/signalen/%c3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'a query with a broken escape':
    'GET /inloggen?naar=%e0%a4%a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'a host that is no host':
    'GET / HTTP/1.1\r\nHost: a b<script>raak()</script>\r\nConnection: close\r\n\r\n',
  'no host': 'GET / HTTP/1.0\r\n\r\n',
  'two hosts': 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'a whole address as path':
    'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'a path outside the root':
    'GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'two lengths':
    'POST /demo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 5\r\nConnection: close\r\n\r\nabcde',
  'a length and chunks':
    'POST /demo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
  'a broken chunk':
    'POST /demo HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nabc\r\n',
  'a body that stops halfway':
    'POST /verken HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\ntext=half',
  'a thousand cookies': `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'__Host-oogmerk=a%; '.repeat(500)}\r\nConnection: close\r\n\r\n`,
  'a header without end': `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(60_000)}\r\n\r\n`,
  'a method of its own': 'BREEK / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'another language': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000 hallo',
  'a range of ranges':
    'GET /verken HTTP/1.1\r\nHost: a\r\nRange: bytes=0-0,1-1,2-2,-99999999999999999999\r\nConnection: close\r\n\r\n',
}

for (const [name, bytes] of Object.entries(lines)) {
  test(`${name} on the line gets an answer that is no accident of ours, and the next visitor is served`, async () => {
    const heard = await onTheLine(bytes)
    assert.doesNotMatch(heard, /^HTTP\/1\.1 5/)
    assert.doesNotMatch(heard, /<script>raak|root:x:0/)
    assert.match(
      await onTheLine('GET /verken HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      /^HTTP\/1\.1 200/,
    )
  })
}
