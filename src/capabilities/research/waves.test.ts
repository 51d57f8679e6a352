import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aCountedWave, aList, anOpenWave, aSurveyDesk, type OpenWave } from './a-wave.ts'
import { leadsSurveys } from './access.ts'
import { addList, removeList } from './add-list.ts'
import type { Answers } from './answers.ts'
import { closeWave } from './close-wave.ts'
import { readNextWords, sortWords } from './code-words.ts'
import { drawWave } from './draw-wave.ts'
import {
  addAddresses,
  giveCode,
  inviteByMail,
  inviteOnPaper,
  remindSchools,
} from './invite-schools.ts'
import { makeWave } from './make-wave.ts'
import { openUrn } from './open-urn.ts'
import { checkOwnHalf, makeOwnHalf } from './open-wave.ts'
import { publishResults } from './publish-results.ts'
import { readResults } from './read-results.ts'
import { readSchools, readWave, readWaves } from './read-waves.ts'
import { inGroups } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { readDrawForm } from './wave-form.ts'

let app: TestApp
let desk: SurveyDesk
let leader: PersonActor
let elsewhere: PersonActor

before(async () => {
  app = await anApp()
  const { house } = app
  desk = aSurveyDesk(house)
  const institute = await house.anOrganisation('research-institute', 'Bureau A (verzonnen)')
  leader = await house.aPerson(institute, ['researcher'])
  const ministry = await house.anOrganisation('ministry', 'Ministerie B (verzonnen)')
  elsewhere = await house.aPerson(ministry, ['researcher'])
})
after(() => app.close())

