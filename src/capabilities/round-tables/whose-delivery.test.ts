import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { addToCircle } from '#capabilities/cases/change-circle.ts'
import { whoShares } from '#capabilities/sharing/a-disclosure.ts'
import { recallDisclosure } from '#capabilities/sharing/after-delivery.ts'
import { answerReceived } from '#capabilities/sharing/answer-received.ts'
import { checkDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import { beginDisclosure, throwAwayDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { readDisclosure } from '#capabilities/sharing/read-disclosure.ts'
import { readReceived, readReceivedList } from '#capabilities/sharing/received.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouseOfTables } from './a-house-of-tables.ts'
import { refused } from './a-table.ts'
import { endTablesInTime } from './end-tables-in-time.ts'
import { tableSource } from './fact-source.ts'
import { forgetRoundTables } from './forget-tables.ts'

const here = aHouseOfTables()

const road = 'school-municipality'
const recall = (actor: PersonActor, id: string) =>
  here.world.does(actor, (work) =>
    recallDisclosure(
      work,
      here.world.deliveries,
      { id, language: 'nl' },
      { because: 'mistake', words: 'Toch niet.' },
    ),
  )
const contentOf = async (actor: PersonActor, disclosure: string) => {
  const { rows } = await here.house.pool.query(
    'select id, state, content is not null as words from received_disclosure where organisation_id = $1 and disclosure_id = $2',
    [actor.organisationId, disclosure],
  )
  return rows[0]
}

test('what is brought to a table about a case is read, answered and heard of by the circle of that case only', async () => {
  const { desk, deliveries, school, town, does, aTable, bring, end, lettersTo, channel } =
    here.world
  const near = await here.house.aPerson(
    school.organisationId,
    ['care-coordinator'],
    'Vera Voorbeeld',
  )
  const far = await here.house.aPerson(
    school.organisationId,
    ['care-coordinator'],
    'Otto Voorbeeld',
  )
  const caseId = await aCase(here.house, desk.cases, school, { circle: [near] })
  const id = await aTable({ caseId })
  const disclosure = await bring(town, id, school, {
    ...{ road: 'municipality-school', text: 'Van de gemeente.' },
  })
  await channel.settle()
  const { id: received } = await contentOf(school, disclosure)
  const reading = (actor: PersonActor) =>
    does(actor, (work) => readReceived(work, deliveries, { id: received, language: 'nl' }))
  const listed = async (actor: PersonActor) => {
    const { open, over } = await does(actor, (work) => readReceivedList(work))
    return [...open, ...over].some((line) => line.id === received)
  }
  for (const actor of [school, near]) {
    assert.equal((await reading(actor)).facts, 1)
    assert.ok(await listed(actor))
    assert.ok((await lettersTo(actor)).includes('new-delivery'))
  }
  await assert.rejects(reading(far), refused('not-found', 'no-such-delivery'))
  await assert.rejects(
    does(far, (work) =>
      answerReceived(work, deliveries, received, { act: 'decline', words: 'Weg ermee.' }),
    ),
    refused('not-found', 'no-such-delivery'),
  )
  assert.equal(await listed(far), false)
  assert.deepEqual(await lettersTo(far), [])
  const { organisationId } = school
  const program = { kind: 'system', name: 'partner-system', organisationId } as const
  await assert.rejects(
    here.house.inTransaction(program, 'share', (work) =>
      readReceived(work, deliveries, { id: received, language: 'nl' }),
    ),
    refused('not-found', 'no-such-delivery'),
  )
  const follow = async () =>
    (await whoShares(here.house, tableSource(desk), { fileId: id, organisationId })).sharers
  assert.deepEqual(new Set(await follow()), new Set([school.personId, near.personId]))
  // Whoever is let in later reads it from then on.
  await does(school, (work) =>
    addToCircle(work, desk.cases, caseId, { personId: far.personId, reason: 'Neemt waar.' }),
  )
  assert.equal((await reading(far)).facts, 1)
  assert.ok((await follow()).includes(far.personId))
  // Ended by hand too it is for the circle: the trail says so, and programs hear nothing.
  await end(id)
  const ending = (await here.house.trailOf(organisationId)).find(
    ({ act, subject }) => act === 'sharing.end-delivery' && subject === received,
  )
  assert.equal(ending?.details?.circle, true)
})

test('what was written for a table is delivered there and nowhere else', async () => {
  const { deliveries, school, town, does, aTable, write, begin } = here.world
  const [id, other] = [await aTable(), await aTable()]
  await write(school, id)
  const nowhere = refused('not-found', 'no-such-file')
  const from = { kind: 'round-table', fileId: id, language: 'nl', key: newId() } as const
  await assert.rejects(
    does(school, (work) => beginDisclosure(work, deliveries, from)),
    nowhere,
  )
  await assert.rejects(begin(school, other, town, { kind: 'round-table', fileId: id }), nowhere)
  assert.ok(await begin(school, id, town))
})

test('the end reaches every delivery of a table, however many there are', async () => {
  const { school, town, aTable, bring, end, channel } = here.world
  const id = await aTable()
  const disclosure = await bring(school, id, town, { road, text: 'De laatste.' })
  await channel.settle()
  // More drafts, and more that is over, than a page shows.
  await here.house.pool.query(
    `insert into disclosure (organisation_id, id, reference, file_kind, file_id, state, made_by, made_at, changed_at,
       at_kind, at_id, content_key, content)
     select organisation_id, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, reference, file_kind, file_id,
       'draft', made_by, made_at, changed_at, at_kind, at_id, content_key, content
     from disclosure, generate_series(1, 250) n where id = $1`,
    [disclosure],
  )
  await here.house.pool.query(
    `insert into received_disclosure (organisation_id, id, from_id, disclosure_id, reference, to_role, state, received_at,
       end_on, facts, hash, at_kind, at_id)
     select organisation_id, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, from_id,
       ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, reference, to_role, 'ended', received_at, end_on,
       facts, hash, at_kind, at_id
     from received_disclosure, generate_series(1, 250) n where disclosure_id = $1`,
    [disclosure],
  )
  await end(id)
  await channel.settle()
  assert.deepEqual(
    [(await contentOf(town, disclosure)).state, (await contentOf(town, disclosure)).words],
    ['ended', false],
  )
  const { rows } = await here.house.pool.query('select state from disclosure where id = $1', [
    disclosure,
  ])
  assert.equal(rows[0]?.state, 'ended')
})

test('what was brought is recalled long after leaving and after the end, though of the table no word is left', async () => {
  const { deliveries, school, town, help, does, aTable, bring, write, begin, seat, end, channel } =
    here.world
  const [left, ended] = [await aTable(), await aTable()]
  await write(help, left, { text: 'Blijft bij ons.' })
  const draft = await begin(help, left, town)
  await seat(help, left, 'leave')
  const disclosure = await bring(school, ended, town, { road, text: 'Van de school.' })
  await channel.settle()
  await end(ended)
  await channel.settle()
  here.house.moveClock({ hours: 24 * 365 })
  for (const { organisationId } of [help, school]) {
    const system = { kind: 'system', name: 'retention', organisationId } as const
    await here.house.inTransaction(system, 'share', (work) => endTablesInTime(work, here.house))
    const before = here.house.clock().subtract({ hours: 24 * 30 })
    const forget = () =>
      here.house.inTransaction(system, 'share', (work) => forgetRoundTables(work, before, 1_000))
    assert.ok((await forget()) > 0)
    assert.equal(await forget(), 0)
  }
  const { rows } = await here.house.pool.query(
    'select id from round_table_item where table_id = any($1) and organisation_id = any($2) and content is not null',
    [
      [left, ended],
      [help.organisationId, school.organisationId],
    ],
  )
  assert.deepEqual(rows, [])
  const which = { id: draft, language: 'nl' } as const
  // Nobody gets there any more: the draft is over, is looked at and thrown away.
  assert.equal((await does(help, (work) => readDisclosure(work, deliveries, which))).bounds, 'over')
  const { composed } = await does(help, (work) => checkDisclosure(work, deliveries, which))
  assert.equal(composed.ok, false)
  await recall(school, disclosure)
  await channel.settle()
  assert.equal((await contentOf(town, disclosure)).state, 'recalled')
  await does(help, (work) => throwAwayDraft(work, deliveries, which))
})
