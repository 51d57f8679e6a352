import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addFoundItem } from '#capabilities/accountability/add-found-item.ts'
import { knownHere } from '#capabilities/accountability/known-here.ts'
import { loadParliament } from '#capabilities/accountability/load-parliament.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { languages, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aMatterId, aParliament } from './a-parliament.ts'
import { maySeeFeed, maySetFeed } from './access.ts'
import { outcomeOf } from './candidate.ts'
import { checkFeed, loadFeed } from './feed-pack.ts'
import { sourcesPage } from './page-sources.ts'
import { paths } from './paths.ts'
import { type ReadingAlong, readTurn } from './read-along.ts'
import { readCandidates, seeCandidate } from './read-candidates.ts'
import { askAgain, changeSetting, readSetting, readSources } from './read-sources.ts'
import { sourceNames } from './source.ts'
import { takeCandidate } from './take-candidate.ts'
import { newStanding } from './walk.ts'

let program: TestApp
let keeper: PersonActor
let administrator: PersonActor
let otherMinistry: PersonActor
before(async () => {
  program = await anApp()
  const { house } = program
  const ministry = await house.anOrganisation('ministry', 'Ministerie A (verzonnen)')
  keeper = await house.aPerson(ministry, ['programme-staff'])
  administrator = await house.aPerson(ministry, ['administrator'])
  otherMinistry = await house.aPerson(
    await house.anOrganisation('ministry', 'Ministerie B (verzonnen)'),
    ['programme-staff', 'administrator'],
  )
})
after(() => program.close())

