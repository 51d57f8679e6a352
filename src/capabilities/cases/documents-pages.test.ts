import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { aDocx, aPdf, aPicture, type FormPart } from '#platform/upload/a-file.ts'
import { largestFile } from '#platform/upload/receive-upload.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { anyText } from '#tests/any-text.ts'
import { aCase, aDesk, doing } from './a-case.ts'
import { sendParts } from './a-document.ts'
import { closeCase } from './end-case.ts'

let app: TestApp
let mentor: Visitor
let coordinator: Visitor
let caseId: string

const newCase = () =>
  aCase(app.house, aDesk(app.house), somebody('samira-denkbeeld'), {
    circle: [somebody('milan-proefpersoon')],
  })

before(async () => {
  app = await anApp({ demoRegion: true })
  mentor = await app.signedIn(somebody('milan-proefpersoon'))
  coordinator = await app.signedIn(somebody('samira-denkbeeld'))
  caseId = await newCase()
})
after(() => app.close())

const path = (id = caseId) => `/casussen/${id}/documenten`

const note: FormPart = { name: 'note', value: 'Brief van <b>Noor</b> & haar moeder' }
const file = (name: string, bytes: Buffer): FormPart => ({ name: 'file', file: name, bytes })

const send = (visitor: Visitor, to: string, parts: readonly FormPart[]) =>
  sendParts(visitor, app.origin, to, parts)

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const rows = async () => {
  const { rows } = await app.house.pool.query(
    'select (select count(*)::int from case_document) + (select count(*)::int from case_document_chunk) as n',
  )
  return rows[0].n as number
}

async function added(name: string, bytes: Buffer, visitor = mentor, to = path()): Promise<string> {
  const key = newId()
  const answer = await send(visitor, to, [{ name: 'key', value: key }, note, file(name, bytes)])
  assert.equal(answer.status, 303, answer.body)
  const { rows } = await app.house.pool.query('select id from case_document where key = $1', [key])
  return rows[0].id
}

test('outside the circle every address is one that is not there, before the form is read', async () => {
  const id = await added('brief.pdf', aPdf())
  const before = await rows()
  const nowhere = newId()
  for (const slug of ['ruben-schets', 'henk-verzonnen']) {
    const visitor = await app.signedIn(somebody(slug))
    for (const at of ['', `/${id}`, `/${id}/weghalen`]) {
      const there = await visitor.get(`${path()}${at}`)
      const other = await visitor.get(`${path(nowhere)}${at}`)
      assert.equal(there.status, 404)
      assert.equal(there.body.replaceAll(caseId, nowhere), other.body)
    }
    assert.equal((await send(visitor, path(), [note, file('a.pdf', aPdf())])).status, 404)
    assert.equal((await visitor.post(`${path()}/${id}/weghalen`, { reason: 'Weg.' })).status, 404)
  }
  for (const slug of ['pieter-privaat', 'agnes-agent']) {
    const visitor = await app.signedIn(somebody(slug))
    assert.ok([403, 404].includes((await visitor.get(path())).status))
    assert.ok(
      [403, 404].includes((await send(visitor, path(), [note, file('a.pdf', aPdf())])).status),
    )
  }
  const stranger = await send(app.aStranger(), path(), [note, file('a.pdf', aPdf())])
  assert.equal(stranger.status, 403)
  assert.ok(stranger.body.includes('Brief van &lt;b&gt;Noor'))
  assert.equal(await rows(), before)
})

for (const language of languages) {
  test(`every page is valid, with and without documents, errors and a closed case (${language})`, async () => {
    const own = await newCase()
    const at = (more = '') => link(language, `${path(own)}${more}`)
    await sound(mentor.get(at()))
    const id = await added('Brief van <b>Noor.pdf', aPdf(), mentor, at())
    const page = await sound(mentor.get(at()))
    assert.ok(page.includes('Brief van &lt;b&gt;Noor'))
    assert.ok(page.includes('Brief van bNoor.pdf'))
    const empty = await sound(send(mentor, at(), [{ name: 'note', value: '' }]), 422)
    assert.match(empty, /class="error-summary"/)
    await sound(mentor.get(at(`/${id}/weghalen`)))
    await sound(mentor.post(at(`/${id}/weghalen`), { reason: ' ' }), 422)
    assert.equal((await mentor.post(at(`/${id}/weghalen`), { reason: 'Dubbel.' })).status, 303)
    assert.match(await sound(mentor.get(at())), /Dubbel\./)
    const again = await mentor.post(at(`/${id}/weghalen`), { reason: 'Een lange uitleg.' })
    assert.equal(again.status, 409)
    assert.match(again.body, /Een lange uitleg\./)
    const ending = { outcome: 'explained', words: 'Klaar.', told: 'Verteld.' } as const
    await doing(app.house)(somebody('samira-denkbeeld'), (work) =>
      closeCase(work, aDesk(app.house), own, ending),
    )
    const closed = await sound(mentor.get(at()))
    assert.equal(closed.includes('<form class="form" method="post" action="/casussen'), false)
    const late = await send(mentor, at(), [note, file('a.pdf', aPdf())])
    assert.equal(late.status, 409)
    assert.ok(late.body.includes('Brief van &lt;b&gt;Noor'))
  })
}

