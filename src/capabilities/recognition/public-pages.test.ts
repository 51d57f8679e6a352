import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import { aPublicHouse, aSession } from './a-public-house.ts'

const { app, logged } = aPublicHouse()
const knowledge = loadKnowledge(new URL('../../../knowledge', import.meta.url).pathname)
const origin = 'http://oogmerk.example'

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(origin + path, { headers })

const post = (path: string, fields: Record<string, string>, of = app) =>
  of.request(origin + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

const story = 'Kwetal draagt ineens dure kleding. Kwetal spijbelt niet.'

describe('a text typed without scripts', () => {
  it('leaves no line in the log, no header and nothing to keep', async () => {
    const answer = await post('/verken', { text: story })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.doesNotMatch(JSON.stringify([...answer.headers]), /Kwetal|kleding/)
    assert.match(logged(), /"route":"\/verken"/)
    assert.doesNotMatch(logged(), /Kwetal|kleding/)
  })

  it('is not read from an address', async () => {
    const page = await (await get(`/verken?text=${encodeURIComponent(story)}`)).text()
    assert.doesNotMatch(page, /<mark|class="finding"/)
    assert.match(page, /<textarea[^>]*>\n<\/textarea>/)
  })

  it('cannot bring markup into the page', async () => {
    const page = await (await post('/verken', { text: `<script>x</script> ${story}` })).text()
    assert.doesNotMatch(page, /<script>x/)
    assert.match(page, /&lt;script&gt;x/)
  })

  it('is not lost on a way to the other language, which such a page does not have', async () => {
    assert.match(await (await get('/verken')).text(), /class="language-switch"/)
    const page = await (await post('/verken', { text: story })).text()
    assert.doesNotMatch(page, /class="language-switch"/)
  })

  it('is refused from another website', async () => {
    const body = new URLSearchParams({ text: story })
    const headers = { origin: 'http://elders.example' }
    const answer = await app.request(`${origin}/verken`, { method: 'POST', headers, body })
    assert.equal(answer.status, 403)
  })

  it('is refused when it is far too long', async () => {
    const answer = await post('/verken', { text: 'jas '.repeat(100_000) })
    assert.equal(answer.status, 413)
  })

  it('is refused when one address sends hundreds in a minute', async () => {
    const other = aPublicHouse().app
    const statuses: number[] = []
    for (let count = 0; count < 241; count++) {
      statuses.push((await post('/verken', { text: '' }, other)).status)
    }
    assert.deepEqual(new Set(statuses.slice(0, 240)), new Set([200]))
    assert.equal(statuses[240], 429)
  })

  it('comes back with what was recognised underlined, told and beside what else it may be', async () => {
    const page = await (await post('/verken', { text: story })).text()
    assert.match(page, /<textarea[^>]*>\nKwetal draagt ineens dure kleding\./)
    assert.match(page, /<mark>[^<]*dure kleding<\/mark>/)
    assert.match(page, /<q>[^<]*dure kleding<\/q>/)
    assert.match(page, /<mark class="denied">spijbelt<\/mark>/)
    assert.match(page, /Je schrijft dat dit er juist niet was\./)
    for (const { nl } of knowledge.findSignal('MON-01')?.innocent ?? []) {
      assert.ok(page.includes(`<li>${nl}</li>`), nl)
    }
  })

  it('is read in either language, whatever the language of the page', async () => {
    const page = await (await post('/en/verken', { text: story })).text()
    assert.ok(
      page.includes(`<h3 class="finding__signal">${knowledge.findSignal('MON-01')?.wording.en}`),
    )
  })
})

describe('the list to tick', () => {
  it('shows what was ticked and nothing that the list does not hold', async () => {
    const page = await (
      await post('/verken', { text: '', 'seen-MON': 'MON-02', 'seen-x': 'ZZZ-99' })
    ).text()
    assert.equal(page.match(/class="finding"/g)?.length, 1)
    assert.ok(
      page.includes(`<h3 class="finding__signal">${knowledge.findSignal('MON-02')?.wording.nl}`),
    )
    assert.match(page, /value="MON-02" checked/)
    assert.doesNotMatch(page, /ZZZ-99/)
  })

  it('holds every signal of the pack', async () => {
    const page = await (await get('/verken')).text()
    for (const { id } of knowledge.signals) assert.ok(page.includes(`value="${id}"`), id)
  })
})

describe('what to do now', () => {
  const readers = [
    ['/verken', 'teacher'],
    ['/verken/ouder', 'parent'],
    ['/onder-druk', 'young-person'],
  ] as const
  for (const [path, reader] of readers) {
    it(`stands in the order of the pack for a ${reader}, with the numbers of the pack`, async () => {
      const page = await (await get(path)).text()
      const places = knowledge
        .whatToDo(reader)
        .map(({ title }) => page.indexOf(`>${title.nl}</h3>`))
      assert.ok(places.every((place) => place > 0))
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
      )
      const numbers = [...page.matchAll(/href="tel:(\d+)"/g)].map(([, number]) => number)
      const known = knowledge.lines.map(({ phone }) => phone?.replaceAll(/\D/g, ''))
      assert.ok(numbers.length > 1)
      for (const number of numbers) assert.ok(known.includes(number), number)
    })
  }

  it('has danger now right under what was found, before anything to tick', async () => {
    const page = await (await post('/verken', { text: story })).text()
    const places = ['class="finding', 'href="tel:112"', 'id="tick-title"'].map((mark) =>
      page.indexOf(mark),
    )
    assert.ok(places.every((place) => place > 0))
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    )
  })

  it('does not ask somebody who is signed in to sign in', async () => {
    const page = await (await get('/verken', { cookie: `oogmerk=${aSession}` })).text()
    assert.match(page, /Noor Voorbeeld/)
    assert.match(page, /href="\/signalen\/nieuw">Vastleggen</)
    assert.doesNotMatch(page, /Inloggen/)
  })

  it('leads a professional to recording, and a parent or young person does not see that', async () => {
    assert.match(await (await get('/verken')).text(), /href="\/signalen\/nieuw"/)
    assert.doesNotMatch(await (await get('/verken/ouder')).text(), /signalen\/nieuw/)
    assert.doesNotMatch(await (await get('/onder-druk')).text(), /signalen\/nieuw/)
  })
})

