import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'

let app: TestApp
let samira: Visitor
let milan: Visitor

before(async () => {
  app = await anApp({ demoRegion: true })
  samira = await app.signedIn(somebody('samira-denkbeeld'))
  milan = await app.signedIn(somebody('milan-proefpersoon'))
})
after(() => app?.close())

const sound = async (page: Exchange, status = 200): Promise<Exchange> => {
  assert.equal(page.status, status, page.url)
  assert.deepEqual(await faultsIn(raw(page.body)), [], page.url)
  return page
}

const start = async (method: string, more: Record<string, string> = {}): Promise<string> => {
  const begun = await samira.post('/intervisie/nieuw', {
    method,
    about: 'pupil',
    topic: 'Veel weg',
    key: newId(),
    ...more,
  })
  assert.equal(begun.status, 303)
  return begun.location
}
const placeOn = ({ body }: Exchange): string => /name="from" value="([^"]+)"/.exec(body)?.[1] ?? ''
const move = async (at: string, act: string): Promise<void> => {
  const from = placeOn(await samira.get(at))
  assert.equal((await samira.post(`${at}/verder`, { act, from })).status, 303)
}
const codeOn = ({ body }: Exchange): string => /N-\w{4}-\w{4}/.exec(body)?.[0] ?? ''
const card = (phase: string, kind: string, fields: Record<string, string>) => ({
  phase,
  kind,
  key: newId(),
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${kind}-${name}`, value])),
})

test('every page of a whole Niet pluis is valid HTML, in both languages', async () => {
  for (const way of ['', '/en']) {
    await sound(await samira.get(`${way}/intervisie`))
    await sound(await samira.get(`${way}/intervisie/nieuw?methode=niet-pluis`))
    await sound(await samira.get(`${way}/intervisie/papier`))
    await sound(await samira.get(`${way}/intervisie/meedoen?code=N-3333-3333`))
    await sound(await samira.get(`${way}/intervisie/methoden`))
    await sound(await samira.get(`${way}/intervisie/methoden/niet-pluis`))
    await sound(await samira.get(`${way}/intervisie/methoden/niet-pluis/blad`))
  }
  const at = await start('niet-pluis')
  const both = async () => {
    for (const who of [samira, milan]) {
      for (const way of ['', '/en']) {
        await sound(await who.get(way + at))
        await sound(await who.get(`${way}${at}/scherm`))
        await sound(await who.get(`${way}${at}/scherm?bril=vulnerability`))
      }
    }
  }
  await milan.post('/intervisie/meedoen', { code: codeOn(await samira.get(at)) })
  await both()
  await move(at, 'begin')
  const fact = card('occasion', 'fact', { text: 'Kwam laat.', origin: 'own', moment: 'dinsdag' })
  assert.equal((await milan.post(`${at}/bijdragen`, fact)).status, 303)
  await both()
  await move(at, 'next')
  await milan.post(`${at}/bijdragen`, card('viewpoints', 'thought', { text: 'Moe?' }))
  await milan.post(`${at}/concept`, card('viewpoints', 'fact', { text: 'Half' }))
  await both()
  const own = /kaarten\/([0-9a-f-]{36})/.exec((await milan.get(at)).body)?.[1]
  await sound(await milan.get(`${at}/kaarten/${own}`))
  await move(at, 'reveal')
  await both()
  await move(at, 'next')
  for (const effect of ['supports', 'burdens', 'unknown']) {
    await milan.post(
      `${at}/bijdragen`,
      card('map', 'mark', { domain: 'school', lens: 'vulnerability', effect, text: effect }),
    )
  }
  await both()
  await move(at, 'reveal')
  await both()
  await move(at, 'next')
  await milan.post(
    `${at}/bijdragen`,
    card('reading', 'explanation', { text: 'Bijbaan.', innocent: 'yes' }),
  )
  await move(at, 'reveal')
  await both()
  const stuck = await samira.post(`${at}/verder`, {
    act: 'next',
    from: placeOn(await samira.get(at)),
  })
  await sound(stuck, 422)
  assert.match(stuck.body, /twee verklaringen/)
  await milan.post(
    `${at}/bijdragen`,
    card('reading', 'explanation', { text: 'Druk.', innocent: 'no' }),
  )
  await move(at, 'next')
  await both()
  await sound(await samira.get(`${at}/besluit`))
  const empty = await sound(await samira.post(`${at}/besluit`, { from: '4-open' }), 422)
  assert.match(empty.body, /scherpere vraag/)
  const decision = {
    from: '4-open',
    question: 'Wat helpt?',
    outcome: 'more-care',
    agreement: 'Praten.',
    owner: somebody('milan-proefpersoon').personId,
    'due-day': '4',
    'due-month': '12',
    'due-year': '2026',
    'told-pupil': 'Wij praten.',
    'told-parents': 'Mentor belt.',
  }
  assert.equal((await samira.post(`${at}/besluit`, decision)).status, 303)
  await both()
  for (const way of ['', '/en']) await sound(await milan.get(`${way}/intervisie`))
  assert.match((await milan.get('/intervisie')).body, /Wat jij doet[\s\S]*Praten\./)
  const taking = await sound(await samira.get(`${at}/naar-de-casus`))
  const valueIn = (name: string) =>
    new RegExp(`name="${name}"[^>]*value="([0-9a-f-]{36})"`).exec(taking.body)?.[1] ?? ''
  const caseId = /<option value="([0-9a-f-]{36})"/.exec(taking.body)?.[1] ?? ''
  const chosen = { case: caseId, card: valueIn('card'), reading: valueIn('reading'), team: 'yes' }
  assert.equal((await samira.post(`${at}/naar-de-casus`, chosen)).status, 303)
  const file = (await samira.get(`/casussen/${caseId}`)).body
  assert.match(file, /Kwam laat\.[\s\S]*?intervisie \(Niet pluis\)[\s\S]*?Milan Proefpersoon, /)
  assert.match(file, /Milan Proefpersoon denkt, [^<]*; uit een intervisie/)
  await sound(await samira.get('/intervisie'))
})

test('where a case is chosen its code stands, never the name of the pupil: the page is on a screen in the room', async () => {
  const { body } = await samira.get('/casussen')
  const code = /C-\w{4}-\w{4}/.exec(body)?.[0] ?? ''
  assert.match(body, /Kwetal Verzonnen/)
  const at = await start('niet-pluis')
  await samira.post(`${at}/stoppen`, { from: 'gathering' })
  for (const place of ['/intervisie/nieuw', '/intervisie/papier', `${at}/naar-de-casus`]) {
    const page = await samira.get(place)
    assert.match(page.body, new RegExp(`>${code}<`), place)
    assert.doesNotMatch(page.body, /Kwetal|Bever Fantasie/, place)
  }
})

test('an intervision on paper that was begun is found again, and holds no code and no Begin', async () => {
  const begun = await samira.post('/intervisie/papier', {
    method: 'niet-pluis',
    about: 'pupil',
    topic: 'Stond op een blad',
    key: newId(),
  })
  const at = begun.location.replace('/van-papier', '')
  for (const way of ['', '/en']) {
    const page = await sound(await samira.get(way + at))
    assert.match(page.body, new RegExp(`href="${way}${at}/van-papier"`))
    assert.doesNotMatch(page.body, /N-\w{4}-\w{4}|value="begin"/)
  }
  const { body } = await samira.get('/intervisie')
  const [row = ''] = body.slice(body.indexOf(at)).split('</tr>')
  assert.match(row, /Nog over te nemen van papier/)
  const moved = await samira.post(`${at}/verder`, { act: 'begin', from: 'gathering' })
  assert.equal(moved.status, 409)
  // The map takes a card, not a report: what is too long is said, and nothing of it is lost.
  const long = 'w'.repeat(1_001)
  const field = 'map-school-resilience-text'
  const sheet = await sound(await samira.post(`${at}/van-papier`, { [field]: long }), 422)
  assert.match(sheet.body, new RegExp(`href="#${field}"`))
  assert.match(sheet.body, new RegExp(`name="${field}"[^>]*value="${long}"`))
})

test('a card that lacks something comes back with everything that was typed', async () => {
  const at = await start('niet-pluis')
  await move(at, 'begin')
  const wrong = await samira.post(
    `${at}/bijdragen`,
    card('occasion', 'fact', { text: 'Zag hem bij de fietsen', moment: 'maandag' }),
  )
  await sound(wrong, 422)
  assert.match(wrong.body, /Kies hoe je het weet/)
  assert.match(wrong.body, /Zag hem bij de fietsen/)
  assert.match(wrong.body, /value="maandag"/)
})

test('of two clicks the second gets a page that says so, and a card for a table that ended comes back', async () => {
  const at = await start('niet-pluis')
  await move(at, 'begin')
  await move(at, 'next')
  const late = await sound(await samira.post(`${at}/verder`, { act: 'next', from: '0-open' }), 409)
  assert.match(late.body, /Intussen is de stap al verzet/)
  await samira.post(`${at}/stoppen`, { from: '1-writing' })
  const lost = await sound(
    await samira.post(`${at}/bijdragen`, card('viewpoints', 'thought', { text: 'Te laat hier' })),
    409,
  )
  assert.match(lost.body, /Te laat hier/)
})

test('nobody else finds another’s words in the page, its parts, the screen or the stream before the turning', async () => {
  const at = await start('niet-pluis')
  await milan.post('/intervisie/meedoen', { code: codeOn(await samira.get(at)) })
  await move(at, 'begin')
  await move(at, 'next')
  await milan.post(`${at}/bijdragen`, card('viewpoints', 'thought', { text: 'Zeldzaamwoord' }))
  for (const place of ['', '/live', '/live?beeld=scherm', '/scherm', '/scherm?bril=resilience']) {
    const page = await samira.get(at + place)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.body, /Zeldzaamwoord/, place)
  }
  assert.match((await milan.get(at)).body, /Zeldzaamwoord/)
})

test('the address to join opens nothing by itself, and its code reaches no log', async () => {
  const at = await start('niet-pluis')
  const seen = await samira.get(`/en${at}`)
  const address = /<code class="address">([^<]+)</.exec(seen.body)?.[1] ?? ''
  assert.equal(address, `${app.origin}/en/intervisie/meedoen?code=${codeOn(seen)}`)
  const { pathname, search } = new URL(address)
  const fenna = await app.signedIn(somebody('fenna-voorbeeld'))
  const form = await sound(await fenna.get(pathname + search))
  assert.match(form.body, new RegExp(`name="code"[^>]*value="${codeOn(seen)}"`))
  assert.equal((await fenna.get(at)).status, 404)
  // Whoever is not signed in comes back to the same page, filled in.
  const stranger = await app.aStranger().get(pathname + search)
  assert.equal(stranger.status, 303)
  const back = new URL(stranger.location, app.origin).searchParams.get('naar')
  assert.equal(back, `/intervisie/meedoen${search}`)
  assert.equal((await fenna.post(pathname, { code: codeOn(seen) })).location, `/en${at}`)
  assert.match((await fenna.get(at)).body, new RegExp(`<code class="address">${app.origin}/int`))
  const logged = app.logged().replaceAll('-', '')
  assert.match(logged, /intervisie\/meedoen/)
  assert.equal(logged.includes(codeOn(seen).replaceAll('-', '')), false)
})

test('for somebody who is taken away there is no table any more, on no page of it and not in the stream', async () => {
  const at = await start('niet-pluis')
  const code = codeOn(await samira.get(at))
  await milan.post('/intervisie/meedoen', { code })
  await move(at, 'begin')
  const fact = card('occasion', 'fact', { text: 'Zag een auto.', origin: 'own' })
  await milan.post(`${at}/bijdragen`, fact)
  const { personId: away } = somebody('milan-proefpersoon')
  assert.equal((await milan.post(`${at}/weghalen`, { away })).status, 403)
  await sound(await samira.post(`${at}/weghalen`, { away: '' }), 422)
  assert.equal((await samira.post(`${at}/weghalen`, { away })).status, 303)
  for (const place of ['', '/scherm', '/live', '/live?beeld=scherm', '/stroom']) {
    const [gone, never] = await Promise.all(
      [at, `/intervisie/${newId()}`].map((table) => milan.get(table + place)),
    )
    assert.equal(gone?.status, 404, place)
    assert.equal(gone?.body.length, never?.body.length, place)
  }
  // What was being written comes back to its writer, as at any table that is not there.
  const later = card('occasion', 'fact', { text: 'Nog dit.', origin: 'own' })
  assert.match((await sound(await milan.post(`${at}/bijdragen`, later), 404)).body, /Nog dit/)
  assert.equal((await milan.post('/intervisie/meedoen', { code })).status, 404)
  const { body } = await sound(await samira.get(at))
  assert.match(body, /Zag een auto\.[\s\S]*niet meer aan tafel/)
})

test('in silence one form is open, and turning is apart from it and says how many are not ready', async () => {
  const at = await start('niet-pluis')
  await milan.post('/intervisie/meedoen', { code: codeOn(await samira.get(at)) })
  await move(at, 'begin')
  await move(at, 'next')
  const forms = (body: string) => body.match(/<details class="details" name="write"( open)?>/g)
  const turn = /<input type="hidden" name="act" value="reveal">/
  const { body } = await sound(await samira.get(at))
  assert.deepEqual(
    forms(body)?.map((tag) => tag.includes('open')),
    [true, false],
  )
  const writing = body.indexOf('id="write"')
  const steering = body.indexOf('<section class="panel"')
  assert.ok(writing > 0 && steering > writing && body.search(turn) > steering)
  assert.match(
    body,
    /Draai alle kaarten om[\s\S]*2 van de 2 zijn nog niet klaar[\s\S]*Draai toch om/,
  )
  const own = await sound(await milan.get(at))
  assert.doesNotMatch(own.body, turn)
  // A kind of which something was typed is the one that is open; what was laid down leads back to its form.
  await milan.post(`${at}/concept`, card('viewpoints', 'thought', { text: 'Half' }))
  assert.deepEqual(
    forms((await milan.get(at)).body)?.map((tag) => tag.includes('open')),
    [false, true],
  )
  const thought = card('viewpoints', 'thought', { text: 'Heel' })
  assert.equal((await milan.post(`${at}/bijdragen`, thought)).location, `${at}#write-thought`)
  for (const who of [samira, milan]) {
    await who.post(`${at}/klaar`, { phase: 'viewpoints', ready: 'yes' })
  }
  const all = await sound(await samira.get(at))
  assert.match(all.body, turn)
  assert.doesNotMatch(all.body, /niet klaar\.|Draai toch om/)
})