test('a file that is not taken says why, keeps what was typed, and leaves nothing behind', async () => {
  const before = await rows()
  const wrong: [string, Buffer, number, RegExp][] = [
    ['a.svg', Buffer.from('<svg onload="alert(1)">'), 422, /Dit soort bestand nemen we niet aan/],
    ['a.pdf', aPdf('/OpenAction << /S /JavaScript >>'), 422, /dat zelf aan het werk kan gaan/],
    ['a.pdf', Buffer.alloc(largestFile + 1, '%PDF-'), 413, /hooguit 10 MB/],
    ['a.jpg', (await aPicture('jpeg')).subarray(0, 100), 422, /niet heel/],
    ['', Buffer.alloc(0), 422, /Kies een bestand/],
  ]
  for (const [name, bytes, status, sentence] of wrong) {
    const body = await sound(send(mentor, path(), [note, file(name, bytes)]), status)
    assert.match(body, sentence)
    // The file that was chosen is gone from the page.
    assert.doesNotMatch(body, /niets verloren/)
    assert.ok(body.includes('Brief van &lt;b&gt;Noor'), name)
  }
  const without = await sound(send(mentor, path(), [file('a.pdf', aPdf())]), 422)
  assert.match(without, /Kies het bestand opnieuw/)
  const two = await send(mentor, path(), [note, file('a.pdf', aPdf()), file('b.pdf', aPdf())])
  assert.match(two.body, /Kies één bestand tegelijk/)
  assert.equal(await rows(), before)
})

test('the same form sent twice adds one document', async () => {
  const before = await rows()
  const form = [{ name: 'key', value: newId() }, note, file('brief.docx', aDocx())] as const
  for (const _ of [1, 2]) assert.equal((await send(mentor, path(), form)).status, 303)
  assert.equal(await rows(), before + 2)
})

test('a download is the file, as something to keep, under a name that is only a name', async () => {
  const bytes = aPdf()
  const id = await added('../Zoë’s "brief"\r\n.pdf', bytes)
  const answer = await coordinator.get(`${path()}/${id}`)
  assert.equal(answer.status, 200)
  assert.equal(answer.body, bytes.toString())
  const header = (name: string) => answer.headers.get(name)
  assert.equal(header('content-type'), 'application/pdf')
  assert.match(
    header('content-disposition') ?? '',
    /^attachment; filename="[ -~]+"; filename\*=UTF-8''Zo%C3%AB/,
  )
  assert.equal(header('content-security-policy'), "sandbox; default-src 'none'")
  assert.equal(header('x-content-type-options'), 'nosniff')
  assert.equal(header('cache-control'), 'no-store')
  assert.equal(header('content-length'), String(bytes.length))
})

test('a page shows no picture: whoever wants to see one opens it, and that is in the trail', async () => {
  const id = await added('foto.png', await aPicture('png'))
  const page = await mentor.get(path())
  assert.equal(/<img|<object|<embed|<iframe/.test(page.body), false)
  await mentor.get(`${path()}/${id}`)
  const { organisationId } = somebody('milan-proefpersoon')
  const last = (await app.house.trailOf(organisationId)).at(-1)
  assert.deepEqual([last?.act, last?.details], ['case.read-document', { document: id }])
})

test('random bytes and names are never a defect, and never a row after a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      anyText(40).map((name) => name.replaceAll(/["\r\n\0]/g, '')),
      async (bytes, name) => {
        const visitor = await app.signedIn(somebody('milan-proefpersoon'))
        const before = await rows()
        const answer = await send(visitor, path(), [note, file(name, Buffer.from(bytes))])
        assert.ok([303, 413, 422].includes(answer.status), `${answer.status}`)
        if (answer.status !== 303) assert.equal(await rows(), before)
      },
    ),
    { seed: 20261123, numRuns: 60 },
  )
})
