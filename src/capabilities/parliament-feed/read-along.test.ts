import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { PersonActor } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aMatterId, aParliament, type FakeParliament, type Fault } from './a-parliament.ts'
import { asFeedOf } from './access.ts'
import { type ReadingAlong, readTurn } from './read-along.ts'
import { findSetting, readStandings, saveSetting } from './store-standing.ts'

let house: TestHouse
before(async () => {
  house = await aHouse()
})
after(() => house.close())

const never = new AbortController().signal
const scope = {
  address: 'https://open.voorbeeld.example',
  dossiers: ['29911'],
  words: ['verzonnen woord'],
}

type Ministry = { readonly actor: PersonActor; readonly reading: ReadingAlong }

async function aMinistry(parliament: FakeParliament): Promise<Ministry> {
  const id = await house.anOrganisation('ministry', 'Ministerie van Verzinsels (verzonnen)')
  const actor = await house.aPerson(id, ['administrator'])
  const reading: ReadingAlong = {
    ...{ inTransaction: house.inTransaction, clock: house.clock, scope, reach: parliament.reach },
    random: () => 0.5,
    listMinistries: async () => [id],
    failed: (error) => {
      throw error
    },
  }
  return { actor, reading }
}

const turn = (on: boolean, { actor }: Ministry) =>
  house.inTransaction(actor, 'manage-organisation', async (work) => {
    await saveSetting(work, actor.personId, { isOn: on, contact: 'post@ministerie.example' })
    work.audit({ act: 'open-data.set' })
  })

const reads = ({ reading, actor }: Ministry) => readTurn(reading, actor.organisationId, never)

/** Until nothing is due any more. */
async function settles(ministry: Ministry): Promise<void> {
  while ((await reads(ministry)) > 0);
}

async function held({ actor }: Ministry): Promise<Map<string, string>> {
  const { rows } = await house.pool.query(
    `select id, facts->>'subject' as subject from parliament_row
     where organisation_id = $1 and source = 'matters' and withdrawn_at is null`,
    [actor.organisationId],
  )
  return new Map(rows.map(({ id, subject }) => [id, subject]))
}

const standingOf = ({ actor }: Ministry) =>
  house.inTransaction(asFeedOf(actor.organisationId), 'maintenance', async (work) =>
    (await readStandings(work)).get('matters'),
  )
const gapsOf = async ({ actor }: Ministry) =>
  (
    await house.pool.query(
      'select because, expected, seen, closed_at is null as open from parliament_gap where organisation_id = $1',
      [actor.organisationId],
    )
  ).rows

test('nothing is asked before somebody turned it on, and nothing after it was turned off', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  await reads(ministry)
  assert.equal(
    await house.inTransaction(asFeedOf(ministry.actor.organisationId), 'maintenance', findSetting),
    undefined,
  )
  await turn(false, ministry)
  await reads(ministry)
  assert.deepEqual(parliament.asked, [])
  await turn(true, ministry)
  await settles(ministry)
  const before = parliament.asked.length
  assert.ok(before >= 4)
  await turn(false, ministry)
  house.moveClock({ hours: 200 })
  await reads(ministry)
  assert.equal(parliament.asked.length, before)
})

test('an answer that comes after it was turned off is not kept', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  parliament.publish(aMatterId())
  await turn(true, ministry)
  const meanwhile: ReadingAlong = {
    ...ministry.reading,
    async reach(address, asked) {
      await turn(false, ministry)
      return parliament.reach(address, asked)
    },
  }
  await readTurn(meanwhile, ministry.actor.organisationId, never)
  assert.deepEqual(await held(ministry), new Map())
})

test('two processes never ask at the same time for one ministry', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  await turn(true, ministry)
  let asking = 0
  let most = 0
  const slow: ReadingAlong = {
    ...ministry.reading,
    async reach(address, asked) {
      asking += 1
      most = Math.max(most, asking)
      await new Promise((resolve) => setImmediate(resolve))
      asking -= 1
      return parliament.reach(address, asked)
    },
  }
  const turns = [1, 2, 3].map(() => readTurn(slow, ministry.actor.organisationId, never))
  await Promise.all(turns)
  assert.equal(most, 1)
})

test('all pages are read, and the next time only what changed is asked for, deletions included', async () => {
  const parliament = aParliament(house.clock, 2)
  const ministry = await aMinistry(parliament)
  const ids = Array.from({ length: 7 }, aMatterId)
  for (const id of ids) parliament.publish(id, { Onderwerp: `Verzonnen ${id}` })
  await turn(true, ministry)
  await settles(ministry)
  assert.deepEqual(await held(ministry), parliament.subjects())
  house.moveClock({ hours: 60 })
  const [gone = '', other = ''] = ids
  parliament.remove(gone)
  parliament.publish(other, { Onderwerp: 'Anders' })
  parliament.asked.length = 0
  await settles(ministry)
  assert.deepEqual(await held(ministry), parliament.subjects())
  const question = decodeURIComponent(parliament.asked[0] ?? '')
  assert.match(question, /ApiGewijzigdOp ge .* or Verwijderd eq true\)/)
})

