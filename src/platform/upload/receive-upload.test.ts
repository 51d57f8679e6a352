import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { designAssets } from '#design/design-assets.ts'
import { Temporal } from '#platform/clock.ts'
import { house } from '#platform/http/house.ts'
import { responder, whoIsSignedIn } from '#platform/http/respond.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { newId } from '#platform/ids.ts'
import { type Listening, listen } from '#platform/listen.ts'
import { openLog } from '#platform/log.ts'
import { aFormWithParts, aPdf, type FormPart } from './a-file.ts'
import { largestFile, openUploads } from './receive-upload.ts'
import { serveFile } from './serve-file.ts'

const signedIn = {
  name: 'Fenna Voorbeeld',
  organisationName: 'Het Voorbeeldcollege (verzonnen)',
  steppedUpAt: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  actor: {
    kind: 'person',
    personId: newId(),
    organisationId: newId(),
    organisationKind: 'secondary-school',
    roles: ['mentor'],
  },
} as const

const receive = openUploads(0)
const app = house({
  origin: 'http://oogmerk.example',
  proxies: 0,
  respond: responder({ assets: designAssets(), demo: false, roleNames: () => [] }),
  // Each cookie is a session of its own, as for the house's own limits.
  findSession: async (token) => ({ ...signedIn, sessionId: token }),
  cookie: sessionCookie(false),
  log: openLog('silent'),
  uploads: [/^\/bestand$/],
})
/** What the route is still to do: a test lets it wait. */
let meanwhile = async () => {}
app.post('/bestand', (c) => {
  whoIsSignedIn(c)
  return receive(c, 'document', async ({ typed, sent }) => {
    await meanwhile()
    return c.json({
      typed,
      sent: sent && (sent.ok ? { ...sent.file, bytes: sent.file.bytes.length } : sent.because),
    })
  })
})
app.post('/gewoon', (c) => c.text('gelezen'))
app.get('/bestand', (c) => {
  async function* bytes() {
    yield Buffer.from('een ')
    yield Buffer.from('twee')
  }
  return serveFile(c, { name: 'Zoë.txt', mediaType: 'text/plain', size: 8, bytes: bytes() })
})

app.get('/stuk', (c) => {
  async function* bytes() {
    yield Buffer.from('begin')
    throw new Error('A part of a sealed file is gone.')
  }
  return serveFile(c, { name: 'a.txt', mediaType: 'text/plain', size: 50, bytes: bytes() })
})

let server: Listening
before(async () => {
  server = await listen({ app, port: 0, host: '127.0.0.1' })
})
after(() => server.close())

const origin = 'http://oogmerk.example'
const cookie = 'oogmerk=iets'

async function send(
  parts: readonly FormPart[],
  headers: Record<string, string> = { cookie },
  to = '/bestand',
) {
  const { type, body } = aFormWithParts(parts)
  const answer = await app.request(`${origin}${to}`, {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': String(body.length), origin, ...headers },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

const note: FormPart = { name: 'note', value: 'Wat Noor schreef' }
const file = (bytes: Buffer, name = 'verslag.pdf'): FormPart => ({
  name: 'file',
  file: name,
  bytes,
})

test('somebody who is not signed in sends nothing, and what they typed comes back', async () => {
  const { status, text } = await send([note, file(aPdf())], {})
  assert.equal(status, 403)
  assert.match(text, /name="note" value="Wat Noor schreef"/)
  assert.equal(text.includes('PDF-'), false)
  // The file cannot come back: the page says so, and does not say that all is there still.
  assert.match(text, /Het bestand dat je koos, is niet aangekomen/)
  const bare = await send([file(aPdf())], {})
  assert.equal(bare.status, 403)
  assert.match(bare.text, /Het bestand dat je koos, is niet aangekomen/)
})

test('a file that is too large is told so, with what was typed before it', async () => {
  const { status, text } = await send([note, file(Buffer.alloc(largestFile + 1, '%PDF-'))])
  assert.equal(status, 200)
  assert.deepEqual(JSON.parse(text), {
    typed: { note: 'Wat Noor schreef' },
    sent: 'file-too-large',
  })
})

test('only the addresses for files take more than a form', async () => {
  const { status, text } = await send([file(Buffer.alloc(300 * 1024))], { cookie }, '/gewoon')
  assert.equal(status, 413)
  assert.match(text, /kies een kleiner bestand/)
  const plain = await app.request(`${origin}/bestand`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '300000',
      origin,
      cookie,
    },
    body: `note=${'x'.repeat(299_995)}`,
  })
  assert.equal(plain.status, 413)
})

test('a body that is larger than can be read away is refused before it is read', async () => {
  const answer = await app.request(`${origin}/bestand`, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=a',
      'content-length': '999999999',
      origin,
      cookie,
    },
    body: 'x',
  })
  assert.equal(answer.status, 413)
})