const does = <T>(verb: (work: Work) => Promise<T>, actor = keeper) =>
  program.app.inTransaction(actor, 'keep-account', verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const everything = { kind: undefined, dossier: undefined, all: false, page: 1 }
const never = new AbortController().signal

/** Reads along at this House for ministry A until it has everything. */
async function readsAlong(parliament: ReturnType<typeof aParliament>): Promise<void> {
  const reading: ReadingAlong = {
    inTransaction: program.app.inTransaction,
    clock: program.house.clock,
    scope: { address: 'https://open.voorbeeld.example', dossiers: ['29911'], words: ['woord'] },
    reach: parliament.reach,
    random: () => 0.5,
    listMinistries: async () => [],
    failed: () => {},
  }
  while ((await readTurn(reading, keeper.organisationId, never)) > 0);
}
const turn = (isOn: boolean) =>
  does((work) => changeSetting(work, { isOn, contact: 'post@ministerie.example' }), administrator)

test('programme staff of a ministry read what was found, its administrators turn it on, nobody else', async () => {
  assert.deepEqual([maySeeFeed(keeper), maySetFeed(keeper)], [true, false])
  assert.deepEqual([maySeeFeed(administrator), maySetFeed(administrator)], [false, true])
  assert.equal(maySetFeed({ ...administrator, organisationKind: 'police' }), false)
  assert.equal(maySeeFeed({ ...keeper, organisationKind: 'research-institute' }), false)
  const seen = { source: 'matters', id: aMatterId(), until: '2026-11-30T10:00:00Z' } as const
  const reading: ((work: Work) => Promise<unknown>)[] = [
    (work) => readCandidates(work, everything),
    (work) => seeCandidate(work, seen),
    readSources,
    (work) => askAgain(work, 'matters'),
  ]
  for (const verb of reading) {
    await assert.rejects(does(verb, administrator), refused('no-such-page'))
    await assert.rejects(does(verb, somebody('samira-denkbeeld')), refused('no-such-page'))
  }
  const setting = { isOn: true, contact: 'post@ministerie.example' }
  const deciding: ((work: Work) => Promise<unknown>)[] = [
    readSetting,
    (work) => changeSetting(work, setting),
  ]
  for (const verb of deciding) {
    await assert.rejects(does(verb), refused('no-such-page'))
  }
  await assert.rejects(does(reading[1] ?? readSources, otherMinistry), refused('no-such-candidate'))
})

test('nothing is asked while it is off, also not by who wants to read again', async () => {
  await assert.rejects(
    does((work) => askAgain(work, 'matters'), otherMinistry),
    refused('feed-is-off'),
  )
})

test('what somebody saw goes away, and comes back when it changed since; another ministry sees nothing of it', async () => {
  const parliament = aParliament(program.house.clock, 3)
  const [first = '', second = ''] = [aMatterId(), aMatterId()]
  parliament.publish(first, { Nummer: '2026Z00001', GestartOp: '2026-11-02T00:00:00+01:00' })
  parliament.publish(second, { Nummer: '2026Z00002', GestartOp: '2026-11-03T00:00:00+01:00' })
  await turn(true)
  await readsAlong(parliament)
  const list = async (all = false, actor = keeper) =>
    (await does((work) => readCandidates(work, { ...everything, all }), actor)).candidates
  const before = await list()
  assert.deepEqual(
    before.map(({ number, looked }) => [number, looked]),
    [
      ['2026Z00002', 'not-yet'],
      ['2026Z00001', 'not-yet'],
    ],
  )
  const until = before[1]?.touchedAt ?? ''
  await does((work) => seeCandidate(work, { source: 'matters', id: first, until }))
  assert.deepEqual(
    (await list()).map(({ number }) => number),
    ['2026Z00002'],
  )
  assert.deepEqual(
    (await list(true)).map(({ looked }) => looked),
    ['not-yet', 'seen'],
  )
  program.house.moveClock({ hours: 7 })
  parliament.publish(first, { Onderwerp: 'Nu anders' })
  await readsAlong(parliament)
  assert.deepEqual(
    (await list()).map(({ looked }) => looked),
    ['not-yet', 'changed-since'],
  )
  // Marked by who had not seen the change: then it stays.
  await does((work) => seeCandidate(work, { source: 'matters', id: first, until }))
  assert.equal((await list()).length, 2)
  assert.deepEqual(await list(true, otherMinistry), [])
})

const known = knownHere(loadParliament(new URL('../../../knowledge', import.meta.url).pathname))

test('what is taken over becomes one item of the register, however often and by how many', async () => {
  const parliament = aParliament(program.house.clock, 9)
  const [motion = '', letter = ''] = [aMatterId(), aMatterId()]
  const long = `Verzonnen motie over ${'heel '.repeat(60)}veel`
  parliament.publish(motion, {
    Nummer: '2026Z00077',
    Onderwerp: long,
    GestartOp: '2026-11-09T00:00:00+01:00',
  })
  parliament.publish(letter, { Nummer: '2026Z00078', Soort: 'Brief regering' })
  program.house.moveClock({ hours: 7 })
  await does((work) => askAgain(work, 'matters'))
  await readsAlong(parliament)
  const register = { addItem: addFoundItem, known }
  const until = program.house.clock().toString()
  const take = (id: string, actor = keeper) =>
    does((work) => takeCandidate(work, register, { source: 'matters', id, until }), actor)
  await assert.rejects(take(letter), refused('not-for-the-register'))
  await assert.rejects(take(motion, otherMinistry), refused('no-such-candidate'))
  await assert.rejects(take(motion, administrator), refused('no-such-page'))
  const colleague = await program.house.aPerson(keeper.organisationId, ['programme-staff'])
  const items = await Promise.all([take(motion), take(motion, colleague), take(motion)])
  assert.equal(new Set(items).size, 1)
  const { rows } = await program.house.pool.query(
    'select kind, title, says, raised_on, raised_in, state from register_item where organisation_id = $1',
    [keeper.organisationId],
  )
  assert.deepEqual(
    rows.map(({ title, ...row }) => ({ ...row, title: title.length })),
    [
      {
        ...{ kind: 'motion', says: long, raised_on: '2026-11-09', raised_in: '2026Z00077' },
        ...{ state: 'open', title: 200 },
      },
    ],
  )
  const visitor = await program.signedIn(keeper)
  const { body } = await visitor.get(`${paths.found}?alles=ja`)
  assert.match(body, new RegExp(`href="/verantwoording/punten/${items[0]}"`))
})

test('what a ministry read from its paper itself is known to it, and is not put in a second time', async () => {
  const parliament = aParliament(program.house.clock, 9)
  const motion = aMatterId()
  parliament.publish(motion, { Nummer: '2026Z00099', GestartOp: '2026-11-10T00:00:00+01:00' })
  program.house.moveClock({ hours: 7 })
  await does((work) => askAgain(work, 'matters'))
  await readsAlong(parliament)
  const read = { kind: 'motion', says: 'Zelf gelezen.', raisedOn: '2026-11-10' } as const
  const item = await does((work) => addFoundItem(work, { ...read, references: ['2026Z00099'] }))
  await program.house.pool.query(
    `insert into register_paper (organisation_id, id, sha256, reference, kind, title, dated, body, state, read_by,
       read_at, changed_at)
     values ($1, $2, sha256('x'), '2026Z00099', 'motie', 'Verzonnen', '2026-11-10', '', 'kept', $3, now(), now())`,
    [keeper.organisationId, item, keeper.personId],
  )
  const visitor = await program.signedIn(keeper)
  const { body } = await visitor.get(paths.found)
  assert.match(body, new RegExp(`href="/verantwoording/stukken/${item}"`))
  assert.match(body, new RegExp(`href="/verantwoording/punten/${item}"`))
  const until = program.house.clock().toString()
  const seen = { source: 'matters', id: motion, until } as const
  const register = { addItem: addFoundItem, known }
  assert.equal(await does((work) => takeCandidate(work, register, seen)), item)
})

test('who asks to read again is heard, also while an answer is under way', async () => {
  const parliament = aParliament(program.house.clock, 9)
  program.house.moveClock({ hours: 7 })
  const asked = { still: true }
  const began = program.house.clock().toString()
  await readsAlong({
    ...parliament,
    async reach(...question) {
      if (asked.still) await does((work) => askAgain(work, 'matters'))
      asked.still = false
      return parliament.reach(...question)
    },
  })
  const { sources } = await does(readSources)
  const { wholeAt = '' } = sources[0]?.standing ?? {}
  assert.ok(Temporal.Instant.compare(wholeAt, began) >= 0, wholeAt)
})

test('the outcome is what the last vote says', () => {
  const decided = (kind: string, text: string, stamp: string) => ({ kind, text, stamp })
  assert.equal(outcomeOf([decided('Ingediend', 'Ingediend', '1')]), undefined)
  assert.equal(
    outcomeOf([
      decided('Stemmen - verworpen', 'Verworpen.', '3'),
      decided('Stemmen - aangehouden', 'Aangehouden.', '2'),
      decided('Ingediend', 'Ingediend', '4'),
    ]),
    'Verworpen.',
  )
})

test('where the House is, and our words, stand in the knowledge without a mistake', () => {
  const folder = new URL('../../../knowledge', import.meta.url).pathname
  assert.deepEqual(checkFeed(folder), [])
  assert.match(loadFeed(folder).address, /^https:\/\/[^/]+$/)
  assert.ok(checkFeed('/nowhere').length > 0)
})

test('the pages are valid in both languages, with what was missed and what could not be read', async () => {
  const { pool } = program.house
  const of = keeper.organisationId
  await pool.query(
    `insert into parliament_gap values ($1, gen_random_uuid(), 'matters', 'fewer-than-counted', 5, 2, now(), null),
       ($1, gen_random_uuid(), 'commitments', 'no-way-on', null, null, now(), now())`,
    [of],
  )
  await pool.query(
    `insert into parliament_apart values ($1, 'documents', '3.12', 'Soort', now())`,
    [of],
  )
  await pool.query(
    `insert into parliament_row (organisation_id, source, id, stamp, facts, matters, walk, found_at, touched_at)
     select $1, 'documents', gen_random_uuid(), '2026-11-30T10:00:00.000000000Z', f::jsonb, array[r.id], 1, now(), now()
     from parliament_row r, (values ('{"number":"2026D1","kind":"Motie","subject":"x","reference":"kst-28638-257"}'),
       ('{"number":"2026D2","kind":"Bijlage","subject":"x"}')) as v (f)
     where r.organisation_id = $1 and r.source = 'matters'`,
    [of],
  )
  const visitor = await program.signedIn(keeper)
  const admin = await program.signedIn(administrator)
  for (const language of languages) {
    const every = [
      [visitor, paths.found],
      [visitor, `${paths.found}?soort=motion&dossier=29911&alles=ja&blad=2`],
      [visitor, paths.sources],
      [admin, paths.setting],
    ] as const
    for (const [who, path] of every) {
      const { status, body } = await who.get(link(language, path))
      assert.equal(status, 200, path)
      assert.deepEqual(await faultsIn(raw(body)), [], `${language} ${path}`)
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
    }
  }
  const found = await visitor.get(paths.found)
  assert.match(
    found.body,
    /href="https:\/\/zoek\.officielebekendmakingen\.nl\/kst-28638-257\.html"/,
  )
  assert.match(found.body, /href="\/kennis\/kamer\/stukken\/kst-28638-257"/)
  const sources = await visitor.get(paths.sources)
  assert.match(sources.body, /De Kamer telde 5 regels, we kregen er 2\./)
  assert.match(sources.body, /<code>Soort<\/code>/)
})

test('how a source stands is said in words: why it stopped, when it goes on', async () => {
  const now = program.house.clock()
  const standing = { ...newStanding(now), caughtUpAt: now.toString() }
  const later = now.add({ hours: 6 }).toString()
  const states = [
    { ...standing, dueAt: later },
    { ...standing, walking: true },
    { ...standing, trouble: 'answered-503', dueAt: later },
    { ...standing, stopped: 'leads-elsewhere' },
  ]
  const sources = states.map((one, at) => ({
    name: sourceNames[at] ?? 'matters',
    standing: one,
    rows: at,
  }))
  const state = { isOn: true, sources, gaps: [], apart: [] }
  const page = sourcesPage('nl', state, { now: now.toString(), demo: false })
  const content = String(await page.content)
  for (const sentence of [
    /<td[^>]*>bij</,
    /bezig met lezen/,
    /het ging mis: de Kamer antwoordde met 503/,
    /gestopt: de Kamer verwees naar een ander adres/,
    /data-label="Volgende keer">\d+ november 2026 om/,
  ]) {
    assert.match(content, sentence)
  }
})

test('marking seen leads back to the same list, and nowhere else', async () => {
  const visitor = await program.signedIn(keeper)
  const { candidates } = await does((work) => readCandidates(work, everything))
  const { id = '', touchedAt = '' } = candidates[0] ?? {}
  const seen = {
    source: 'matters',
    id,
    until: touchedAt,
    back: '/verantwoording/kamer?soort=motion',
  }
  const answer = await visitor.post(paths.seen, seen)
  assert.equal(answer.headers.get('location'), '/verantwoording/kamer?soort=motion')
  const away = await visitor.post(paths.seen, { ...seen, back: 'https://elders.example/?blad=2' })
  assert.equal(away.headers.get('location'), '/verantwoording/kamer?blad=2')
  const nowhere = await visitor.post(paths.seen, { ...seen, back: '//[' })
  assert.equal(nowhere.headers.get('location'), '/verantwoording/kamer')
  const odds = [
    { id: 'x' },
    { until: 'gisteren' },
    { until: '-271821-04-20T00:00:00Z' },
    { source: 'documents' },
  ]
  for (const odd of odds) {
    assert.equal((await visitor.post(paths.seen, { ...seen, ...odd })).status, 404)
  }
})

test('turning it on asks who you are once more; a wrong address comes back with what was typed', async () => {
  const admin = await program.signedIn(administrator)
  const wrong = await admin.post(paths.setting, { isOn: 'yes', contact: 'geen adres' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /value="geen adres"/)
  program.house.moveClock({ minutes: 6 })
  const on = { isOn: 'yes', contact: 'afdeling@ministerie.example' }
  const asked = await admin.post(paths.setting, on)
  assert.notEqual(asked.headers.get('location'), paths.setting)
  const off = await admin.post(paths.setting, { ...on, isOn: 'no' })
  assert.equal(off.headers.get('location'), paths.setting)
  const visitor = await program.signedIn(keeper)
  assert.match((await visitor.get(paths.sources)).body, /<td[^>]*>niet in een demonstratie/)
})