const does = <T>(verb: (work: Work) => Promise<T>, actor = leader) =>
  app.app.inTransaction(actor, 'ask-schools', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const aWave = (schools = 12): Promise<OpenWave> =>
  anOpenWave(app.house, { actor: leader, desk, schools: { vo: schools } })
const counted = (all: readonly Answers[], title: string): Promise<string> =>
  aCountedWave(app.house, { actor: leader, desk, title }, all)
const begun = async (wave: OpenWave, at = 0, visitor = app.aStranger()): Promise<Visitor> => {
  const { location } = await visitor.post('/onderzoek', { code: wave.schools[at]?.code ?? '' })
  assert.match(location, /^\/onderzoek\/vragen\/1$/)
  return visitor
}

const draftsOf = async ({ id }: OpenWave) =>
  (await app.house.pool.query('select code_mac from survey_draft where wave_id = $1', [id])).rows

test('only researchers of a ministry or a research institute lead surveys', () => {
  assert.equal(leadsSurveys(leader), true)
  assert.equal(leadsSurveys({ ...leader, roles: ['privacy-officer'] }), false)
  assert.equal(leadsSurveys({ ...leader, organisationKind: 'secondary-school' }), false)
  assert.equal(leadsSurveys(somebody('bas-brief')), false)
})

test('for anybody else there is no such page, and another organisation finds no such wave', async () => {
  const { id, halves } = await aWave()
  const verbs: ((work: Work) => Promise<unknown>)[] = [
    (work) => readWave(work, id),
    (work) => readSchools(work, id),
    (work) => addList(work, id, { kind: 'vo', bytes: aList(3, 'V') }),
    (work) => drawWave(work, id, { seed: 'x', size: 1, least: 0, by: ['kind'], steps: [] }),
    (work) => makeOwnHalf(work, id),
    (work) => checkOwnHalf(work, id, halves[0]),
    (work) => addAddresses(work, desk, id, new Map()),
    (work) => inviteByMail(work, desk, id),
    (work) => inviteOnPaper(work, desk, id),
    (work) => giveCode(work, desk, id, { school: '99VA00' }),
    (work) => remindSchools(work, desk, id),
    (work) => closeWave(work, id),
    (work) => openUrn(work, desk, id, halves),
    (work) => readResults(work, desk, id),
    (work) => readNextWords(work, desk, id, 'help'),
    (work) => sortWords(work, desk, id, { question: 'help', answer: id, codes: ['time'] }),
    (work) => publishResults(work, desk, id),
  ]
  for (const verb of [readWaves, ...verbs]) {
    await assert.rejects(does(verb, somebody('bas-brief')), refused('no-such-page'))
  }
  for (const verb of verbs) await assert.rejects(does(verb, elsewhere), refused('no-such-wave'))
  assert.deepEqual(await does(readWaves, elsewhere), [])
})

test('a list is read whole or not at all, and no location is in two lists', async () => {
  const content = {
    title: 'Lijsten',
    questionnaire: 'criminal-exploitation-1',
    closesOn: '2027-06-01',
  }
  const id = (await does((work) => makeWave(work, content))) ?? ''
  const add = (kind: 'vo' | 'po' | 'sizes', bytes: Buffer) =>
    does((work) => addList(work, id, { kind, bytes }))
  const broken = Buffer.from('VESTIGINGSCODE;VESTIGINGSNAAM\n99VA00;Een\ngeen code;Twee\n')
  assert.deepEqual(await add('vo', broken), {
    ...{ ok: false, because: 'unreadable', line: 3 },
    ...{ fault: 'code', about: 'GEEN CODE' },
  })
  assert.deepEqual(
    await does((work) =>
      drawWave(work, id, { seed: 'x', size: 1, least: 0, by: ['kind'], steps: [] }),
    ),
    { ok: false, because: 'no-schools' },
  )
  const sizes = Buffer.from(
    'VESTIGINGSCODE;EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL\n99VA00;300\n99VA01;<5\n',
  )
  assert.deepEqual(await add('sizes', sizes), { ok: false, because: 'no-list-yet' })
  assert.deepEqual(await add('vo', aList(10, 'V')), { ok: true, rows: 10, before: 0 })
  assert.deepEqual(await add('po', aList(2, 'V')), {
    ok: false,
    because: 'listed-twice',
    codes: ['99VA00', '99VA01'],
  })
  assert.deepEqual(await add('sizes', sizes), { ok: true, rows: 2, before: 0 })
  assert.equal((await does((work) => readWave(work, id))).sized, 2)
  assert.deepEqual(await add('vo', aList(6, 'V')), { ok: true, rows: 6, before: 10 })
  // A list of the wrong kind is no dead end.
  await does((work) => removeList(work, id, 'vo'))
  assert.deepEqual(await add('po', aList(6, 'V')), { ok: true, rows: 6, before: 0 })
  const visitor = await app.signedIn(leader)
  const removed = await visitor.post(`/metingen/${id}/lijsten/weg`, { kind: 'po' })
  const told = await visitor.get(removed.location)
  assert.match(told.body, /De lijst is weggehaald/)
  assert.match(told.body, /Er is nog geen lijst/)
  await add('vo', aList(10, 'V'))
  await add('sizes', sizes)
  // A list that takes the place of another keeps the sizes.
  await add('vo', aList(6, 'V'))
  const draw = { seed: 'x', least: 0, by: ['kind', 'size'], steps: [100] } as const
  const bySize = readDrawForm({ seed: 'x', size: '3', by: ['kind', 'size'], steps: ' ' })
  assert.deepEqual(bySize.ok ? {} : bySize.errors, { steps: 'steps-missing' })
  const tooMany = await does((work) => drawWave(work, id, { ...draw, size: 7 }))
  assert.deepEqual(tooMany, { ok: false, because: 'size-impossible' })
  assert.deepEqual(await does((work) => drawWave(work, id, { ...draw, size: 3 })), { ok: true })
  // The sizes were kept when the list of schools was replaced.
  assert.deepEqual(
    (await does((work) => readWave(work, id))).strata.map((each) => [
      each.stratum,
      each.population,
    ]),
    [
      ['vo / 0-99', 1],
      ['vo / 100+', 1],
      ['vo / unknown', 4],
    ],
  )
  await assert.rejects(
    does((work) => drawWave(work, id, { ...draw, size: 3 })),
    refused('wave-is-drawn'),
  )
  assert.match((await visitor.get(`/metingen/${id}`)).body, /3 van de 6 scholen in de lijsten zijn/)
  await assert.rejects(add('vo', aList(10, 'V')), refused('wave-is-drawn'))
})

test('a wave begins only when two people made a half of its key each and typed it back, and no half is kept', async () => {
  const { house } = app
  const content = {
    title: 'Sleutel',
    questionnaire: 'criminal-exploitation-1',
    closesOn: '2027-06-01',
  }
  const id = (await does((work) => makeWave(work, content))) ?? ''
  await does((work) => addList(work, id, { kind: 'vo', bytes: aList(4, 'V') }))
  await does((work) =>
    drawWave(work, id, { seed: 'x', size: 4, least: 0, by: ['kind'], steps: [] }),
  )
  const second = await house.aPerson(leader.organisationId, ['researcher'])
  const third = await house.aPerson(leader.organisationId, ['researcher'])
  const make = (actor: PersonActor) => does((work) => makeOwnHalf(work, id), actor)
  const check = (half: string, actor: PersonActor) =>
    does((work) => checkOwnHalf(work, id, half), actor)
  await assert.rejects(check('00'.repeat(32), leader), refused('not-a-keeper'))
  const lost = await make(leader)
  const onLost = await make(second)
  // Made again, the first half makes an end of the second one that was built on it.
  const one = await make(leader)
  await assert.rejects(check(onLost.half, second), refused('not-a-keeper'))
  // Who has one half gets no other one.
  assert.deepEqual([lost.place, onLost.place, one.place], ['first', 'second', 'first'])
  assert.equal(await check(one.half, leader), 'waits')
  const other = await make(second)
  await assert.rejects(make(third), refused('two-keepers-already'))
  assert.equal(await check(one.half, second), 'does-not-fit')
  assert.equal(await check(lost.half, leader), 'does-not-fit')
  const visitor = await app.signedIn(second)
  const begin = `/metingen/${id}/begin`
  // Whoever is to type 64 signs proves who they are first, and has half an hour for it.
  const opened = await visitor.get(begin)
  const proven = /name="proven" value="([^"]+)"/.exec(opened.body)?.[1] ?? ''
  house.moveClock({ minutes: 14 })
  await visitor.get('/metingen')
  const asked = await visitor.get(begin)
  assert.match(asked.location, /bevestig.*naar=/)
  const refusedAgain = await visitor.post(begin, { secret: other.half })
  assert.equal(refusedAgain.status, 403)
  assert.match(refusedAgain.body, /behalve wat geheim is/)
  const page = await visitor.get(`/metingen/${id}`)
  assert.match(
    page.body,
    /gemaakt en teruggetypt<[\s\S]*gemaakt, nog niet teruggetypt \(dit bewaar jij\)/,
  )
  assert.deepEqual(await faultsIn(raw(page.body)), [])
  for (const [secret, said] of [
    [one.half, /Dit is niet jouw helft/],
    [other.half.slice(1), /Dit zijn 63 tekens/],
    [`x${other.half.slice(1)}`, /Teken 1 is ‘x’/],
    ['', /Typ de helft van deze bewaarder/],
  ] as const) {
    const wrong = await visitor.post(begin, { secret, proven })
    assert.equal(wrong.status, 422)
    assert.match(wrong.body, said)
    assert.ok(secret === '' || !wrong.body.includes(secret))
    assert.doesNotMatch(wrong.body, /Er is niets verloren/)
  }
  // Another colleague, and another wave, has nothing at that proof.
  const stolen = await (await app.signedIn(leader)).post(begin, { secret: one.half, proven })
  assert.notEqual(stolen.status, 403, 'signed in a moment ago')
  assert.equal((await visitor.post(begin, { secret: other.half, proven })).status, 303)
  assert.equal((await does((work) => readWave(work, id))).wave.state, 'open')
  const [first, halves] = [
    [lost.half, onLost.half],
    [one.half, other.half],
  ]
  const { rows } = await house.pool.query(
    `select w::text || coalesce((select string_agg(t::text, '') from trail_entry t
       where t.organisation_id = w.organisation_id), '') as all from survey_wave w where id = $1`,
    [id],
  )
  for (const half of [...first, ...halves]) assert.ok(!rows[0].all.includes(half))
})