describe('the page for young people', () => {
  it('asks nothing and runs no script but the way out', async () => {
    const page = await (await get('/onder-druk')).text()
    assert.doesNotMatch(page, /<(input|textarea|form)\b/)
    assert.equal(page.match(/<script/g)?.length, 1)
    assert.match(page, /quick-exit\.js/)
  })

  it('says in one sentence of which lines we are not sure, and names no line that may be closed', async () => {
    const page = await (await get('/onder-druk')).text()
    assert.equal(page.split('We weten niet zeker').length, 2)
    assert.match(page, /niet zeker of dit nog klopt bij [^.]*Kindertelefoon/)
    assert.doesNotMatch(page, /nog open is|nog niet nagekeken/)
    assert.match(page, /href="tel:113"/)
  })

  it('never calls a child a recruiter, an offender, a victim or a suspect', async () => {
    for (const path of ['/onder-druk', '/en/onder-druk']) {
      const page = await (await get(path)).text()
      const content = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
      assert.doesNotMatch(
        content,
        /ronselaar|dader|slachtoffer|verdachte|recruiter|offender|perpetrator|victim|\ba suspect/i,
      )
    }
  })
})

describe('the first page', () => {
  it('is not shown to somebody who is signed in', async () => {
    const answer = await get('/', { cookie: `oogmerk=${aSession}` })
    assert.equal(answer.status, 404)
  })

  it('sends its text in the body and leads a young person on without it', async () => {
    const page = await (await get('/')).text()
    assert.match(page, /<form[^>]*method="post"[^>]*action="\/verken"/)
    assert.match(page, /formaction="\/verken\/ouder"/)
    assert.match(page, /<a class="door__link" href="\/onder-druk">/)
  })
})

