import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { fetchFrom, isPublicAddress } from '#platform/public-fetch.ts'
import { onAServer } from './a-server.ts'
import { ask } from './ask.ts'
import { pauseAfter, readRetryAfter } from './pace.ts'
import { BrokenPage } from './page.ts'
import { firstAddress, leadsOn } from './question.ts'
import { readFeedPage } from './read-feed-page.ts'
import { readListPage } from './read-list-page.ts'
import type { SourceName } from './source.ts'
import { printStamp, readStamp } from './stamp.ts'
import { afterPage, newStanding, type Standing, walkOn } from './walk.ts'

const now = Temporal.Instant.from('2026-11-30T10:00:00Z')
const scope = { address: 'https://open.voorbeeld.example', dossiers: ['29911'], words: ["d'r"] }
const validators = {}

const anEntry = (fields: string, { id = 1, deleted = false, next = '' } = {}) => `<entry>
  <title>x</title>${next ? `<link rel="next" href="${next}"/>` : ''}
  <content type="application/xml"><toezegging xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0"
    id="aaaaaaaa-aaaa-4aaa-8aaa-00000000000${id}" tk:bijgewerkt="2026-01-0${id}T10:00:00Z" tk:verwijderd="${deleted}">
    ${fields}</toezegging></content></entry>`