test('a code that is none, is unknown or was replaced lets nobody in, and the typed code comes back', async () => {
  const wave = await aWave()
  const visitor = app.aStranger()
  for (const [code, said] of [
    ['fout', /Dit is geen code/],
    ['3333-3333-3333', /We kennen deze code niet/],
  ] as const) {
    const { status, body } = await visitor.post('/onderzoek', { code })
    assert.equal(status, 422)
    assert.match(body, said)
    assert.match(body, new RegExp(`value="${code}"`))
  }
  const school = wave.schools[0]?.school ?? ''
  const seated = await begun(wave)
  const given = await does((work) => giveCode(work, desk, wave.id, { school, replaces: true }))
  const code = given.ok ? given.code : ''
  const old = await visitor.post('/onderzoek', { code: wave.schools[0]?.code ?? '' })
  assert.match(old.body, /We kennen deze code niet/)
  assert.match((await seated.get('/onderzoek/vragen/1')).body, /We kennen deze code niet/)
  assert.equal((await visitor.post('/onderzoek', { code })).status, 303)
})

test('codes that may be in the post are replaced only when that is meant, and so is the code of one school', async () => {
  const wave = await aWave()
  const visitor = await app.signedIn(leader)
  const on = `/metingen/${wave.id}`
  const code = wave.schools[0]?.code ?? ''
  const school = wave.schools[0]?.school ?? ''
  const lives = async () => (await app.aStranger().post('/onderzoek', { code })).status === 303
  assert.match((await visitor.get(on)).body, /Er zijn al 12 codes voor brieven gemaakt/)
  const again = await visitor.post(`${on}/brieven`)
  assert.equal(again.status, 422)
  assert.match(again.body, /Kruis aan dat je weet dat die dan niet meer werken/)
  const asked = await visitor.post(`${on}/code`, { school })
  assert.equal(asked.status, 200)
  assert.match(asked.body, /Deze school heeft al een code/)
  assert.deepEqual(await faultsIn(raw(asked.body)), [])
  assert.equal((await visitor.post(`${on}/code`, { school, asked: 'yes' })).status, 422)
  const close = await visitor.post(`${on}/sluiten`)
  assert.equal(close.status, 422)
  assert.match(close.body, /Kruis aan dat je weet dat sluiten niet terug kan/)
  assert.ok(await lives())
  const silent = await visitor.get(`${on}/scholen?zoek=school+V+12&wie=silent`)
  assert.match(silent.body, /<caption[^>]*>1 school</)
  const none = await visitor.get(`${on}/scholen?wie=answered`)
  assert.match(none.body, /Geen gekozen school past hierbij/)
  const codes = await visitor.post(`${on}/brieven`, { again: 'yes' })
  assert.match(codes.body, /VESTIGINGSCODE;NAAM;GEMEENTE;CODE/)
  assert.ok(!(await lives()))
})