describe('every public page', () => {
  for (const language of languages) {
    for (const path of ['/', '/verken', '/verken/ouder', '/onder-druk', '/verken/offline']) {
      const address = link(language, path)
      it(`is valid at ${address}, has one main heading and says its language`, async () => {
        const answer = await get(address)
        const page = await answer.text()
        assert.equal(answer.status, 200)
        assert.deepEqual(await faultsIn(raw(page)), [])
        assert.equal(page.match(/<h1/g)?.length, 1)
        assert.match(page, new RegExp(`<html lang="${language}">`))
        assert.doesNotMatch(page, / style="/)
      })
    }
  }

  it('is valid with findings too', async () => {
    const answer = await post('/verken', { text: story, 'seen-TEL': 'TEL-01' })
    assert.deepEqual(await faultsIn(raw(await answer.text())), [])
  })
})

describe('a public page, made once', () => {
  const compressed = { 'accept-encoding': 'gzip, br' }

  it('is not shown to somebody who is signed in, and theirs is shown to nobody else', async () => {
    const signedIn = { ...compressed, cookie: `oogmerk=${aSession}` }
    for (const headers of [signedIn, compressed, signedIn]) {
      const answer = await get('/verken/ouder', headers)
      const encoded = answer.headers.get('content-encoding') === 'br'
      const body = Buffer.from(await answer.arrayBuffer())
      const page = (encoded ? brotliDecompressSync(body) : body).toString()
      assert.equal(page.includes('Noor Voorbeeld'), 'cookie' in headers)
    }
  })

  it('travels compressed, the same at the first request and later, with the headers of every page', async () => {
    const { app: fresh } = aPublicHouse()
    const plain = await (await get('/en/onder-druk')).text()
    for (let count = 0; count < 2; count++) {
      const answer = await fresh.request(`${origin}/en/onder-druk`, { headers: compressed })
      assert.equal(answer.headers.get('content-encoding'), 'br')
      assert.equal(answer.headers.get('content-language'), 'en')
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
      const body = Buffer.from(await answer.arrayBuffer())
      assert.equal(brotliDecompressSync(body).toString(), plain)
    }
  })

  it('does not remember an address that somebody made up', async () => {
    await get('/verken?van=Kwetal', compressed)
    assert.doesNotMatch(await (await get('/verken')).text(), /Kwetal/)
  })
})

describe('installing', () => {
  for (const language of languages) {
    it(`the manifest in ${language} begins at Verken and names icons that are there`, async () => {
      const answer = await get(link(language, '/verken.webmanifest'))
      const manifest = await answer.json()
      assert.equal(answer.headers.get('content-type'), 'application/manifest+json')
      assert.equal(manifest.start_url, link(language, '/verken'))
      assert.equal(manifest.lang, language)
      for (const { src, type } of manifest.icons) {
        const icon = await get(src)
        assert.equal(icon.headers.get('content-type'), type)
      }
    })
  }
})

describe('the pages to keep', () => {
  for (const language of languages) {
    it(`are in ${language} the pages themselves, also for somebody who is signed in`, async () => {
      const address = link(language, '/verken-bewaren.json')
      const kept = await (await get(address, { cookie: `oogmerk=${aSession}` })).json()
      const paths = ['/', '/verken', '/verken/ouder', '/verken/offline', '/onder-druk', '/kennis']
      assert.deepEqual(Object.keys(kept).sort(), paths.map((path) => link(language, path)).sort())
      for (const [path, page] of Object.entries(kept)) {
        assert.equal(page, await (await get(path)).text(), path)
      }
    })
  }

  it('bring the headers of every page, which they are kept with', async () => {
    const { headers } = await get('/verken-bewaren.json')
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(headers.get('cache-control'), 'no-store')
  })
})
