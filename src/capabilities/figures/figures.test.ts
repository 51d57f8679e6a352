import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { designAssets } from '#design/design-assets.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { responder } from '#platform/http/respond.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { publicPages, visible } from '#tests/public-pages.ts'
import { aNationalHouse } from './a-national-house.ts'
import { editionsOf, foundByMembers, foundIn } from './a-series-of-editions.ts'
import { workOut } from './an-attack.ts'
import { countAgain } from './count-again.ts'
import { sealReceived } from './count-words.ts'
import { dominated } from './dominance.ts'
import { nextEdition, percentage } from './edition.ts'
import { figureSource } from './figure-now.ts'
import { type Protect, withProtectThread } from './in-protect-thread.ts'
import { laySideBySide } from './lay-side-by-side.ts'
import { periodFrom, periodsToCount } from './period.ts'
import { readOwnFigures } from './read-own-figures.ts'
import { insertAllReceived, letMakeNationalFigures } from './received-store.ts'
import { publicRoutes } from './routes-public.ts'
import { forgetFigureCounts } from './store.ts'
import { turnPublishingOff, turnPublishingOn } from './turn-publishing.ts'

let house: TestHouse
let national: Awaited<ReturnType<typeof aNationalHouse>>
before(async () => {
  house = await aHouse()
  national = await aNationalHouse(house)
})
after(() => house.close())

const refused = (kind: string, because?: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && (!because || error.because === because)

const year = (code: string) => periodFrom(code) ?? assert.fail(code)
const as = <T>(who: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]) =>
  house.inTransaction(who, 'tell-figures', verb)

test('periods are counted two weeks after they are over, and told four weeks later', () => {
  const codes = (today: string) =>
    periodsToCount('quarter', '2025-07-01', today).map((one) => one.code)
  assert.deepEqual(codes('2026-01-14'), ['2025-q3'])
  assert.deepEqual(codes('2026-01-15'), ['2025-q3', '2025-q4'])
  assert.deepEqual([codes('2027-04-01')[0], codes('2027-04-02')[0]], ['2025-q3', '2025-q4'])
  assert.deepEqual(periodsToCount('year', '2025-01-01', '2026-01-14'), [])
  assert.equal(periodFrom('2026-q5'), undefined)
  assert.deepEqual(year('2025-q4'), { code: '2025-q4', from: '2025-10-01', until: '2026-01-01' })
  const standing = { period: year('2025'), received: new Map(), last: undefined }
  const five = new Map(['a', 'b', 'c', 'd', 'e'].map((one) => [one, 1]))
  assert.equal(nextEdition({ ...standing, today: '2026-02-12' }), 'too-few')
  assert.equal(nextEdition({ ...standing, today: '2026-02-11', received: five }), 'too-soon')
  assert.equal(nextEdition({ ...standing, today: '2026-02-12', received: five }), 'make')
  const last = { publishedOn: '2026-02-12', members: five }
  const more = new Map([...five, ...['f', 'g', 'h', 'i'].map((one) => [one, 1] as const)])
  const later = { ...standing, last, today: '2026-05-01' }
  assert.equal(nextEdition({ ...later, received: five }), 'too-few-changed')
  assert.equal(nextEdition({ ...later, received: more }), 'too-few-changed')
  assert.equal(nextEdition({ ...later, received: new Map([...more, ['a', 2]]) }), 'make')
  const soon = { ...later, today: '2026-03-01', received: new Map([...more, ['j', 1]]) }
  assert.equal(nextEdition(soon), 'too-soon')
})

test('an organisation that stands out is not told, and a percentage of few is none', () => {
  assert.equal(dominated([30, 10, 10]), undefined)
  assert.deepEqual(dominated([100, 9, 5, 4]), { least: 108, most: 128 })
  assert.equal(dominated([100, 9, 5, 5]), undefined)
  assert.deepEqual(dominated([40]), { least: 36, most: 44 })
  assert.equal(dominated([7]), undefined, 'small anyway')
  assert.equal(percentage(50, 105), 48)
  assert.equal(percentage(50, 100), undefined, 'it may be 98')
  assert.equal(percentage('secret', 500), undefined)
})