test('who tries many codes from one place has to wait', async () => {
  const guesser = app.aStranger()
  let status = 0
  for (let at = 0; at < 101; at += 1) ({ status } = await guesser.post('/onderzoek', { code: 'x' }))
  assert.equal(status, 429)
})

test('a school answers without scripts, may stop, goes on elsewhere, and nothing typed is lost', async () => {
  const wave = await aWave()
  const visitor = await begun(wave)
  const pages: string[] = []
  const read = async (path: string, who = visitor) => {
    const { status, body } = await who.get(path)
    assert.equal(status, 200, path)
    pages.push(body)
    return body
  }
  await read('/onderzoek')
  assert.match(await read('/onderzoek/vragen/1'), /Wat is je werk op school/)
  const wrong = await visitor.post('/onderzoek/vragen/1', { 'q-role': 'astronaut' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /Kies een van de antwoorden/)
  const step = async (at: number, fields: Record<string, string | string[]>) =>
    (await visitor.post(`/onderzoek/vragen/${at}`, { go: 'next', ...fields })).location
  assert.equal(await step(1, { 'q-role': 'care' }), '/onderzoek/vragen/2')
  // A choice can be taken back, and made again.
  const chosen = await read('/onderzoek/vragen/1')
  assert.match(chosen, /pagina 1 van ten hoogste \d+/)
  assert.match(chosen, /Verzonnen school V \d+ \(Proefstad\)/)
  assert.match(chosen, /toch geen antwoord/)
  await step(1, { 'q-role': '' })
  assert.doesNotMatch(await read('/onderzoek/vragen/1'), / checked|toch geen antwoord/)
  await step(1, { 'q-role': 'care' })
  assert.equal(await step(2, { 'q-worried': 'yes' }), '/onderzoek/vragen/3')
  // No concrete worry: the questions about it are passed.
  assert.equal(await step(3, { 'q-concrete': 'no' }), '/onderzoek/vragen/6')
  assert.equal(
    (await visitor.post('/onderzoek/vragen/6', { go: 'back', 'q-knows': 'partly' })).location,
    '/onderzoek/vragen/3',
  )
  assert.equal(await step(3, { 'q-concrete': 'yes' }), '/onderzoek/vragen/4')
  // How many pages it saw tells what it answered: neither a row nor a line in the log counts them.
  assert.deepEqual(await draftsOf(wave), [])
  assert.doesNotMatch(app.logged(), /\/onderzoek/)
  const both = await visitor.post('/onderzoek/vragen/4', { 'q-kinds': ['drugs', 'unknown'] })
  assert.equal(both.status, 422)
  assert.match(both.body, /value="drugs" checked/)
  const stopped = await visitor.post('/onderzoek/vragen/4', { go: 'later', 'q-kinds': ['drugs'] })
  assert.equal(stopped.location, '/onderzoek/bewaard')
  assert.equal(visitor.jar.size, 0)
  assert.equal((await draftsOf(wave)).length, 1)
  await read('/onderzoek/bewaard')

  const phone = app.aStranger()
  const again = await phone.post('/en/onderzoek', { code: inGroups(wave.schools[0]?.code ?? '') })
  assert.equal(again.location, '/en/onderzoek/vragen/4')
  assert.match((await phone.get(again.location)).body, /value="drugs" checked/)

  // The browser lost its cookie on the way: what was filled in, here and before, comes along with the code.
  await phone.post('/onderzoek/vragen/6', { go: 'next', 'q-knows': 'partly', 'q-equipped': 'no' })
  const { body: last } = await phone.get('/onderzoek/vragen/8')
  const before = /name="before" value="([^"]+)"/.exec(last)?.[1] ?? ''
  phone.jar.clear()
  const filled = { go: 'next', before, 'q-help': `Meer tijd. ${'€'.repeat(900)}` }
  const lost = await phone.post('/onderzoek/vragen/8', filled)
  assert.equal(lost.status, 422)
  assert.match(lost.body, /name="q-help" value="Meer tijd\./)
  assert.ok(lost.body.includes(`name="before" value="${before}"`))
  const code = wave.schools[0]?.code ?? ''
  const found = await phone.post('/onderzoek/vragen/8', { ...filled, code })
  assert.equal(found.location, '/onderzoek/controle')
  const check = await read('/onderzoek/controle', phone)
  for (const said of [/zorgcoördinator/, /drugs verkopen/, /Meer tijd\./, /voor een deel/, /nee/]) {
    assert.match(check, said)
  }
  const changed = await phone.post('/onderzoek/vragen/6', { from: 'check', 'q-protocol': 'yes' })
  assert.equal(changed.location, '/onderzoek/vragen/7')
  const sent = await phone.post('/onderzoek/controle')
  assert.equal(sent.location, '/onderzoek/klaar')
  await read('/onderzoek/klaar', phone)
  const twice = await phone.post('/onderzoek', { code: wave.schools[0]?.code ?? '' })
  assert.equal(twice.status, 409)
  assert.match(twice.body, /Deze school heeft al geantwoord/)
  for (const page of pages) {
    assert.deepEqual(await faultsIn(raw(page)), [])
    assert.doesNotMatch(page, /<script/)
  }
  // No code ever stood in an address or in the log.
  assert.ok(app.exchanges.every(({ url, location }) => !`${url}${location}`.includes(code)))
  assert.ok(!app.logged().includes(code))
})