const aFeed = (inside: string) => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
  xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inside}</feed>`
const feedAddress = firstAddress('commitments', scope)
const feedNext = (token: number) => `${feedAddress}&amp;skiptoken=${token}`

test('a broken page, a document type and a feed without end are refused', () => {
  for (const body of ['', '{"value":', '{"value":{}}', '[]', 'null']) {
    assert.throws(() => readListPage('matters', body), BrokenPage, body)
  }
  const entity = '<!DOCTYPE feed [<!ENTITY a "aaaa">]>'
  const deep = '<a>'.repeat(30)
  for (const body of ['', '<feed>', `${entity}<feed/>`, aFeed(deep), aFeed('<tk:x tk:y="1')]) {
    assert.throws(() => readFeedPage('commitments', body), BrokenPage, body.slice(0, 40))
  }
})

test('stamps compare as moments, whatever their offset and number of decimals', () => {
  assert.equal(readStamp('2025-06-12T13:03:10.49+02:00'), '2025-06-12T11:03:10.490000000Z')
  assert.equal(readStamp('2008-08-26T12:13:04.6270000'), '2008-08-26T12:13:04.627000000Z')
  assert.equal(
    printStamp(readStamp('2025-06-12T11:28:08.7878643Z') ?? ''),
    '2025-06-12T11:28:08.7878643Z',
  )
  assert.equal(readStamp('gisteren'), undefined)
})

test('a commitment is read without the names in it; repeated fields and empty ones are no trouble', () => {
  const fields = `<nummer>TZ202601-001</nummer><tekst>Een verzonnen toezegging</tekst>
    <naamToezegger>Verzonnen Bewindspersoon</naamToezegger><status>Openstaand</status>
    <toegezegdAan ref="x"/><toegezegdAan ref="y"/><ministerie xsi:nil="true"/>
    <kamerbriefNakoming>2026Z00001</kamerbriefNakoming><kamerbriefNakoming>2026Z00002</kamerbriefNakoming>`
  const page = readFeedPage(
    'commitments',
    aFeed(
      anEntry(fields, { next: feedNext(7) }) +
        anEntry('', { id: 2, deleted: true, next: feedNext(8) }),
    ),
  )
  assert.equal(page.next, `${feedAddress}&skiptoken=8`)
  const [first, second] = page.items
  assert.deepEqual(first?.is, {
    kind: 'kept',
    kept: {
      facts: {
        number: 'TZ202601-001',
        text: 'Een verzonnen toezegging',
        status: 'Openstaand',
        ministry: '',
        keptIn: ['2026Z00001', '2026Z00002'],
      },
      matters: [],
      onDay: undefined,
    },
  })
  assert.equal(JSON.stringify(page).includes('Bewindspersoon'), false)
  assert.deepEqual(second?.is, { kind: 'deleted' })
})

test('a way on is followed on the same list of the same server only', () => {
  const here = 'https://open.voorbeeld.example/OData/v4/2.0/Zaak?$top=1'
  assert.equal(leadsOn(here, 'https://open.voorbeeld.example/OData/v4/2.0/Zaak?$skip=250'), true)
  for (const away of [
    'http://open.voorbeeld.example/OData/v4/2.0/Zaak?$skip=250',
    'https://elders.example/OData/v4/2.0/Zaak?$skip=250',
    'https://open.voorbeeld.example:8443/OData/v4/2.0/Zaak',
    'https://iemand@open.voorbeeld.example/OData/v4/2.0/Zaak',
    'https://open.voorbeeld.example/OData/v4/2.0/Persoon',
    '/OData/v4/2.0/Zaak',
  ]) {
    assert.equal(leadsOn(here, away), false, away)
  }
})

const aRow = (id: number, stamp: string) => ({
  ...{ Id: `aaaaaaaa-aaaa-4aaa-8aaa-${String(id).padStart(12, '0')}`, Verwijderd: false },
  ...{ ApiGewijzigdOp: stamp, Nummer: '2026Z00001', Soort: 'Motie', Onderwerp: 'Verzonnen' },
})
const aPage = (rows: readonly object[], next?: string) =>
  readListPage(
    'matters',
    JSON.stringify({ value: rows, ...(next ? { '@odata.nextLink': next } : {}) }),
  )
const begun = walkOn(newStanding(now), { name: 'matters', scope, now })
const skip = (count: number) => `${begun.address}&$skip=${count}`
const step = (standing: Standing & { address: string }, page: ReturnType<typeof aPage>) =>
  afterPage(standing, page, { name: 'matters', scope, now, validators })
const onward = (standing: Standing) => walkOn(standing, { name: 'matters', scope, now })

test('a list goes on from its last stamp, and as it was given where a whole page has one stamp', () => {
  const same = '2026-11-01T10:00:00Z'
  const first = step(begun, aPage([aRow(1, '2026-10-01T10:00:00Z'), aRow(2, same)], skip(2)))
  assert.match(decodeURIComponent(first.standing.address ?? ''), /ge 2026-11-01T10:00:00/)
  const given = `${first.standing.address}&$skip=2`
  const second = step(onward(first.standing), aPage([aRow(2, same), aRow(3, same)], given))
  assert.equal(second.standing.address, given)
  const last = step(onward(second.standing), aPage([aRow(4, same)]))
  assert.equal(last.ended, true)
  assert.equal(last.standing.seen, 4)
})

test('pages that lead in a circle, or elsewhere, stop it', () => {
  const odd = [aRow(2, '2026-11-02T10:00:00Z'), aRow(1, '2026-11-01T10:00:00Z')]
  const first = step(begun, aPage(odd, skip(2)))
  assert.equal(first.standing.address, skip(2))
  const circle = step(onward(first.standing), aPage(odd, begun.address))
  assert.equal(circle.standing.stopped, 'in-a-circle')
  assert.equal(step(begun, aPage(odd, begun.address)).standing.stopped, 'in-a-circle')
  const away = step(begun, aPage(odd, 'https://elders.example/'))
  assert.equal(away.standing.stopped, 'leads-elsewhere')
})

test('a feed goes on from its last entry, keeps its place when there is no more, and says when it is lost', () => {
  const feed = (standing: Standing, body: string, told = {}) =>
    afterPage(
      walkOn(standing, { name: 'commitments', scope, now }),
      readFeedPage('commitments', body),
      {
        ...{ name: 'commitments', scope, now, validators: told },
      },
    )
  const first = feed(newStanding(now), aFeed(anEntry('', { deleted: true, next: feedNext(5) })))
  const at = `${feedAddress}&skiptoken=5`
  assert.equal(first.standing.address, at)
  const resume = aFeed(`<link rel="resume" href="${feedNext(5)}"/>`)
  const end = feed(first.standing, resume, { etag: '"a"' })
  assert.deepEqual([end.ended, end.standing.address, end.standing.etag], [true, at, '"a"'])
  const again = walkOn(end.standing, { name: 'commitments', scope, now })
  assert.deepEqual([again.address, again.etag, again.whole], [at, '"a"', false])
  const lost = feed(first.standing, aFeed(''))
  assert.deepEqual([lost.gap?.because, lost.standing.address], ['no-way-on', at])
})

test('the pause doubles up to a minute, within half and one and a half of it; the House may ask for an hour at most', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((tries) => pauseAfter(tries, 0.5)),
    [1, 2, 4, 8],
  )
  assert.deepEqual([pauseAfter(20, 0), pauseAfter(20, 1)], [30, 90])
  assert.equal(readRetryAfter('120', now), 120)
  assert.equal(readRetryAfter('999999', now), 3_600)
  assert.equal(readRetryAfter('Mon, 30 Nov 2026 10:00:30 GMT', now), 30)
  assert.equal(readRetryAfter('Mon, 30 Nov 2020 10:00:30 GMT', now), 0)
  assert.equal(readRetryAfter('straks', now), undefined)
  assert.equal(readRetryAfter(null, now), undefined)
})

test('an inner address, a redirect and an answer without end are not read', async () => {
  const seen: string[] = []
  await onAServer(
    (request, response) => {
      seen.push(request.url ?? '')
      if (request.url === '/away') response.writeHead(302, { location: '/' }).end()
      else response.end(Buffer.alloc(3 * 1024))
    },
    async (origin) => {
      const question = {
        contact: 'post@ministerie.example',
        signal: AbortSignal.timeout(5_000),
        now,
      }
      const inner = await ask(fetchFrom(isPublicAddress), { ...question, address: `${origin}/` })
      assert.deepEqual(inner, { kind: 'stop', because: 'inner-address' })
      assert.deepEqual(seen, [])
      const anywhere = fetchFrom(() => true, { longest: 1024 })
      const away = await ask(anywhere, { ...question, address: `${origin}/away` })
      assert.deepEqual(away, { kind: 'stop', because: 'answered-302' })
      const endless = await ask(anywhere, { ...question, address: `${origin}/` })
      assert.deepEqual(endless, { kind: 'later', because: 'not-reached' })
    },
  )
})

test('what did not change is asked for with what the House said of it', async () => {
  await onAServer(
    (request, response) => {
      const known = request.headers['if-none-match'] === '"a"'
      if (known) response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a"' }).end('{}')
    },
    async (origin) => {
      const question = {
        contact: 'post@ministerie.example',
        signal: AbortSignal.timeout(5_000),
        now,
      }
      const reach = fetchFrom(() => true)
      const first = await ask(reach, { ...question, address: origin })
      assert.ok(first.kind === 'page')
      const second = await ask(reach, { ...question, address: origin, ...first.validators })
      assert.deepEqual(second, { kind: 'same' })
    },
  )
})

// Uses shared material beside the checkout (../shared/data/tweedekamer): recorded answers of the House; skipped where
// that is absent. The product starts and runs without it.
const recorded = new URL('../../../../shared/data/tweedekamer/', import.meta.url)
const skipped = existsSync(recorded) ? {} : { skip: '../shared/data/tweedekamer is not there' }
const rowsOf = (file: string): object[] => JSON.parse(readFileSync(new URL(file, recorded), 'utf8'))

test('recorded pages of the House are read without a row set apart', skipped, () => {
  const pages: readonly [SourceName, string][] = [
    ['matters', 'odata-raw-page-zaak.json'],
    ['matters', 'odata-zaak-selection.json'],
    ['matters', 'odata-zaak-expand-document-motions.json'],
    ['documents', 'odata-raw-page-document.json'],
    ['documents', 'odata-document-selection.json'],
    ['decisions', 'odata-raw-page-besluit.json'],
  ]
  for (const [name, file] of pages) {
    const rows = rowsOf(file) as { Verwijderd: boolean }[]
    const kinds = { kept: 0, deleted: 0, apart: 0 }
    for (const { is } of readListPage(name, JSON.stringify({ value: rows })).items)
      kinds[is.kind] += 1
    const deleted = rows.filter(({ Verwijderd }) => Verwijderd).length
    assert.deepEqual(kinds, { kept: rows.length - deleted, deleted, apart: 0 }, file)
  }
})

test(
  'a recorded motion has its official number, and an answer its number in the appendix',
  skipped,
  () => {
    const matters = rowsOf('odata-zaak-expand-document-motions.json') as { Document: object[] }[]
    const documents = matters.flatMap(({ Document }) => Document)
    const body = JSON.stringify({
      value: [...documents, ...rowsOf('odata-document-selection.json')],
    })
    const references = readListPage('documents', body).items.flatMap(({ is }) =>
      is.kind === 'kept' && 'reference' in is.kept.facts ? (is.kept.facts.reference ?? []) : [],
    )
    for (const known of ['kst-36547-44', 'kst-36600-VI-72', 'ah-tk-20242025-689']) {
      assert.ok(references.includes(known), known)
    }
  },
)

test(
  'recorded entries of the feed have a number and a stamp, with a zone or without',
  skipped,
  () => {
    const samples = readFileSync(new URL('syncfeed-samples.xml', recorded), 'utf8')
    const { items } = readFeedPage('commitments', samples)
    assert.deepEqual(
      items.map(({ id, stamp }) => [id, stamp]),
      [
        ['1f031e16-cb3b-45b5-b3c9-a8abd27c913a', '2008-08-26T12:13:04.627000000Z'],
        ['77dc181f-00d6-4d5e-b188-3fd0c02f4006', '2023-08-29T11:09:44.000000000Z'],
      ],
    )
  },
)