test('who does not answer for an organisation turns nothing on, and nobody publishes to two ministries', async () => {
  const leader = await national.aSchool(false)
  const teacher = await house.aPerson(leader.organisationId, ['teacher'])
  const on = (who: PersonActor, ministry: string) =>
    as(who, (work) => turnPublishingOn(work, ministry))
  await assert.rejects(on(teacher, national.ministry), refused('not-found'))
  await assert.rejects(
    as(teacher, (work) => readOwnFigures(work, national.desk)),
    refused('not-found'),
  )
  await assert.rejects(as(teacher, turnPublishingOff), refused('not-found'))
  await assert.rejects(on(leader, leader.organisationId), refused('invalid', 'no-ministry'))
  await on(leader, national.ministry)
  const other = await house.anOrganisation('ministry')
  await assert.rejects(on(leader, other), refused('invalid', 'no-ministry'))
  assert.equal(await letMakeNationalFigures(house.pool, other), false, 'there is one')
  assert.equal(await letMakeNationalFigures(house.pool, leader.organisationId), false)
  await national.publish(leader)
  await house.pool.query('update organisation set makes_national_figures = false')
  await assert.rejects(on(leader, other), refused('conflict', 'other-ministry'))
  // Where no ministry makes figures it may be one on another server: the choice can be wrong.
  const astray = await national.aSchool(false)
  const states = async () =>
    (await as(astray, (work) => readOwnFigures(work, national.desk))).sent
      .filter(({ definition }) => definition.id === 'stories-completed')
      .map(({ number, state }) => `${number} ${state}`)
  await on(astray, other)
  await national.publish(astray)
  await national.channel.settle()
  assert.deepEqual(await states(), ['1 refused'])
  assert.equal(await letMakeNationalFigures(house.pool, national.ministry), true)
  await on(astray, national.ministry)
  await national.publish(astray)
  await national.publish(astray)
  await national.channel.settle()
  assert.deepEqual(
    await states(),
    ['1 refused', '2 received'],
    'what was refused is sent again, once',
  )
})

test('counts are published once, whoever counts at the same moment, and only where that is turned on', async () => {
  const [on, off] = [await national.aSchool(), await national.aSchool(false)]
  national.says(on, 'stories-completed', { all: 3 })
  await national.publish(on, on, off)
  await national.publish(on)
  await national.channel.settle()
  const own = await as(on, (work) => readOwnFigures(work, national.desk))
  const stories = own.sent.filter(({ definition }) => definition.id === 'stories-completed')
  assert.deepEqual(
    stories.map(({ period, number, state, cells }) => ({ period, number, state, cells })),
    [{ period: '2025', number: 1, state: 'received', cells: { all: 3 } }],
  )
  assert.deepEqual(own.next, [])
  const acts = (await house.trailOf(on.organisationId)).map(({ act }) => act)
  assert.equal(acts.filter((act) => act === 'figures.publish').length, own.sent.length)
  assert.equal(acts.filter((act) => act === 'figures.received').length, own.sent.length)
  const none = await as(off, (work) => readOwnFigures(work, national.desk))
  assert.deepEqual([none.sent, none.next.length > 0], [[], true])
  const received = (await house.trailOf(national.ministry)).filter(
    ({ act, details }) => act === 'figures.receive' && details.from === on.organisationId,
  )
  assert.equal(received.length, own.sent.length)
  assert.ok(
    received.every(({ details }) => !('cells' in details)),
    'no number is in the trail',
  )
})

test('the ministry refuses what it did not ask, and whoever sent it reads why', async () => {
  const school = await national.aSchool(false)
  const whole = {
    definition: 'stories-completed',
    version: 1,
    period: '2025',
    number: 1,
    cells: { all: 1 },
  }
  const bodies = [
    [{ ...whole, definition: 'shoe-sizes' }, 'other-definition'],
    [{ ...whole, version: 2 }, 'other-definition'],
    [{ ...whole, definition: 'routes-decided' }, 'not-asked'],
    [{ ...whole, period: '2025-q1' }, 'other-period'],
    [{ ...whole, period: '2026' }, 'period-not-over'],
    [{ ...whole, cells: { all: 1, name: 1 } }, 'other-cells'],
    [{ ...whole, cells: {} }, 'other-cells'],
    [{ ...whole, name: 'Milan' }, 'not-understood'],
    [{ ...whole, cells: { all: -1 } }, 'not-understood'],
  ] as const
  for (const [body] of bodies) {
    await national.channel.send(school.organisationId, national.ministry, body, 'figures.counts')
  }
  await national.channel.send(national.ministry, school.organisationId, whole, 'figures.counts')
  await national.channel.settle()
  const { rows } = await house.pool.query(
    `select refused_because from outgoing_message where kind = 'figures.counts'
       and (organisation_id = $1 or to_id = $1) order by organisation_id = $1 desc, number`,
    [school.organisationId],
  )
  assert.deepEqual(
    rows.map((row) => row.refused_because),
    [...bodies.map(([, because]) => because), 'no-national-figures-here'],
  )
})

