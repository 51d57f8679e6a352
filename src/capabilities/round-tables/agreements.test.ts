import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { endInCircle, handOverCase } from '#capabilities/cases/change-circle.ts'
import { closeCase, reopenCase } from '#capabilities/cases/end-case.ts'
import { sendMessage } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { aHouse } from '#tests/a-house.ts'
import { aHouseOfTables } from './a-house-of-tables.ts'
import { aTableChannel, aWorldOfTables, refused, someWords } from './a-table.ts'
import { forgetRoundTables } from './forget-tables.ts'
import { readAgreed } from './read-table.ts'
import { furthestDay } from './round-table.ts'
import { takeBack } from './take-back.ts'

const here = aHouseOfTables()
const { retention, inTime } = here

const taskOf = async (itemId: string) => {
  const { rows } = await here.house.pool.query(
    'select state from case_task where from_id = $1 order by id',
    [itemId],
  )
  return rows.map(({ state }) => state)
}
/** Taken on in a case of the municipality. */
const takenOn = async (id: string) => {
  const { town, agree, agreementOf, follow, channel, desk } = here.world
  await agree(id, town, { text: 'De gemeente zoekt een plek.' })
  await channel.settle()
  const item = await agreementOf(town, id)
  const caseId = await aCase(here.house, desk.cases, town)
  await follow(town, id, item.id, 'accept', { caseId })
  await channel.settle()
  return { item: item.id, caseId }
}
const wordsAt = async ({ organisationId }: PersonActor, item: string) => {
  const { rows } = await here.house.pool.query(
    'select state, content is not null as words from round_table_item where organisation_id = $1 and id = $2',
    [organisationId, item],
  )
  return rows[0]
}
const back = (actor: PersonActor, tableId: string, id: string) =>
  here.world.does(actor, (work) => takeBack(work, here.world.desk, { tableId, id }))
const closing = { outcome: 'support-suffices' as const, words: 'Er is hulp.', told: 'Ja.' }

test('why an agreement was refused or not done stands under it, on both sides, and with nobody else', async () => {
  const { school, town, help, aTable, agree, agreementOf, follow, read, channel } = here.world
  const id = await aTable()
  await agree(id, town)
  await channel.settle()
  const { id: item } = await agreementOf(town, id)
  await follow(town, id, item, 'accept')
  await follow(town, id, item, 'not-done', { reason: 'Drie weken niet bereikt.' })
  await channel.settle()
  for (const actor of [school, town]) {
    const said = (await read(actor, id)).items.filter(({ about }) => about === item)
    assert.deepEqual(
      said.flatMap(({ words }) => (words?.text ? [words.text] : [])),
      ['Drie weken niet bereikt.'],
    )
  }
  assert.doesNotMatch(JSON.stringify(await read(help, id)), /Drie weken/)
})

test('an agreement is taken back by the convener only; its owner loses words and task, also after the end', async () => {
  const { school, town, help, aTable, end, read, channel } = here.world
  const id = await aTable()
  const { item } = await takenOn(id)
  await assert.rejects(back(help, id, item), refused('not-allowed', 'only-the-convener'))
  await assert.rejects(back(town, id, item), refused('not-allowed', 'only-the-convener'))
  await assert.rejects(back(school, id, newId()), refused('not-found', 'no-such-item'))
  await end(id)
  await channel.settle()
  assert.deepEqual(await wordsAt(town, item), { state: 'accepted', words: true })
  await back(school, id, item)
  assert.equal((await wordsAt(school, item)).state, 'taking-back')
  await back(school, id, item)
  await channel.settle()
  assert.deepEqual(await wordsAt(town, item), { state: 'taken-back', words: false })
  assert.equal((await wordsAt(school, item)).state, 'taken-back')
  assert.deepEqual(await taskOf(item), ['dropped'])
  assert.equal((await read(town, id)).items.find((one) => one.id === item)?.words, undefined)
})

test('another organisation takes nothing back, and what its owner says meanwhile changes nothing', async () => {
  const { school, town, help, does, aTable, agree, agreementOf, follow, channel } = here.world
  const id = await aTable()
  await agree(id, town)
  await channel.settle()
  const { id: item } = await agreementOf(town, id)
  const body = { table: id, agreement: item }
  await does(help, (work) =>
    sendMessage(work, here.house, {
      to: town.organisationId,
      kind: 'round-tables.take-back',
      body,
    }),
  )
  await channel.settle()
  assert.deepEqual(await wordsAt(town, item), { state: 'proposed', words: true })
  await back(school, id, item)
  await follow(town, id, item, 'accept')
  await channel.settle()
  assert.equal((await wordsAt(school, item)).state, 'taken-back')
  assert.deepEqual(await wordsAt(town, item), { state: 'taken-back', words: false })
})

test('taking back goes again after a defect there, and until then it says that it is not confirmed', async () => {
  const other = await aHouse()
  try {
    const there = await aWorldOfTables(other)
    const { desk, school, town, aTable, agree, agreementOf, does } = there
    const id = await aTable()
    await agree(id, town)
    await there.channel.settle()
    const { id: item } = await agreementOf(town, id)
    let stumbles = true
    const channel = aTableChannel(other, desk, (handler) => ({
      ...handler,
      async receive(work, message) {
        if (stumbles && handler.kind === 'round-tables.take-back') throw new Error('a defect')
        await handler.receive(work, message)
      },
    }))
    await does(school, (work) => takeBack(work, desk, { tableId: id, id: item }))
    const told = async () => (await there.lettersTo(school)).includes('table-answered')
    for (let turn = 0; turn < 40 && !(await told()); turn += 1) {
      await channel.carry()
      other.moveClock({ hours: 5 })
    }
    assert.ok(await told())
    assert.equal((await agreementOf(school, id)).state, 'taking-back')
    stumbles = false
    await channel.settle()
    assert.equal((await agreementOf(school, id)).state, 'taken-back')
    assert.equal((await agreementOf(town, id)).words, undefined)
  } finally {
    await other.close()
  }
})

