import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCase, aFact } from '#capabilities/cases/a-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { deliver, receivedOf } from '#capabilities/sharing/a-disclosure.ts'
import { recallDisclosure } from '#capabilities/sharing/after-delivery.ts'
import { answerReceived, takeReceived } from '#capabilities/sharing/answer-received.ts'
import { checkDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import { sendMessage } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aHouse } from '#tests/a-house.ts'
import { aHouseOfTables } from './a-house-of-tables.ts'
import { answersOn, aTableChannel, aWorldOfTables, day, refused } from './a-table.ts'
import { endTablesInTime } from './end-tables-in-time.ts'
import { readTables } from './read-table.ts'
import type { AgreementAct } from './round-table.ts'
import { proposeMinutes } from './write-minutes.ts'

const here = aHouseOfTables()
const { inTime } = here

const road = 'school-municipality'
const noSuch = refused('not-found', 'no-such-table')
const receivedAt = async (actor: PersonActor, id: string) =>
  (await here.world.read(actor, id)).deliveries.flatMap((one) =>
    one.side === 'received' ? [one] : [],
  )

test('what is brought goes to one that joined, in the role that sits there, for the aim of the table and no longer', async () => {
  const { deliveries, school, town, outsider, aTable, begin, choose, write, read, does } =
    here.world
  const id = await aTable()
  await assert.rejects(begin(school, id, outsider), refused('invalid', 'recipient-missing'))
  await write(school, id)
  const refs = (await read(school, id)).items.map((item) => item.id)
  const draft = await begin(school, id, town)
  const faults = async (change: object) => {
    await choose(school, draft, {
      refs,
      road,
      answers: answersOn(here.world.desk, road),
      ...change,
    })
    const which = { id: draft, language: 'nl' } as const
    const { composed } = await does(school, (work) => checkDisclosure(work, deliveries, which))
    return composed.ok ? [] : Object.keys(composed.faults)
  }
  assert.deepEqual(await faults({}), [])
  assert.ok((await faults({ aim: 'protect' })).includes('aim'))
  assert.ok((await faults({ aim: 'help', endOn: '2027-02-01' })).includes('end'))
  const elsewhere = { toId: outsider.organisationId, toRole: 'municipal-coordinator' }
  assert.ok((await faults({ endOn: '2027-01-01', ...elsewhere })).includes('recipient'))
})

test('a contribution keeps kind, source, moment, what speaks against it and where it came from; the others read not a word', async () => {
  const { desk, deliveries, school, town, help, safe, aTable, begin, choose, read, channel, does } =
    here.world
  const id = await aTable()
  const caseId = await aCase(here.house, desk.cases, school)
  const ref = await does(school, (work) =>
    writeEntry(work, desk.cases, caseId, aFact({ text: 'Zeldzaamfeit.', moment: 'na de pauze' })),
  )
  const draft = await begin(school, id, town, { kind: 'case', fileId: caseId })
  await choose(school, draft, { refs: [ref], road, answers: answersOn(desk, road) })
  await deliver(here.house, deliveries, school, draft)
  await channel.settle()
  const [got] = await receivedAt(town, id)
  const [fact] = got?.body?.facts ?? []
  assert.deepEqual([fact?.text, fact?.kind, fact?.moment], ['Zeldzaamfeit.', 'fact', 'na de pauze'])
  assert.ok(fact?.source && fact.origin.kind === 'secondary-school')
  assert.ok((got?.body?.basis.conditions.length ?? 0) > 0)
  assert.equal(got?.body?.at?.id, id)
  for (const actor of [help, safe]) {
    const seen = await read(actor, id)
    assert.deepEqual(
      seen.items.map(({ kind, from, to, words }) => [kind, from, to, words]),
      [['brought', school.organisationId, town.organisationId, undefined]],
    )
    assert.doesNotMatch(JSON.stringify(seen), /Zeldzaamfeit/)
  }
  assert.doesNotMatch(
    JSON.stringify(await here.house.trailOf(school.organisationId)),
    /Zeldzaamfeit/,
  )
})