test('a correction is the next count, and nothing to correct is none', async () => {
  const police = await house.aPerson(await house.anOrganisation('police'), ['administrator'])
  const which = { definition: 'arrests-looked-at', period: '2026-q2' }
  const again = (period = which.period) =>
    as(police, (work) => countAgain(work, national.desk, { ...which, period }))
  await assert.rejects(again(), refused('not-found'))
  await as(police, (work) => turnPublishingOn(work, national.ministry))
  national.says(police, 'arrests-looked-at', { later: 12 })
  await national.publish(police)
  assert.equal(await again(), false)
  await assert.rejects(again('2025-q3'), refused('conflict', 'too-long-ago'))
  national.says(police, 'arrests-looked-at', { later: 13 })
  assert.equal(await again(), true)
  await national.channel.settle()
  const own = await as(police, (work) => readOwnFigures(work, national.desk))
  assert.deepEqual(
    own.sent
      .filter(({ period }) => period === which.period)
      .map(({ number, state, cells, mayCountAgain }) => [
        number,
        state,
        cells.later,
        mayCountAgain,
      ]),
    [
      [1, 'received', 12, false],
      [2, 'received', 13, true],
    ],
  )
  await as(police, turnPublishingOff)
  await assert.rejects(again(), refused('conflict', 'publishing-off'))
})

/** Schools that share, and publish when they are told to. */
async function schools(count: number): Promise<readonly PersonActor[]> {
  const all: PersonActor[] = []
  while (all.length < count) all.push(await national.aSchool())
  return all
}

async function publish(who: readonly PersonActor[], kind: string, numbers: readonly number[]) {
  for (const [nth, school] of who.entries()) national.says(school, kind, { all: numbers[nth] ?? 0 })
  await national.publish(...who)
  await national.channel.settle()
}

test('a national figure is made once of five, read back, and stands until five more make it safe', async () => {
  const find = () => national.published.find('intervisions', '2025')
  const told = async () => (await find())?.told.map(({ edition }) => edition)
  // Whoever begins later begins with a later year.
  const all = await schools(20)
  const before = (await find())?.published ?? 0
  await publish(all.slice(0, 4), 'intervisions', [4, 3, 6, 5])
  if (before === 0) {
    await national.drawUp()
    assert.deepEqual(await told(), [], 'four are too few')
  }
  await publish(all.slice(4, 5), 'intervisions', [0])
  await Promise.all([national.drawUp(), national.drawUp()])
  await national.drawUp()
  const [first, ...none] = (await told()) ?? []
  assert.equal(first?.cells[0]?.told, 20)
  assert.deepEqual(none, [], 'making it again makes nothing')
  await publish(all.slice(5, 9), 'intervisions', [4, 3, 6, 5])
  house.moveClock({ hours: 24 * 40 })
  await national.drawUp()
  const stands = await find()
  assert.equal(stands?.told.length, 1, 'four more are too few')
  assert.equal(stands?.published, (first?.organisations.published ?? 0) + 4)
  await publish(all.slice(9, 10), 'intervisions', [9])
  await withProtectThread((protect) => national.drawUp(protect))
  const [again, second] = (await told()) ?? []
  assert.deepEqual(again, first, 'what was told is told as it was')
  assert.equal(second?.cells[0]?.told, 45)
  assert.equal(second?.edition, 2)
  // Five more, of whom nearly nothing: the difference of the editions would tell how little.
  await publish(all.slice(10, 15), 'intervisions', [1, 0, 0, 0, 0])
  house.moveClock({ hours: 24 * 40 })
  await national.drawUp()
  assert.equal((await told())?.length, 2, 'the guard found something')
  // With five others, who did much, it cannot be told any more.
  await publish(all.slice(15), 'intervisions', [9, 9, 8, 9, 9])
  await national.drawUp()
  assert.equal((await told())?.at(-1)?.cells[0]?.told, 90)
})