test('on the wall the whole map is signs, one lens is words, and neither shows a name of the menu', async () => {
  const at = await start('niet-pluis')
  for (const act of ['begin', 'next', 'reveal', 'next']) await move(at, act)
  const mark = { domain: 'school', lens: 'vulnerability', effect: 'burdens', text: 'Vaak weg.' }
  await samira.post(`${at}/bijdragen`, card('map', 'mark', mark))
  const shown = async (query: string) => (await samira.get(`${at}/scherm${query}`)).body
  assert.doesNotMatch(await shown('?bril=vulnerability'), /Vaak weg/)
  await move(at, 'reveal')
  const lens = await shown('?bril=vulnerability')
  assert.match(lens, /Vaak weg\.[\s\S]*Samira Denkbeeld/)
  assert.doesNotMatch(lens, /Uitloggen|map__grid/)
  // Its parts are those of the lens, so that the words stay on the wall when something changes.
  const part = /data-part="([^"]+)"/.exec(lens)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.match((await samira.get(part)).body, /Vaak weg/)
  assert.doesNotMatch(await shown('?bril=resilience'), /Vaak weg/)
  for (const query of ['', '?bril=bestaat-niet']) {
    const whole = await shown(query)
    assert.match(whole, /map__grid[\s\S]*staat nog niets\. Kijk daar net zo goed naar/)
    assert.doesNotMatch(whole, /Vaak weg|Samira/)
  }
})

