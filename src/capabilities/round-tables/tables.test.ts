import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { sendMessage } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouseOfTables } from './a-house-of-tables.ts'
import { answersOn, day, refused, someWords } from './a-table.ts'
import { agreeOn } from './agree-on.ts'
import { conveneTable } from './convene-table.ts'
import { readTables, tablesOfCase } from './read-table.ts'
import { approvedBy, mayFix, possibleOnAgreement, possibleOnSeat } from './round-table.ts'
import { sayOnMinutes } from './say-on-minutes.ts'
import { fixMinutes, proposeMinutes } from './write-minutes.ts'

const here = aHouseOfTables()

const noSuch = refused('not-found', 'no-such-table')

test('an organisation that was not invited, and a role that was not, find nothing and can do nothing', async () => {
  const { desk, does, outsider, mentor, safe, town, read, seat, write, aTable } = here.world
  const id = await aTable()
  for (const actor of [outsider, mentor]) {
    await assert.rejects(read(actor, id), noSuch)
    await assert.rejects(seat(actor, id, 'leave'), noSuch)
    await assert.rejects(write(actor, id), noSuch)
    await assert.rejects(here.world.begin(actor, id, town))
  }
  assert.deepEqual(await does(outsider, (work) => readTables(work, desk)), [])
  await assert.rejects(
    does(mentor, (work) => readTables(work, desk)),
    refused('not-allowed', 'no-tables-here'),
  )
  await assert.rejects(
    does(safe, (work) =>
      agreeOn(work, desk, id, {
        ...{ owner: town.organisationId, text: 'x', due: day, road: '', answers: {} },
        ...{ language: 'nl', seen: [] },
      }),
    ),
    refused('not-allowed', 'only-the-convener'),
  )
})

test('forged turns of an organisation that is not there, and of one in the place of the convener, are refused', async () => {
  const { does, outsider, town, help, read, channel, aTable } = here.world
  const id = await aTable()
  const send = (actor: PersonActor, kind: string, body: object) =>
    does(actor, (work) =>
      sendMessage(work, here.house, {
        to: town.organisationId,
        kind,
        body: { table: id, ...body },
      }),
    )
  const turn = (actor: PersonActor, body: object) =>
    send(actor, 'round-tables.turn', { turn: body })
  const forged = [
    { act: 'minutes', id: newId(), version: 1, text: 'Onderschoven.', due: day },
    { act: 'agreement', id: newId(), text: 'Onderschoven.', due: day },
    { act: 'fixed', version: 1 },
  ]
  for (const actor of [outsider, help]) {
    for (const one of forged) await turn(actor, one)
    await send(actor, 'round-tables.end', { keepUntil: day })
  }
  await turn(outsider, { act: 'seat', state: 'left', answer: false })
  await turn(help, { act: 'word', id: newId(), version: 1, state: 'approved', text: '' })
  await channel.settle()
  const there = await read(town, id)
  assert.deepEqual([there.ended, there.items], [false, []])
  assert.deepEqual(
    there.seats.map(({ state }) => state),
    ['joined', 'joined', 'joined', 'joined'],
  )
})

test('the invitation tells of nobody: what may tell who it is is shown first', async () => {
  const { desk, does, school, town, convene, channel } = here.world
  const caseId = await aCase(here.house, desk.cases, school)
  const made = await does(school, (work) =>
    conveneTable(work, desk, {
      invited: [{ party: town.organisationId, role: 'municipal-coordinator' }],
      aim: 'help',
      day,
      words: someWords({ question: 'Wie helpt Noor?' }),
      caseId,
      seen: [],
    }),
  )
  assert.ok('look' in made)
  const id = await convene({ caseId })
  await channel.settle()
  const { rows } = await here.house.pool.query(
    'select organisation_id, case_id, made_by from round_table where id = $1 and organisation_id <> $2',
    [id, school.organisationId],
  )
  assert.equal(rows.length, 3)
  for (const row of rows) assert.deepEqual([row.case_id, row.made_by], [null, null])
  const lines = await does(school, (work) => {
    work.audit({ act: 'case.read', subject: caseId })
    return tablesOfCase(work, desk, caseId)
  })
  assert.deepEqual(
    lines.map((line) => line.id),
    [id],
  )
})