test('what is published is canonical JSON with its hash, is never changed, and is the same for who binds it', async () => {
  const { read, evidence, list } = figureSource
  const asks = <T>(verb: (work: Work) => Promise<T>) =>
    national.at(national.ministry, (work) => {
      work.audit({ act: 'test.ask' })
      return verb(work)
    })
  const ref = { definition: 'intervisions', version: 1, period: '2025', cell: 'all' }
  const now = await asks((work) => read(work, ref))
  assert.equal(now?.value, 90)
  assert.equal(now?.path, '/kennis/cijfers/intervisions/2025/3#cel-all')
  const edition = canonicalJson(await asks((work) => evidence(work, ref)))
  assert.equal(createHash('sha256').update(edition).digest('hex'), now?.hash)
  const all = await asks(list)
  assert.deepEqual(
    all.find((one) => one.ref.definition === 'intervisions'),
    now,
  )
  assert.equal(await asks((work) => read(work, { ...ref, version: 2 })), undefined)
  assert.equal(await asks((work) => read(work, { ...ref, cell: 'other' })), undefined)
  await house.pool.query(`update figure_edition set content = replace(content, '90', '85')`)
  await assert.rejects(
    asks((work) => read(work, ref)),
    /not as it was kept/,
  )
  await house.pool.query(`update figure_edition set content = replace(content, '85', '90')`)
})

test('everybody reads what a figure means, how sure it is, who is not in it, and checks it', async () => {
  const { desk, published } = national
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../../knowledge'))
  const kindName = (kind: string) => kind
  const respond = responder({ assets: designAssets(), demo: false, roleNames: () => [] })
  const { definitions } = desk
  const routes = publicRoutes({
    ...{ definitions, published, knowledge, kindName, respond, clock: house.clock },
  })
  const { apps, read } = publicPages(routes)
  const list = visible(await read('/kennis/cijfers'))
  assert.match(list, /Een intervisie die is afgerond/)
  assert.match(list, /Cijfer van \d+ van de \d+ organisaties/)
  assert.match(list, /Er is nog niets van gedeeld/)
  const last = visible(await read('/kennis/cijfers/intervisions/2025'))
  assert.match(last, /\d+ van de \d+ organisaties die dit bijhouden hebben gedeeld/)
  assert.match(last, /90 88 en 92/)
  const first = visible(await read('/kennis/cijfers/intervisions/2025/1', 'en'))
  assert.match(first, /20 18 and 22/)
  const file = await apps.nl.request('/kennis/cijfers/intervisions/2025/1/bewijs')
  const hash = createHash('sha256')
    .update(await file.text())
    .digest('hex')
  assert.ok(first.includes(hash))
  const waits = visible(await read('/kennis/cijfers/arrests-looked-at/2026-q2'))
  assert.match(waits, /Nog te weinig: 1 van de \d+ organisaties/)
  for (const path of ['/kennis/cijfers', '/kennis/cijfers/intervisions/2025'] as const) {
    assert.deepEqual(await faultsIn(raw(await read(path))), [], path)
  }
  for (const nowhere of [
    'intervisions/2019',
    'intervisions/2025/9',
    'shoes/2025',
    'intervisions/x',
    'intervisions/%00',
  ]) {
    assert.equal((await apps.nl.request(`/kennis/cijfers/${nowhere}`)).status, 404, nowhere)
  }
})

test('exact counts stand in no row as they are, and only the making of editions opens them', async () => {
  const mark = 73_519_864
  const [school] = await schools(1)
  if (school) await publish([school], 'stories-completed', [mark])
  const { rows } = await house.pool.query(
    `select string_agg(t::text, ' ') as dump from (
       select to_jsonb(r)::text as t from figure_received r union all select to_jsonb(c)::text from figure_count c
       union all select to_jsonb(m)::text from outgoing_message m union all select to_jsonb(i)::text from incoming_message i
       union all select to_jsonb(e)::text from trail_entry e) all_rows`,
  )
  const dump = String(rows[0]?.dump)
  assert.ok(dump.includes(String(school?.organisationId)))
  assert.ok(!dump.includes(String(mark)))
  const opening = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8').includes('openReceived'),
    )
  assert.deepEqual(opening.sort(), ['count-words.ts', 'draw-up-editions.ts'])
})