test('what is written for a table says what kind it is and who saw it, is erased by who wrote it, and nobody else reads it', async () => {
  const { town, school, aTable, write, bring, read, channel } = here.world
  const id = await aTable()
  await assert.rejects(write(school, id, { source: ' ' }), refused('invalid', 'source-missing'))
  await assert.rejects(write(school, id, { on: '2027-01-01' }), refused('invalid', 'day-to-come'))
  await write(school, id, { text: 'Blijft hier.' })
  await bring(school, id, town, { road, text: 'Gaat daarheen.' })
  await channel.settle()
  assert.doesNotMatch(JSON.stringify(await read(town, id)), /Blijft hier/)
  const [got] = await receivedAt(town, id)
  const [fact] = got?.body?.facts ?? []
  assert.deepEqual(
    [fact?.text, fact?.source, fact?.moment, fact?.beside],
    ['Gaat daarheen.', 'een mentor, zelf gezien', 'in de pauze', ['Een gevonden telefoon.']],
  )
})

test('what was received at a table is taken into an own file with its origin, and marked there when it is recalled', async () => {
  const { desk, deliveries, school, town, aTable, bring, channel, does } = here.world
  const id = await aTable()
  const disclosure = await bring(school, id, town, { road, text: 'Overgenomen feit.' })
  await channel.settle()
  const [got] = await receivedAt(town, id)
  assert.ok(got?.body)
  const caseId = await aCase(here.house, desk.cases, town)
  await does(town, (work) =>
    answerReceived(work, deliveries, got.id, { act: 'accept', words: '', key: newId() }),
  )
  const [fact] = got.body.facts
  await does(town, (work) =>
    takeReceived(work, deliveries, got.id, {
      ...{ itemId: fact?.id ?? '', file: { kind: 'case', id: caseId }, language: 'nl' },
    }),
  )
  await channel.settle()
  await does(school, (work) =>
    recallDisclosure(
      work,
      deliveries,
      { id: disclosure, language: 'nl' },
      { because: 'mistake', words: 'Een ander kind.' },
    ),
  )
  await channel.settle()
  assert.equal((await receivedAt(town, id))[0]?.body, undefined)
  const { rows } = await here.house.pool.query(
    'select recalled_at from case_entry where case_id = $1 and from_id = $2',
    [caseId, fact?.id],
  )
  assert.ok(rows[0]?.recalled_at)
})

test('whoever left keeps nothing, reads nothing, and nothing more reaches it', async () => {
  const { school, town, aTable, bring, seat, read, begin, channel } = here.world
  const id = await aTable()
  const first = await bring(school, id, town, { road, text: 'Voor de gemeente.' })
  await channel.settle()
  // Under way while it leaves.
  const second = await bring(school, id, town, { road, text: 'Onderweg.' })
  await seat(town, id, 'leave')
  await channel.settle()
  await assert.rejects(read(town, id), noSuch)
  assert.equal((await receivedOf(here.house, town.organisationId, first)).content, null)
  assert.equal(await receivedOf(here.house, town.organisationId, second), undefined)
  // What was under way is refused there or ended here, by which of the two messages was first.
  const sent = (await read(school, id)).deliveries.map(({ state }) => state).sort()
  assert.ok(['ended,ended', 'ended,refused'].includes(sent.join()), sent.join())
  await assert.rejects(begin(school, id, town), refused('invalid', 'recipient-missing'))
})

test('a delivery with the name of a table is refused from one that does not sit there', async () => {
  const { school, outsider, town, aTable, bring, read, channel, does } = here.world
  const id = await aTable()
  await bring(school, id, town, { road, text: 'Echt.' })
  await channel.settle()
  const [real] = await receivedAt(town, id)
  const body = { ...real?.body, disclosure: newId() }
  await does(outsider, (work) =>
    sendMessage(work, here.house, { to: town.organisationId, kind: 'sharing.disclosure', body }),
  )
  await channel.settle()
  assert.equal((await read(town, id)).deliveries.length, 1)
})

test('after the end nobody reads minutes or contributions of others; what is one’s own and what was taken on stays until its day', async () => {
  const { desk, school, town, safe, does, aTable, bring, agree, agreementOf, follow, end, read } =
    here.world
  const { channel } = here.world
  const id = await aTable()
  await bring(school, id, town, { road, text: 'Van de school.' })
  await agree(id, town)
  await does(school, (work) =>
    proposeMinutes(work, desk, id, { text: 'Verslag.', due: day, seen: [] }),
  )
  await channel.settle()
  await follow(town, id, (await agreementOf(town, id)).id, 'accept')
  await channel.settle()
  await end(id)
  await channel.settle()
  const words = async (actor: PersonActor) =>
    (await read(actor, id)).items.flatMap(({ kind, words: one }) =>
      one?.text ? [`${kind}: ${one.text}`] : [],
    )
  assert.deepEqual(await words(school), [
    'written: Van de school.',
    'agreement: Belt de ouders.',
    'minutes: Verslag.',
  ])
  assert.deepEqual(await words(town), ['agreement: Belt de ouders.'])
  assert.deepEqual(
    (await receivedAt(town, id)).map(({ state, body }) => [state, body]),
    [['ended', undefined]],
  )
  assert.deepEqual(await words(safe), [])
  assert.equal((await read(safe, id)).words, undefined)
  await assert.rejects(
    here.world.write(town, id, { text: 'Daarna.' }),
    refused('conflict', 'table-ended'),
  )
  // Whether it was done is told after the end too.
  await follow(town, id, (await agreementOf(town, id)).id, 'done')
  await channel.settle()
  assert.equal((await agreementOf(school, id)).state, 'done')
  assert.ok((await here.world.lettersTo(safe)).includes('table-ended'))
})