test('a row that moves to the end while pages are read takes no other row with it', async () => {
  const parliament = aParliament(house.clock, 2)
  const ministry = await aMinistry(parliament)
  const ids = Array.from({ length: 5 }, aMatterId)
  for (const id of ids) parliament.publish(id)
  // Longer ago than the overlap of two walks would mend.
  house.moveClock({ hours: 48 })
  await turn(true, ministry)
  const moving: ReadingAlong = {
    ...ministry.reading,
    async reach(address, asked) {
      const answer = await parliament.reach(address, asked)
      if (parliament.asked.length === 1) parliament.publish(ids[0] ?? '', { Onderwerp: 'Later' })
      return answer
    },
  }
  while ((await readTurn(moving, ministry.actor.organisationId, never)) > 0);
  assert.deepEqual(await held(ministry), parliament.subjects())
})

test('an answer that was held up on its way overwrites nothing that is newer', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  const id = aMatterId()
  parliament.publish(id, { Onderwerp: 'Oud' })
  const old = await (
    await parliament.reach(`${scope.address}/OData/v4/2.0/Zaak`, { headers: {}, signal: never })
  ).text()
  parliament.publish(id, { Onderwerp: 'Nieuw' })
  await turn(true, ministry)
  await settles(ministry)
  house.moveClock({ hours: 7 })
  const late: ReadingAlong = {
    ...ministry.reading,
    reach: async (address, asked) =>
      address.includes('/Zaak?') ? new Response(old) : parliament.reach(address, asked),
  }
  await readTurn(late, ministry.actor.organisationId, never)
  assert.deepEqual(await held(ministry), new Map([[id, 'Nieuw']]))
})

test('a deleted row keeps what it said, and a row that comes back is there again', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  const id = aMatterId()
  parliament.publish(id, { Onderwerp: 'Wat er stond' })
  await turn(true, ministry)
  await settles(ministry)
  house.moveClock({ hours: 7 })
  parliament.remove(id)
  await settles(ministry)
  const { rows } = await house.pool.query(
    `select facts->>'subject' as subject, withdrawn_at is not null as withdrawn from parliament_row where id = $1`,
    [id],
  )
  assert.deepEqual(rows, [{ subject: 'Wat er stond', withdrawn: true }])
  house.moveClock({ hours: 7 })
  parliament.publish(id, { Nummer: '2026Z00009', Soort: 'Motie', Onderwerp: 'Weer terug' })
  await settles(ministry)
  assert.deepEqual(await held(ministry), new Map([[id, 'Weer terug']]))
})

test('a House that answers fewer rows than it counts leaves a gap, which is asked again and closed', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  for (const id of Array.from({ length: 5 }, aMatterId)) parliament.publish(id)
  await turn(true, ministry)
  let short = true
  const skipping: ReadingAlong = {
    ...ministry.reading,
    async reach(address, asked) {
      const answer = await parliament.reach(address, asked)
      if (!short || !address.includes('/Zaak?')) return answer
      const page = (await answer.json()) as { value: unknown[] }
      return Response.json({ ...page, value: page.value.slice(0, 2), '@odata.nextLink': undefined })
    },
  }
  while ((await readTurn(skipping, ministry.actor.organisationId, never)) > 0);
  assert.deepEqual(await gapsOf(ministry), [
    { because: 'fewer-than-counted', expected: 5, seen: 2, open: true },
  ])
  short = false
  house.moveClock({ hours: 2 })
  await settles(ministry)
  assert.deepEqual(await held(ministry), parliament.subjects())
  assert.deepEqual(
    (await gapsOf(ministry)).map(({ open }) => open),
    [false],
  )
})

test('what left its dossier without a word is noticed within a week', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  const ids = Array.from({ length: 4 }, aMatterId)
  for (const id of ids) parliament.publish(id)
  await turn(true, ministry)
  await settles(ministry)
  parliament.hide(ids[1] ?? '')
  house.moveClock({ hours: 7 * 24 + 1 })
  await settles(ministry)
  assert.deepEqual(await held(ministry), parliament.subjects())
})