test('a figure that cannot be made stops no other one, and of told quarters no year is told', async () => {
  const forces: PersonActor[] = []
  while (forces.length < 5) {
    const force = await house.aPerson(await house.anOrganisation('police'), ['administrator'])
    await as(force, (work) => turnPublishingOn(work, national.ministry))
    national.says(force, 'arrests-looked-at', { later: 9 })
    forces.push(force)
  }
  await national.publish(...forces)
  await national.channel.settle()
  const told = async (period: string) =>
    (await national.published.find('arrests-looked-at', period))?.told.length
  const broken: string[] = []
  const once: Protect = async (asked) => {
    if (broken.push('asked') === 1) throw new Error('no answer')
    return national.here(asked)
  }
  await assert.rejects(national.drawUp(once), /no answer/)
  assert.deepEqual([await told('2026-q1'), await told('2026-q2')], [0, 1])
  const unmade = (await house.trailOf(national.ministry)).filter(
    ({ act }) => act === 'figures.no-edition',
  )
  assert.deepEqual(
    unmade.map(({ details }) => details),
    [{ definition: 'arrests-looked-at', period: '2026-q1' }],
  )
  await national.drawUp()
  assert.equal(await told('2026-q1'), 1, 'the next time it is')
  await national.at(national.ministry, async (work) => {
    const rows = forces.map(async ({ organisationId }) => {
      const id = newId()
      const sealed = await sealReceived(work, house.keyring, id, {
        'within-six-hours': 0,
        later: 40,
      })
      const which = { definition: 'arrests-looked-at', definition_version: 1, period: '2026' }
      return { id, from_id: organisationId, ...which, number: 1, ...sealed }
    })
    await insertAllReceived(work, await Promise.all(rows))
  })
  house.moveClock({ hours: 24 * 60 })
  await national.drawUp()
  assert.deepEqual([await told('2026-q4'), await told('2026')], [1, 0])
})

test('a table that takes too long has no answer, and nobody waits for it', async () => {
  const asked = laySideBySide({
    ...{ codes: ['a'], addsUp: true, earlier: [], next: 1 },
    contributions: [{ from: 'us', cells: { a: 30 }, editions: [1] }],
  })
  const tries = withProtectThread(
    async (protect) => {
      await assert.rejects(protect(asked), /not solved/)
      return protect(asked)
    },
    { patience: 1 },
  )
  await assert.rejects(tries, /not solved/)
})

test('raw material goes in time at both sides, and what was told stays without a next edition', async () => {
  const { rows } = await house.pool.query('select distinct organisation_id as id from figure_count')
  const forget = (id: string) =>
    house.inTransaction(
      { kind: 'system', name: 'retention', organisationId: id },
      'maintenance',
      (work) => forgetFigureCounts(work, house.clock().add({ hours: 1 }), 10_000),
    )
  for (const id of [...rows.map((row) => String(row.id)), national.ministry])
    assert.ok((await forget(id)) > 0)
  const { rows: member } = await house.pool.query(
    `select from_id, number from figure_edition_member where definition = 'intervisions' limit 1`,
  )
  const from = String(member[0]?.from_id)
  const again = { definition: 'intervisions', version: 1, period: '2025', number: 1 }
  await national.channel.send(
    from,
    national.ministry,
    { ...again, cells: { all: 99 } },
    'figures.counts',
  )
  await national.channel.settle()
  const { rows: answered } = await house.pool.query(
    `select refused_because from outgoing_message where organisation_id = $1 order by number desc limit 1`,
    [from],
  )
  assert.deepEqual(
    answered,
    [{ refused_because: 'number-taken' }],
    'what was told is not counted anew',
  )
  const find = () => national.published.find('intervisions', '2025')
  assert.equal((await find())?.published, 0)
  assert.equal((await find())?.told.length, 3)
})