test('an end that stumbles there for days is told to who convened, and sent again until the words are gone', async () => {
  const other = await aHouse()
  try {
    const there = await aWorldOfTables(other)
    const { desk, school, town, aTable, bring, end, read } = there
    const id = await aTable()
    await bring(school, id, town, { road, text: 'Blijft te lang.' })
    await there.channel.settle()
    let stumbles = true
    const channel = aTableChannel(other, desk, (handler) => ({
      ...handler,
      async receive(work, message) {
        if (stumbles && handler.kind === 'round-tables.end') throw new Error('a defect')
        await handler.receive(work, message)
      },
    }))
    await end(id)
    const seat = async () =>
      (await read(school, id)).seats.find(({ party }) => party === town.organisationId)
    for (let turn = 0; turn < 40 && (await seat())?.undelivered !== 'end'; turn += 1) {
      await channel.carry()
      other.moveClock({ hours: 5 })
    }
    assert.equal((await seat())?.undelivered, 'end')
    assert.ok((await there.lettersTo(school)).includes('table-answered'))
    stumbles = false
    await channel.settle()
    assert.equal((await seat())?.undelivered, undefined)
    const here = await read(town, id)
    assert.deepEqual([here.ended, here.deliveries.map(({ state }) => state)], [true, ['ended']])
  } finally {
    await other.close()
  }
})

test('a table ends by itself six weeks after its day, on every side, and what was kept goes after its last day', async () => {
  const other = await aHouse()
  try {
    const there = await aWorldOfTables(other)
    const { school, town, safe, aTable, bring, agree, agreementOf, follow, read, channel } = there
    const id = await aTable()
    await bring(school, id, town, { road, text: 'Van de school.' })
    await agree(id, town)
    await agree(id, safe)
    await channel.settle()
    const caseId = await aCase(other, there.desk.cases, town)
    await follow(town, id, (await agreementOf(town, id)).id, 'accept', { caseId })
    await channel.settle()
    const all = async () => {
      for (const { organisationId } of [school, town, safe]) {
        const system = { kind: 'system', name: 'retention', organisationId } as const
        await other.inTransaction(system, 'share', (work) => endTablesInTime(work, other))
      }
      await channel.settle()
    }
    await all()
    assert.equal((await read(town, id)).ended, false)
    other.moveClock({ hours: 24 * 60 })
    await all()
    for (const actor of [school, town, safe]) assert.equal((await read(actor, id)).ended, true)
    assert.deepEqual(
      (await read(town, id)).deliveries.map(({ state }) => state),
      ['ended'],
    )
    other.moveClock({ hours: 24 * 7 * 13 })
    // Before the job came by nobody reads it either; only what is still a task in a case stays until it is done.
    for (const actor of [school, safe]) await assert.rejects(read(actor, id), noSuch)
    await all()
    const { rows } = await other.pool.query(
      'select kind, to_id from round_table_item where table_id = $1 and content is not null',
      [id],
    )
    assert.deepEqual(rows, [{ kind: 'agreement', to_id: town.organisationId }])
    assert.equal((await agreementOf(town, id)).words?.text, 'Belt de ouders.')
    assert.deepEqual(await there.does(school, (work) => readTables(work, there.desk)), [])
  } finally {
    await other.close()
  }
})