test('a row of another shape is set apart with the field that is wrong; the rest of the page is kept', async () => {
  const parliament = aParliament(house.clock, 5)
  const ministry = await aMinistry(parliament)
  const [good = '', odd = ''] = [aMatterId(), aMatterId()]
  parliament.publish(good)
  parliament.publish(odd, { Nummer: 12, Soort: ['Motie'] })
  await turn(true, ministry)
  await settles(ministry)
  const apart = 'select about, because from parliament_apart where organisation_id = $1'
  const now = async () => (await house.pool.query(apart, [ministry.actor.organisationId])).rows
  assert.deepEqual([...(await held(ministry)).keys()], [good])
  assert.deepEqual(await now(), [{ about: odd, because: 'Nummer, Soort' }])
  house.moveClock({ hours: 7 })
  parliament.publish(odd, { Nummer: '2026Z00012', Soort: 'Motie' })
  await settles(ministry)
  assert.equal((await held(ministry)).size, 2)
  assert.deepEqual(await now(), [])
})

test('the House is asked politely: who we are, later each time, as late as it asks, and not without end', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  await turn(true, ministry)
  parliament.fail('slow-down')
  await reads(ministry)
  assert.equal(parliament.headers[0]?.['user-agent'], 'Oogmerk (+mailto:post@ministerie.example)')
  assert.equal(parliament.asked.filter((one) => one.includes('/Zaak?')).length, 1)
  house.moveClock({ seconds: 119 })
  await settles(ministry)
  assert.equal(parliament.asked.filter((one) => one.includes('/Zaak?')).length, 1)
  house.moveClock({ seconds: 2 })
  // The first try was one of five.
  const waited: number[] = []
  for (let tries = 2; tries <= 5; tries += 1) {
    parliament.fail('503')
    await reads(ministry)
    const { dueAt = '' } = (await standingOf(ministry)) ?? {}
    waited.push((Date.parse(dueAt) - house.clock().epochMilliseconds) / 1_000)
    house.moveClock({ seconds: 61 })
  }
  assert.deepEqual(waited, [2, 4, 8, 24 * 3_600])
})

test('any other refusal stops it until a person says so', async () => {
  const parliament = aParliament(house.clock, 3)
  const ministry = await aMinistry(parliament)
  await turn(true, ministry)
  const refusing: ReadingAlong = {
    ...ministry.reading,
    reach: async () => new Response('', { status: 302, headers: { location: '/elders' } }),
  }
  await readTurn(refusing, ministry.actor.organisationId, never)
  assert.equal((await standingOf(ministry))?.stopped, 'answered-302')
})

const faults: readonly Fault[] = ['none', 'none', '503', 'broken', 'lost', 'slow-down']
const anAct = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('publish' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('hide' as const), which: fc.nat(9) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('page' as const),
      fault: fc.constantFrom(...faults),
      crash: fc.constantFrom('none', 'before', 'after'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), which: fc.nat(9) }) },
)

test('any order of changes, deletions, faults and crashes ends with the rows that the House has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 30 }), async (acts) => {
      const parliament = aParliament(house.clock, 2)
      const ids = Array.from({ length: 10 }, aMatterId)
      const ministry = await aMinistry(parliament)
      for (const id of ids.slice(0, 6)) parliament.publish(id)
      house.moveClock({ hours: 48 })
      await turn(true, ministry)
      let version = 0
      for (const one of acts) {
        const id = 'which' in one ? (ids[one.which] ?? '') : ''
        version += 1
        if (one.act === 'publish') parliament.publish(id, { Onderwerp: `Versie ${version}` })
        if (one.act === 'remove') parliament.remove(id)
        if (one.act === 'hide') parliament.hide(id)
        if (one.act === 'wait') house.moveClock({ hours: 1 + 5 * one.which })
        if (one.act === 'page') {
          parliament.fail(one.fault)
          await crashing(ministry, one.crash)
          house.moveClock({ minutes: 6 })
        }
      }
      parliament.fail('none')
      // The walk that was under way, and one that begins when all is quiet.
      for (const hours of [25, 7]) {
        house.moveClock({ hours })
        await settles(ministry)
      }
      const hidden = new Set(acts.flatMap((one) => (one.act === 'hide' ? ids[one.which] : [])))
      const known = [...(await held(ministry))].filter(([id]) => !hidden.has(id))
      assert.deepEqual(new Map(known), parliament.subjects())
      house.moveClock({ hours: 7 * 24 + 1 })
      await settles(ministry)
      assert.deepEqual(await held(ministry), parliament.subjects())
    }),
    { numRuns: 8, seed: 20261130 },
  )
})

/** One turn that dies after the answer: before it is kept, or after. */
async function crashing({ reading, actor }: Ministry, crash: string): Promise<void> {
  if (crash === 'none') return void (await readTurn(reading, actor.organisationId, never))
  let transactions = 0
  const dying: ReadingAlong = {
    ...reading,
    async inTransaction(by, purpose, verb) {
      transactions += 1
      if (transactions === 2 && crash === 'before') throw new Error('gone')
      const result = await reading.inTransaction(by, purpose, verb)
      if (transactions === 2) throw new Error('gone')
      return result
    },
  }
  await readTurn(dying, actor.organisationId, never).catch(() => {})
}