test('nobody works a small number out of all editions together, and out of naive ones somebody does', async () => {
  const codes = ['a', 'b', 'c']
  let naive = 0
  let later = 0
  for (let turn = 0; turn < 6; turn += 1) {
    const waves = [0, 1, 2].map((wave) =>
      [0, 1, 2, 3, 4].map((nth) => ({
        id: newId(),
        cells: {
          a: 6 + ((turn * 7 + wave * 3 + nth) % 9),
          b: (turn + nth + wave) % 5 === 0 ? 2 : turn % 2 === 0 ? 8 : 0,
          c: 4 + ((turn + nth * 2) % 4),
        },
      })),
    )
    const safe = await editionsOf(national.here, codes, waves, false)
    later += safe.editions - 1
    assert.deepEqual(foundIn(safe), [], `turn ${turn}`)
    assert.deepEqual(foundByMembers(safe), [], `turn ${turn}`)
    // As soon as anybody comes in, and looking at no earlier one.
    const [five = [], ...others] = waves
    const one = others.flat().map((org) => [org])
    const alone = await editionsOf(national.here, codes, [five, ...one.slice(0, 2)], true)
    naive += foundIn(alone).length
  }
  assert.ok(later > 0, 'some later editions are told')
  assert.ok(naive > 0, `the same attack finds ${naive} where each edition is made by itself`)
})

test('a correction lies beside what it corrected, and neither gives the other away', async () => {
  const codes = ['a', 'b']
  const organisations = [0, 1, 2, 3, 4, 5].map((nth) => ({
    from: `o${nth}`,
    a: 6 + nth,
    b: 9 + nth,
  }))
  const before = organisations.map(({ from, a, b }) => ({ from, cells: { a, b }, editions: [1] }))
  const first = laySideBySide({ codes, addsUp: true, contributions: before, earlier: [], next: 1 })
  const told = await national.here(first)
  const cells = told.map((cell) => ({
    ...{ code: cell.key, title: { nl: '', en: '' }, told: cell.told },
  }))
  // Five of six corrected one number by one: the sixth alone is in both editions as it was.
  const contributions = [
    ...before.map((one, nth) => ({ ...one, editions: nth === 5 ? [1, 2] : [1] })),
    ...before
      .slice(0, 5)
      .map((one) => ({ ...one, cells: { ...one.cells, b: one.cells.b + 1 }, editions: [2] })),
  ]
  const asked = laySideBySide({
    ...{ codes, addsUp: true, contributions, next: 2 },
    earlier: [{ edition: 1, cells }],
  })
  const published = [...asked.before, ...(await national.here(asked))]
  assert.equal(asked.counts.size, 6, 'what was, what became of it, and what is in both')
  const parts = [...asked.counts.keys()]
  const one = workOut(parts, published, ['a|1+2'])
  assert.ok(one.least <= 6 && one.most >= 16, `${one.least} to ${one.most}`)
})

test('of an organisation that gives nearly all of a cell, nobody comes near its number', async () => {
  const codes = ['a', 'b']
  const cells = [400, 3, 2, 1, 2].map((a, nth) => ({ id: `o${nth}`, cells: { a, b: 30 + nth } }))
  const { published, counts } = await editionsOf(national.here, codes, [cells], false)
  const parts = [...counts.keys()]
  const { least, most } = workOut(
    parts,
    published,
    parts.filter((part) => part.startsWith('a|')),
  )
  assert.ok(least <= 368 && most >= 448, `${least} to ${most}`)
  assert.equal(published.find(({ key }) => key.endsWith(':a'))?.told, 'secret')
})

test('an organisation that subtracts its own finds no small number of all others, nor when it corrected itself', async () => {
  const rows = (...numbers: readonly (readonly [id: string, a: number, b: number])[]) =>
    numbers.map(([id, a, b]) => ({ id, cells: { a, b } }))
  const first = rows(['v', 30, 4], ['w', 31, 3], ['x', 32, 0], ['y', 33, 3], ['z', 34, 0])
  const one = await editionsOf(national.here, ['a', 'b'], [first], false)
  assert.equal(one.editions, 1)
  assert.deepEqual(foundByMembers(one), [])
  const before = rows(['v', 0, 0], ['w', 0, 11], ['x', 0, 0], ['y', 0, 2], ['z', 1, 5])
  const after = rows(['v', 0, 4], ['x', 0, 1], ['y', 0, 12], ['s', 10, 0], ['t', 4, 0])
  const two = await editionsOf(national.here, ['a', 'b'], [before, after], false)
  assert.equal(two.editions, 2)
  assert.deepEqual(foundByMembers(two), [])
})