/** Any order of joining, bringing, agreeing, following, leaving, ending and carrying. */
test('whatever crosses whatever: nobody holds words that were not for it, or after it left or it ended', async () => {
  const { school, town, help, safe, convene, seat, bring, agree, agreementOf, follow, end } =
    here.world
  const { channel } = here.world
  const people = [school, town, help, safe]
  const roads: Record<string, string> = {
    '0>1': 'school-municipality',
    '0>2': 'school-youth-help',
    '1>0': 'municipality-school',
    '1>3': 'care-safe-home',
  }
  const who = fc.integer({ min: 1, max: 3 })
  const act = fc.oneof(
    fc.record({ what: fc.constantFrom('join', 'leave', 'decline'), who }),
    fc.record({ what: fc.constant('bring'), pair: fc.constantFrom(...Object.keys(roads)) }),
    fc.record({ what: fc.constant('agree'), who }),
    fc.record({ what: fc.constantFrom('accept', 'refuse', 'done'), who }),
    fc.record({
      what: fc.constantFrom('carry', 'carry', 'end', 'in-time'),
      who: fc.integer({ min: 0, max: 3 }),
    }),
  )
  let brought = 0

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
      const id = await convene({ aim: 'help' })
      await channel.settle()
      for (const actor of [town, help]) await seat(actor, id, 'join')
      await channel.settle()
      const attempt = (doing: Promise<unknown>) =>
        doing.then(
          () => true,
          (error: unknown) => {
            if (error instanceof Refusal) return false
            throw error
          },
        )
      for (const one of acts) {
        const actor = 'who' in one ? (people[one.who] ?? school) : school
        if (one.what === 'carry') await channel.carryFrom(actor.organisationId)
        else if (one.what === 'in-time') await inTime(actor)
        else if (one.what === 'end') await attempt(end(id))
        else if (one.what === 'agree') await attempt(agree(id, actor))
        else if ('pair' in one) {
          const [from = 0, to = 0] = one.pair.split('>').map(Number)
          const [a, b] = [people[from] ?? school, people[to] ?? school]
          const what = { road: roads[one.pair] ?? '', text: `woorden voor ${b.organisationId}` }
          if (await attempt(bring(a, id, b, what))) brought += 1
        } else if (one.what === 'join' || one.what === 'leave' || one.what === 'decline') {
          await attempt(seat(actor, id, one.what))
        } else {
          const said = one.what as AgreementAct
          const item = await agreementOf(actor, id).catch(() => undefined)
          if (item) await attempt(follow(actor, id, item.id, said, { reason: 'Daarom.' }))
        }
      }
      await channel.settle()
      for (const actor of people) {
        const { rows } = await here.house.pool.query(
          `select i.from_id, i.to_id, i.kind, i.state, i.about_id, i.content is not null as words, s.state as seat, t.ended_at
           from round_table t join round_table_seat s on s.organisation_id = t.organisation_id and s.table_id = t.id
             and s.party_id = t.organisation_id
           left join round_table_item i on i.organisation_id = t.organisation_id and i.table_id = t.id
           where t.organisation_id = $1 and t.id = $2`,
          [actor.organisationId, id],
        )
        for (const row of rows) {
          const received = row.from_id !== null && row.from_id !== actor.organisationId
          if (!received || !row.words) continue
          assert.equal(row.to_id ?? actor.organisationId, actor.organisationId)
          assert.ok(row.seat === 'joined', `${row.kind} with one that ${row.seat}`)
          const kept =
            row.about_id !== null ||
            (row.kind === 'agreement' && ['accepted', 'done', 'not-done'].includes(row.state))
          assert.ok(row.ended_at === null || kept, `${row.kind} after the end`)
        }
        const delivered = await here.house.pool.query(
          `select r.state, s.state as seat, t.ended_at from received_disclosure r
           join round_table t on t.organisation_id = r.organisation_id and t.id = r.at_id
           join round_table_seat s on s.organisation_id = t.organisation_id and s.table_id = t.id
             and s.party_id = t.organisation_id
           where r.organisation_id = $1 and r.at_id = $2 and r.content is not null`,
          [actor.organisationId, id],
        )
        for (const { seat: state, ended_at } of delivered.rows) {
          assert.deepEqual([state, ended_at], ['joined', null])
        }
      }
      // Both sides of an agreement that arrived say the same.
      const all = await here.house.pool.query(
        `select a.state as here, b.state as there from round_table_item a
         join round_table_item b on b.id = a.id and b.organisation_id = a.to_id
         join round_table_seat s on s.organisation_id = b.organisation_id and s.table_id = b.table_id and s.party_id = b.organisation_id
         where a.table_id = $1 and a.kind = 'agreement' and a.organisation_id = $2 and s.state = 'joined'`,
        [id, school.organisationId],
      )
      for (const { here, there } of all.rows) assert.equal(here, there)
    }),
    { numRuns: 12 },
  )
  assert.ok(brought > 5)
})