test('what an organisation that left had taken on is done by nobody, and who convened hears that it left', async () => {
  const { school, town, aTable, seat, agreementOf, lettersTo, channel } = here.world
  const id = await aTable()
  await takenOn(id)
  const before = (await lettersTo(school)).length
  await seat(town, id, 'leave')
  await channel.settle()
  assert.equal((await agreementOf(school, id)).state, 'lapsed')
  assert.deepEqual((await lettersTo(school)).slice(before), ['table-answered'])
})

test('a table is within a year, and nothing of it stays longer than a year, whoever convened it', async () => {
  const { school, town, convene, does, aTable, channel } = here.world
  await assert.rejects(convene({ day: '2062-12-01' }), refused('invalid', 'too-far'))
  const seats = [
    { party: school.organisationId, role: 'care-coordinator' },
    { party: town.organisationId, role: 'municipal-coordinator' },
  ]
  const table = newId()
  const invite = { table, code: 'O-3333-9999', aim: 'help', day: '2062-12-01', seats }
  const send = (kind: string, body: object) =>
    does(school, (work) => sendMessage(work, here.house, { to: town.organisationId, kind, body }))
  await send('round-tables.invite', { ...invite, ...someWords() })
  const id = await aTable()
  await send('round-tables.end', { table: id, keepUntil: '2062-12-01' })
  await channel.settle()
  const { rows } = await here.house.pool.query(
    'select id, keep_until from round_table where organisation_id = $1 and id = any($2)',
    [town.organisationId, [table, id]],
  )
  assert.deepEqual(rows, [{ id, keep_until: furthestDay(dutchDay(here.house.clock())) }])
})

test('whoever has an agreement as a task follows it in any role, and reads nothing else of that table', async () => {
  const { desk, town, read, agreementOf, follow, does, aTable, channel } = here.world
  const id = await aTable()
  const { item, caseId } = await takenOn(id)
  const next = await here.house.aPerson(
    town.organisationId,
    ['trafficking-care-coordinator'],
    'Karim Verzonnen',
  )
  const agreed = (actor: PersonActor) =>
    does(actor, (work) => readAgreed(work, desk, { tableId: id, itemId: item }))
  const noSuch = refused('not-found', 'no-such-table')
  await assert.rejects(agreed(next), noSuch)
  const reason = 'Karim gaat ermee verder.'
  await does(town, (work) =>
    handOverCase(work, desk.cases, caseId, { personId: next.personId, reason }),
  )
  await assert.rejects(agreed(next), noSuch)
  await does(next, (work) =>
    endInCircle(work, desk.cases, caseId, { personId: town.personId, reason }),
  )
  const seen = await agreed(next)
  assert.deepEqual(
    [seen.items.map((one) => one.id), seen.question, seen.deliveries],
    [[item], undefined, []],
  )
  await assert.rejects(read(next, id), noSuch)
  await follow(next, id, item, 'done')
  await channel.settle()
  assert.deepEqual(await taskOf(item), ['done'])
  assert.equal((await agreementOf(here.world.school, id)).state, 'done')
  await assert.rejects(agreed(next), noSuch)
})

test('a task that is over at its table does not come back when its case is opened again', async () => {
  const { desk, town, seat, does, aTable, channel, follow } = here.world
  const [first, second, third] = [await aTable(), await aTable(), await aTable()]
  const [done, left, open] = [await takenOn(first), await takenOn(second), await takenOn(third)]
  for (const { caseId } of [done, left, open]) {
    await does(town, (work) => closeCase(work, desk.cases, caseId, closing))
  }
  here.house.moveClock({ minutes: 1 })
  await follow(town, first, done.item, 'done')
  await seat(town, second, 'leave')
  await channel.settle()
  for (const { caseId } of [done, left, open]) {
    await does(town, (work) => reopenCase(work, desk.cases, caseId, { reason: 'Toch nog nodig.' }))
  }
  assert.deepEqual(await taskOf(done.item), ['done'])
  assert.deepEqual(await taskOf(left.item), ['dropped'])
  assert.deepEqual(await taskOf(open.item), ['open'])
})

test('an agreement in a case that was closed goes after its last day, and a table that was left goes in time', async () => {
  const { desk, school, town, seat, end, does, read, aTable, channel } = here.world
  const [kept, left] = [await aTable(), await aTable()]
  const { item, caseId } = await takenOn(kept)
  const gone = await takenOn(left)
  await end(kept)
  await seat(town, left, 'leave')
  await channel.settle()
  await does(town, (work) => closeCase(work, desk.cases, caseId, closing))
  here.house.moveClock({ hours: 24 * 80 })
  await assert.rejects(read(town, kept), refused('not-found', 'no-such-table'))
  for (const actor of [school, town]) await inTime(actor)
  assert.deepEqual(await wordsAt(town, item), { state: 'accepted', words: false })
  await does(town, (work) => reopenCase(work, desk.cases, caseId, { reason: 'Toch nog nodig.' }))
  assert.deepEqual(await taskOf(item), ['dropped'])
  here.house.moveClock({ hours: 24 * 40 })
  const before = here.house.clock().subtract({ hours: 24 * 30 })
  await here.house.inTransaction(retention(town), 'share', (work) =>
    forgetRoundTables(work, before, 1_000),
  )
  assert.equal(await wordsAt(town, item), undefined)
  assert.equal(await wordsAt(town, gone.item), undefined)
})