test('an interviewer answers for a school; the trail tells that, and not for which', async () => {
  const wave = await aWave()
  const interviewer = await begun(wave, 1, await app.signedIn(leader))
  assert.match((await interviewer.get('/onderzoek/vragen/1')).body, /Aan de telefoon/)
  await interviewer.post('/onderzoek/vragen/1', { go: 'next', 'q-role': 'teacher' })
  assert.equal((await interviewer.post('/onderzoek/controle')).location, '/onderzoek/klaar')
  // Somebody who leads surveys elsewhere is a respondent like any other.
  const other = await begun(wave, 2, await app.signedIn(elsewhere))
  assert.doesNotMatch((await other.get('/onderzoek/vragen/1')).body, /Aan de telefoon/)
  await other.post('/onderzoek/controle')
  const { schools } = await does((work) => readSchools(work, wave.id))
  assert.deepEqual(
    [1, 2].map((at) => schools.find((one) => one.school === wave.schools[at]?.school)?.answered),
    ['telephone', 'web'],
  )
  const lines = (await app.house.trailOf(leader.organisationId)).filter(
    ({ act }) => act === 'survey.answer-by-telephone',
  )
  assert.equal(lines.length, 1)
  assert.equal(lines[0]?.subject, wave.id)
  assert.deepEqual(lines[0]?.details, {})
})