test('somebody who guesses codes is stopped', async () => {
  const guesser = await app.signedIn(somebody('ruben-schets'))
  const statuses: number[] = []
  for (let guess = 0; guess < 25; guess += 1) {
    statuses.push((await guesser.post('/intervisie/meedoen', { code: 'N-3333-3333' })).status)
  }
  assert.deepEqual([...new Set(statuses)], [404, 429])
})

test('the page of our five steps says that they are ours, and the sheet does too', async () => {
  for (const place of ['', '/blad']) {
    const { body } = await samira.get(`/intervisie/methoden/niet-pluis${place}`)
    assert.match(
      body,
      /niet de stappen van het Niet-pluisinstrument van Stichting School &amp; Veiligheid/,
    )
  }
})

test('the stream is a stream: not kept, not compressed, and ended when the browser goes', async () => {
  const at = await start('niet-pluis')
  const cookie = [...samira.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const going = new AbortController()
  const answer = await app.app.routes.fetch(
    new Request(new URL(`${at}/stroom`, app.origin), {
      headers: { cookie, 'accept-encoding': 'gzip' },
      signal: going.signal,
    }),
  )
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(answer.headers.get('content-encoding'), null)
  const read = answer.body?.getReader()
  const first = await read?.read()
  assert.match(new TextDecoder().decode(first?.value), /event: changed/)
  await read?.cancel()
  const trail = await app.house.trailOf(somebody('samira-denkbeeld').organisationId)
  assert.equal(trail.at(-1)?.act, 'intervision.follow')
  assert.equal(trail.at(-1)?.subject, at.split('/').at(-1))
  const stranger = await app.aStranger().get(`${at}/stroom`)
  assert.equal(stranger.status, 303)
  assert.equal((await milan.get(`${at}/stroom`)).status, 404)
})

// Last, because the sessions of the other tests end with the time that passes here.
test('minutes are counted up to two hours; a table that was left running says since when', async () => {
  const at = await start('niet-pluis')
  await move(at, 'begin')
  const later = async (minutes: number) => {
    app.house.moveClock({ minutes })
    const who = await app.signedIn(somebody('samira-denkbeeld'))
    return [await sound(await who.get(at)), await who.get(`/en${at}/scherm`)].map(
      ({ body }) => body,
    )
  }
  for (const body of await later(119)) assert.match(body, /119 min\./)
  for (const body of await later(1)) {
    assert.match(body, /(Deze stap begon op|This step began on) 23 [Nn]ovember 2026 (om|at) 11:00/)
    assert.doesNotMatch(body, /<p class="clock__text"|<progress|120 min/)
  }
})