test('a form that comes twice at the same moment convenes one table, and more than nineteen guests are refused', async () => {
  const { desk, does, school, convene, seatsFor, town } = here.world
  const key = newId()
  assert.equal(new Set(await Promise.all([convene({ key }), convene({ key })])).size, 1)
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const id = await here.house.anOrganisation('municipality', 'Nog een gemeente (verzonnen)')
      return { party: id, role: 'municipal-coordinator' as const }
    }),
  )
  const asked = { aim: 'help', day, words: someWords(), seen: [] }
  await assert.rejects(
    does(school, (work) => conveneTable(work, desk, { ...asked, invited: many })),
    refused('invalid', 'too-many-guests'),
  )
  assert.equal(seatsFor([town]).length, 1)
})

test('an invitation that is refused there is told to who convened', async () => {
  const { convene, read, school, channel, lettersTo } = here.world
  const empty = await here.house.anOrganisation('youth-help', 'Een lege hulp (verzonnen)')
  const id = await convene({ invited: [{ party: empty, role: 'youth-worker' }] })
  const before = (await lettersTo(school)).length
  await channel.settle()
  const seats = (await read(school, id)).seats
  assert.equal(seats.find(({ party }) => party === empty)?.undelivered, 'invite')
  assert.deepEqual((await lettersTo(school)).slice(before), ['table-answered'])
})

test('an agreement goes to its owner only, is taken on or not, and followed; both hold the same receipt', async () => {
  const { desk, town, help, school, aTable, agree, agreementOf, follow, read, channel } = here.world
  const id = await aTable()
  const before = (await here.world.lettersTo(town)).length
  await agree(id, town, { text: 'De gemeente zoekt een plek.' })
  await channel.settle()
  assert.deepEqual((await read(help, id)).items, [])
  assert.deepEqual((await here.world.lettersTo(town)).slice(before), ['table-agreement'])
  const item = await agreementOf(town, id)
  assert.match(item.receipt ?? '', /^[0-9a-f]{64}$/)
  assert.equal((await agreementOf(school, id)).receipt, item.receipt)
  await assert.rejects(follow(help, id, item.id, 'accept'), refused('not-found', 'no-such-item'))
  await assert.rejects(
    follow(town, id, item.id, 'done'),
    refused('conflict', 'cannot-done-when-proposed'),
  )
  await assert.rejects(follow(town, id, item.id, 'refuse'), refused('invalid', 'reason-missing'))
  const caseId = await aCase(here.house, desk.cases, town)
  await follow(town, id, item.id, 'accept', { caseId })
  const tasks = async () => {
    const { rows } = await here.house.pool.query(
      'select state from case_task where case_id = $1 and from_id = $2',
      [caseId, item.id],
    )
    return rows.map(({ state }) => state)
  }
  assert.deepEqual(await tasks(), ['open'])
  await channel.settle()
  assert.equal((await agreementOf(school, id)).state, 'accepted')
  await follow(town, id, item.id, 'done')
  await channel.settle()
  assert.deepEqual(await tasks(), ['done'])
  assert.equal((await agreementOf(school, id)).state, 'done')
})

test('an agreement that tells of somebody goes on a road of the sharing table, or not at all', async () => {
  const { desk, town, aTable, agree, agreementOf, channel } = here.world
  const id = await aTable()
  const text = 'De gemeente belt Noor op 06-12345678.'
  assert.ok('look' in ((await agree(id, town, { text })) ?? {}))
  const road = 'school-municipality'
  const answers = answersOn(desk, road)
  const closed = await agree(id, town, { text, road, answers: { ...answers, necessary: 'no' } })
  assert.ok(closed && 'why' in closed && closed.why.length > 0)
  // A line that runs elsewhere, and one that is not there for the aim of this table.
  for (const other of ['police-municipality', 'school-safe-home', 'x']) {
    await assert.rejects(
      agree(id, town, { text, road: other, answers }),
      refused('invalid', 'choose-road'),
    )
  }
  assert.equal(await agree(id, town, { text, road, answers }), undefined)
  await channel.settle()
  const { words } = await agreementOf(town, id)
  assert.equal(words?.text, text)
  assert.equal(words?.basis?.road, road)
  assert.ok((words?.basis?.conditions.length ?? 0) > 0)
})