test('more than one file, more than people type, and more fields than a form has are refused', async () => {
  const two = await send([note, file(aPdf()), file(aPdf())])
  assert.equal(JSON.parse(two.text).sent, 'one-file-only')
  const long = 'x'.repeat(100_000)
  const many = Array.from({ length: 3 }, (_, nth) => ({ name: `n${nth}`, value: long }))
  assert.equal((await send(many)).status, 413)
  const fields = Array.from({ length: 300 }, (_, nth) => ({ name: `n${nth}`, value: 'x' }))
  assert.equal((await send(fields)).status, 413)
})

test('no file is no file, and a form that comes back without its parts is read too', async () => {
  assert.deepEqual(JSON.parse((await send([note, file(Buffer.alloc(0), '')])).text), {
    typed: { note: 'Wat Noor schreef' },
  })
  const answer = await app.request(`${origin}/bestand`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin, cookie },
    body: 'note=nog+eens',
  })
  assert.deepEqual(await answer.json(), { typed: { note: 'nog eens' } })
})

test('a file and its name arrive as they were sent, with the name made safe', async () => {
  const { text } = await send([note, file(aPdf(), '../Zoë’s verslag.pdf')])
  const { sent } = JSON.parse(text)
  assert.deepEqual(sent, { kind: 'pdf', name: 'Zoë’s verslag.pdf', bytes: aPdf().length })
})

test('broken forms of any kind are an answer in the four hundreds', async () => {
  const { type, body } = aFormWithParts([note, file(aPdf())])
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        type,
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary=x',
      ),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat({ max: body.length }).map((end) => body.subarray(0, end)),
        fc.tuple(fc.nat({ max: body.length - 1 }), fc.nat({ max: 255 })).map(([at, value]) => {
          const changed = Buffer.from(body)
          changed[at] = value
          return changed
        }),
      ),
      async (sentType, sentBody) => {
        const answer = await app.request(`${origin}/bestand`, {
          method: 'POST',
          headers: { 'content-type': sentType, origin, cookie: `oogmerk=${newId()}` },
          body: Uint8Array.from(sentBody),
        })
        assert.ok(answer.status < 500, `${answer.status}`)
        await answer.text()
      },
    ),
    { seed: 20261123, numRuns: 300 },
  )
})

test('one person takes two places at most, and gets them back', async () => {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  meanwhile = () => held
  const first = [send([file(aPdf())]), send([file(aPdf())])]
  await setTimeout(50)
  assert.equal((await send([file(aPdf())])).status, 429)
  meanwhile = async () => {}
  go()
  for (const one of await Promise.all(first)) assert.equal(one.status, 200)
  assert.equal((await send([file(aPdf())])).status, 200)
})

test('a browser that sends too much over a real line hears why', async () => {
  const { type, body } = aFormWithParts([note, file(Buffer.alloc(largestFile * 2, 'x'), 'a.pdf')])
  const answer = await fetch(`http://127.0.0.1:${server.port}/bestand`, {
    method: 'POST',
    headers: { 'content-type': type, origin, cookie },
    body,
  })
  assert.equal((await answer.json()).sent, 'file-too-large')
})

test('a line that breaks off halfway leaves the server well', async () => {
  const { type, body } = aFormWithParts([note, file(Buffer.alloc(100_000, 'x'))])
  for (const end of [10, 100, 50_000]) {
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /bestand HTTP/1.1\r\nHost: oogmerk.example\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    socket.write(body.subarray(0, end))
    await setTimeout(20)
    socket.destroy()
  }
  await setTimeout(50)
  assert.equal((await send([note, file(aPdf())])).status, 200)
})

test('a file of which a part does not open breaks off, and does not look whole', async () => {
  const answer = fetch(`http://127.0.0.1:${server.port}/stuk`, { headers: { cookie } })
  await assert.rejects(answer.then((one) => one.arrayBuffer()))
  assert.equal((await send([note, file(aPdf())])).status, 200)
})

test('a file leaves as something to keep, in which nothing can run', async () => {
  const answer = await app.request(`${origin}/bestand`, { headers: { cookie } })
  const header = (name: string) => answer.headers.get(name)
  assert.equal(await answer.text(), 'een twee')
  assert.equal(
    header('content-disposition'),
    `attachment; filename="Zoe.txt"; filename*=UTF-8''Zo%C3%AB.txt`,
  )
  assert.equal(header('content-security-policy'), "sandbox; default-src 'none'")
  assert.equal(header('x-content-type-options'), 'nosniff')
  assert.equal(header('cache-control'), 'no-store')
  assert.equal(header('content-length'), '8')
})