test('words are shown one at a time to who sorts them, and become shares when enough are sorted', async () => {
  const all = Array.from({ length: 12 }, (_, at) => ({
    ...{ help: `Wens nummer ${at}`, worried: 'yes', concrete: 'yes' },
    ...{ kinds: ['other'], 'kinds-other': `Iets ${at}` },
  }))
  const id = await counted(all, 'Woorden')
  const visitor = await app.signedIn(leader)
  const results = await visitor.get(`/metingen/${id}/uitkomsten`)
  assert.match(results.body, /nog niet genoeg ingedeeld/)
  assert.doesNotMatch(results.body, /Wens nummer/)
  // Two texts of one school have nothing in common, nor with the row they stand in.
  const numbers = new Set<string>()
  for (const question of ['help', 'kinds-other']) {
    const { next } = await does((work) => readNextWords(work, desk, id, question))
    numbers.add(next?.answer ?? '')
  }
  const { rows: kept } = await app.house.pool.query(
    'select id from survey_answer where wave_id = $1',
    [id],
  )
  assert.equal(numbers.size, 2)
  assert.ok(kept.every((row) => !numbers.has(row.id)))
  for (let at = 0; at < 12; at += 1) {
    const { next, sorted } = await does((work) => readNextWords(work, desk, id, 'help'))
    assert.equal(sorted, at)
    const sort = (codes: readonly string[]) =>
      does((work) =>
        sortWords(work, desk, id, { question: 'help', answer: next?.answer ?? '', codes }),
      )
    if (at === 0) await assert.rejects(sort(['no-such']), refused('no-such-code'))
    await sort(at < 3 ? ['time', 'training'] : ['contact'])
  }
  const page = await visitor.get(`/metingen/${id}/woorden/help`)
  assert.match(page.body, /Alles is ingedeeld/)
  const { told } = await does((work) => readResults(work, desk, id))
  const help = told.questions.find((each) => each.question === 'help')
  assert.equal(help?.options.find(({ option }) => option === 'contact')?.percent, 75)
})

test('what is published is read by everybody as it was told, once, and nothing else of the wave', async () => {
  const all = Array.from({ length: 20 }, (_, at) => ({
    worried: at < 12 ? 'yes' : 'no',
    help: 'Geheime wens',
  }))
  const id = await counted(all, 'Openbare meting')
  const stranger = app.aStranger()
  assert.equal((await stranger.get(`/kennis/onderzoek/uitkomsten/${id}`)).status, 404)
  const visitor = await app.signedIn(leader)
  const publish = (boxes: Record<string, string>) =>
    visitor.post(`/metingen/${id}/publiceren`, boxes)
  // It is asked twice: it cannot be undone, and words that are not sorted now never will be.
  for (const [boxes, said] of [
    [{}, /Kruis aan dat je weet dat publiceren niet terug kan/],
    [{ publish: 'yes' }, /Deel eerst de antwoorden in eigen woorden in/],
  ] as const) {
    const asked = await publish(boxes)
    assert.equal(asked.status, 422)
    assert.match(asked.body, said)
    assert.match(asked.body, /nog 20 antwoorden in eigen woorden niet ingedeeld/)
    assert.equal((await stranger.get(`/kennis/onderzoek/uitkomsten/${id}`)).status, 404)
  }
  assert.equal((await publish({ publish: 'yes', unsorted: 'yes' })).status, 303)
  const late = await visitor.get(`/metingen/${id}/woorden/help`)
  assert.match(late.body, /Indelen kan niet meer/)
  assert.doesNotMatch(late.body, /<form[^>]*woorden|Geheime wens/)
  await assert.rejects(
    does((work) => publishResults(work, desk, id)),
    refused('published-already'),
  )
  assert.match((await stranger.get('/kennis/onderzoek')).body, /Openbare meting/)
  for (const language of ['', '/en']) {
    const { body } = await stranger.get(`${language}/kennis/onderzoek/uitkomsten/${id}`)
    assert.deepEqual(await faultsIn(raw(body)), [])
    assert.match(body, /60%/)
    // The share that answered and the design effect, as the language writes them.
    assert.match(body, language === '' ? /\(100,0%\)[\s\S]*>1,00</ : /\(100\.0%\)[\s\S]*>1\.00</)
    assert.match(body, /277|CKM|ruim de helft|more than half/)
    assert.doesNotMatch(body, /Geheime|99VA|<script| style=/)
    // What the drawing says stands in the table beside it.
    const told = [...body.matchAll(/<text class="chart__told"[^>]*>([^<]+)</g)].map(
      ([, text]) => text,
    )
    assert.equal(told.length, 3)
    for (const text of told) assert.ok(body.includes(`>${text}</td>`), text)
  }
  await assert.rejects(
    does((work) => sortWords(work, desk, id, { question: 'help', answer: id, codes: ['time'] })),
    refused('published-already'),
  )
})