test('minutes are fixed when everybody approved that version, or when the last day is over', async () => {
  const { desk, does, school, town, help, safe, read, channel, aTable } = here.world
  const id = await aTable()
  const propose = (text: string) =>
    does(school, (work) => proposeMinutes(work, desk, id, { text, due: day, seen: [] }))
  const say = (actor: PersonActor, state: 'approved' | 'remarked', text = '') =>
    does(actor, (work) => sayOnMinutes(work, desk, id, { state, text }))
  const fix = () => does(school, (work) => fixMinutes(work, desk, id))
  await assert.rejects(fix(), refused('conflict', 'no-minutes'))
  await propose('Het eerste verslag.')
  await channel.settle()
  await say(town, 'approved')
  await say(help, 'remarked', 'Er mist iets.')
  await channel.settle()
  await assert.rejects(fix(), refused('conflict', 'not-approved-yet'))
  // What was said of the minutes is between each and the convener.
  assert.doesNotMatch(JSON.stringify(await read(town, id)), /Er mist iets/)
  await propose('Het tweede verslag.')
  await channel.settle()
  for (const actor of [town, help, safe]) await say(actor, 'approved')
  // Whoever thinks of something after all does not approve any more.
  await say(town, 'remarked', 'Toch niet.')
  await channel.settle()
  await assert.rejects(fix(), refused('conflict', 'not-approved-yet'))
  await say(town, 'approved')
  await channel.settle()
  await fix()
  await channel.settle()
  const last = (await read(safe, id)).items.findLast(({ kind }) => kind === 'minutes')
  assert.deepEqual([last?.state, last?.version], ['fixed', 2])
  await assert.rejects(propose('Nog een.'), refused('conflict', 'minutes-fixed'))
})

test('nobody is not everybody, and whoever joins later reads the version that is open', async () => {
  const { desk, does, school, town, convene, seat, read, channel } = here.world
  const id = await convene()
  await channel.settle()
  await does(school, (work) =>
    proposeMinutes(work, desk, id, { text: 'Het verslag.', due: day, seen: [] }),
  )
  await assert.rejects(
    does(school, (work) => fixMinutes(work, desk, id)),
    refused('conflict', 'not-approved-yet'),
  )
  await seat(town, id, 'join')
  await channel.settle()
  const minutes = (await read(town, id)).items.find(({ kind }) => kind === 'minutes')
  assert.equal(minutes?.words?.text, 'Het verslag.')
  const silent = { joined: ['a', 'b'], approved: ['a'], lastDay: day }
  assert.equal(mayFix(silent, day), false)
  assert.equal(mayFix(silent, '2026-12-02'), true)
  const said = (party: string, state: 'approved' | 'remarked') => ({ party, version: 1, state })
  assert.deepEqual(approvedBy([said('a', 'approved'), said('a', 'remarked')], 1), [])
  assert.deepEqual(approvedBy([said('a', 'remarked'), said('a', 'approved')], 1), ['a'])
})

test('the tables of what can be done are complete', () => {
  assert.deepEqual(possibleOnSeat('invited'), ['join', 'decline'])
  assert.deepEqual(possibleOnSeat('joined'), ['leave'])
  assert.deepEqual([possibleOnSeat('declined'), possibleOnSeat('left')], [[], []])
  assert.deepEqual(possibleOnAgreement('proposed'), ['accept', 'refuse'])
  assert.deepEqual(possibleOnAgreement('accepted'), ['done', 'not-done'])
  for (const over of ['refused', 'done', 'not-done'] as const)
    assert.deepEqual(possibleOnAgreement(over), [])
})
