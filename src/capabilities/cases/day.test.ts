import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { tell } from '#platform/outbox.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  aCase,
  actsOn,
  aDesk,
  aPupil,
  aSchool,
  becomes,
  doing,
  refusalOf,
  toldOf,
} from './a-case.ts'
import type { TaskClock } from './case-file.ts'
import { addToCircle, endInCircle, handOverCase } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import { readCase } from './read-case.ts'
import { readDay, type Span, spans } from './read-day.ts'
import { remindOwners } from './remind-owners.ts'
import type { DayPlace } from './store-tasks.ts'
import { addTask, endTask, endTasksFrom, moveTask } from './tasks.ts'

let house: TestHouse
let desk: CaseDesk

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const identity = () => aPupil({ name: newId(), number: '' })

/** A school of its own for each test, so that a day holds only what the test put there. */
async function aDayAtSchool() {
  const people = await aSchool(house)
  const { careCoordinator, mentor } = people
  const caseId = await aCase(house, desk, careCoordinator, {
    identity: identity(),
    circle: [mentor],
  })
  const give = (owner: PersonActor, dueOn: string, clock: TaskClock = 'agreement', more = {}) =>
    does(careCoordinator, (work) =>
      addTask(work, desk, caseId, {
        title: `${clock} ${dueOn}`,
        ownerId: owner.personId,
        dueOn,
        clock,
        ...more,
      }),
    )
  return { ...people, caseId, give }
}

const titlesOf = async (actor: PersonActor, span: Span): Promise<string[]> => {
  const day = await does(actor, (work) => readDay(work, desk, { span }))
  return day.parts.flatMap(({ lines }) => lines.map(({ title }) => title))
}

// Monday 23 November 2026.
test('a day is ordered by kind of term and then by date, with what is late in today', async () => {
  const { careCoordinator, mentor, give } = await aDayAtSchool()
  for (const [clock, due] of [
    ['agreement', '2026-11-23'],
    ['law', '2026-11-23'],
    ['agreement', '2026-11-02'],
    ['protocol', '2026-11-20'],
    ['law', '2026-11-10'],
    ['law', '2026-11-24'],
    ['agreement', '2026-11-29'],
    ['protocol', '2026-11-30'],
  ] as const) {
    await give(mentor, due, clock)
  }
  for (const actor of [careCoordinator, mentor]) {
    assert.deepEqual(await titlesOf(actor, 'today'), [
      'law 2026-11-10',
      'law 2026-11-23',
      'protocol 2026-11-20',
      'agreement 2026-11-02',
      'agreement 2026-11-23',
    ])
    assert.deepEqual(await titlesOf(actor, 'week'), ['law 2026-11-24', 'agreement 2026-11-29'])
    assert.deepEqual(await titlesOf(actor, 'later'), ['protocol 2026-11-30'])
  }
})

test('a day holds one’s own tasks and those of the cases one coordinates, and nobody else’s', async () => {
  const { careCoordinator, mentor, colleague, leader, outsider, caseId, give } =
    await aDayAtSchool()
  await does(careCoordinator, (work) =>
    addToCircle(work, desk, caseId, { personId: colleague.personId, reason: 'Les.' }),
  )
  await give(mentor, '2026-11-23')
  assert.equal((await titlesOf(careCoordinator, 'today')).length, 1)
  assert.equal((await titlesOf(mentor, 'today')).length, 1)
  for (const actor of [colleague, leader, outsider]) {
    assert.deepEqual(await titlesOf(actor, 'today'), [])
  }
})

test('whoever cannot see the case any more has nothing of it in their day', async () => {
  const { careCoordinator, leader, mentor, caseId, give } = await aDayAtSchool()
  await give(mentor, '2026-11-23')
  await give(careCoordinator, '2026-11-23', 'law')
  await does(careCoordinator, (work) =>
    handOverCase(work, desk, caseId, { personId: leader.personId, reason: 'Zo.' }),
  )
  assert.deepEqual(await titlesOf(careCoordinator, 'today'), ['law 2026-11-23'])
  for (const { personId } of [careCoordinator, mentor]) {
    await does(leader, (work) => endInCircle(work, desk, caseId, { personId, reason: 'Klaar.' }))
  }
  for (const actor of [careCoordinator, mentor])
    assert.deepEqual(await titlesOf(actor, 'today'), [])
  assert.equal((await titlesOf(leader, 'today')).length, 2)
})

test('a long day is walked page by page, each task once and in order', async () => {
  const { careCoordinator, mentor, give } = await aDayAtSchool()
  const given: string[] = []
  for (let count = 0; count < 60; count += 1) {
    given.push(
      await give(count % 2 ? mentor : careCoordinator, `2026-11-${10 + (count % 3)}`, 'law'),
    )
  }
  const walked: { id: string; dueOn: string }[] = []
  let more: { clock: TaskClock; after: DayPlace } | undefined
  do {
    const { parts } = await does(careCoordinator, (work) =>
      readDay(work, desk, { span: 'today', more }),
    )
    const law = parts.find(({ clock }) => clock === 'law')
    walked.push(...(law?.lines ?? []))
    more = law?.next && { clock: 'law', after: law.next }
  } while (more)
  assert.deepEqual(walked.map(({ id }) => id).toSorted(), given.toSorted())
  const order = walked.map(({ dueOn, id }) => `${dueOn} ${id}`)
  assert.deepEqual(order, order.toSorted())
})

test('reading a day leaves one entry with how many, and no title', async () => {
  const { careCoordinator, mentor, school, give } = await aDayAtSchool()
  await give(mentor, '2026-11-23')
  const before = (await house.trailOf(school)).length
  await titlesOf(careCoordinator, 'today')
  const left = (await house.trailOf(school)).slice(before)
  assert.deepEqual(
    left.map(({ act, details }) => [act, details.count]),
    [['case.read-day', 1]],
  )
})

test('a task goes only to somebody who may see the case: not after their time, not after they left', async () => {
  const { careCoordinator, mentor, colleague, leader, school, caseId } = await aDayAtSchool()
  const gone = await house.aPerson(school, ['mentor'])
  const brief = await house.aPerson(school, ['mentor'])
  const until = house.clock().add({ hours: 1 }).toString()
  for (const [who, end] of [
    [gone, undefined],
    [brief, until],
  ] as const) {
    await does(careCoordinator, (work) =>
      addToCircle(work, desk, caseId, { personId: who.personId, reason: 'Zo.', until: end }),
    )
  }
  await becomes(house, gone, 'active = false')
  house.moveClock({ hours: 1 })
  const task = { title: 'Bel', dueOn: '2026-11-25', clock: 'agreement' } as const
  const ownerId = mentor.personId
  const id = await does(careCoordinator, (work) =>
    addTask(work, desk, caseId, { ...task, ownerId }),
  )
  for (const { personId } of [gone, brief, colleague, leader]) {
    const given = await refusalOf(house, careCoordinator, (work) =>
      addTask(work, desk, caseId, { ...task, ownerId: personId }),
    )
    assert.equal(given, 'invalid: not-in-circle')
    const moved = await refusalOf(house, careCoordinator, (work) =>
      moveTask(work, desk, { caseId, id }, { ownerId: personId, dueOn: '2026-11-26' }),
    )
    assert.equal(moved, 'invalid: not-in-circle')
  }
  const { circle } = await does(careCoordinator, (work) => readCase(work, desk, caseId))
  const here = circle.filter((one) => one.stands && one.here).map(({ personId }) => personId)
  assert.deepEqual(here.toSorted(), [careCoordinator.personId, mentor.personId].toSorted())
})

test('a task sent twice is one task and one message; nobody is told of what they give themselves', async () => {
  const { careCoordinator, mentor, caseId } = await aDayAtSchool()
  const give = (ownerId: string, key: string) =>
    does(careCoordinator, (work) =>
      addTask(
        work,
        desk,
        caseId,
        { title: 'Bel', ownerId, dueOn: '2026-11-25', clock: 'law' },
        key,
      ),
    )
  const key = newId()
  const ids = await Promise.all([give(mentor.personId, key), give(mentor.personId, key)])
  assert.equal(ids[0], ids[1])
  await give(careCoordinator.personId, newId())
  assert.deepEqual(await toldOf(house, caseId, 'task-given'), [mentor.personId])
})

test('only its owner and the coordinator end a task, and only the coordinator moves it', async () => {
  const { careCoordinator, mentor, colleague, caseId, give } = await aDayAtSchool()
  await does(careCoordinator, (work) =>
    addToCircle(work, desk, caseId, { personId: colleague.personId, reason: 'Les.' }),
  )
  const id = await give(mentor, '2026-11-25')
  const where = { caseId, id }
  const ended = await refusalOf(house, colleague, (work) =>
    endTask(work, desk, where, { how: 'done', words: '' }),
  )
  assert.equal(ended, 'not-allowed: not-your-task')
  const move = { ownerId: mentor.personId, dueOn: '2026-11-26' }
  const moved = await refusalOf(house, mentor, (work) => moveTask(work, desk, where, move))
  assert.equal(moved, 'not-allowed: only-the-coordinator')
  const placed = await does(careCoordinator, (work) =>
    addTask(work, desk, caseId, {
      title: 'Bel',
      ownerId: mentor.personId,
      dueOn: '2026-11-25',
      clock: 'protocol',
      place: '/casussen',
    }),
  )
  const byHand = await refusalOf(house, mentor, (work) =>
    endTask(work, desk, { caseId, id: placed }, { how: 'done', words: '' }),
  )
  assert.equal(byHand, 'conflict: ends-at-its-place')
  const silent = await refusalOf(house, mentor, (work) =>
    endTask(work, desk, where, { how: 'dropped', words: '  ' }),
  )
  assert.equal(silent, 'invalid: words-missing')
  await does(mentor, (work) => endTask(work, desk, where, { how: 'done', words: 'Gebeld.' }))
  const { line } = await does(mentor, (work) => readCase(work, desk, caseId))
  const [event] = line.items.filter((one) => one.kind === 'event' && one.event === 'task-done')
  assert.equal(event?.words?.text, 'agreement 2026-11-25\n\nGebeld.')
})

test('a task that two people end at once is ended once, and the other words are not thrown away', async () => {
  const { careCoordinator, mentor, school, caseId, give } = await aDayAtSchool()
  const where = { caseId, id: await give(mentor, '2026-11-25') }
  const finish = (who: PersonActor, words: string) =>
    refusalOf(house, who, (work) => endTask(work, desk, where, { how: 'done', words }))
  assert.match(await finish(mentor, 'Gebeld.'), /^no refusal/)
  assert.match(await finish(mentor, 'Gebeld.'), /^no refusal/)
  assert.match(await finish(careCoordinator, ''), /^no refusal/)
  assert.equal(await finish(careCoordinator, 'Zij belde terug.'), 'conflict: task-is-ended')
  const acts = (await actsOn(house, school, caseId)).filter((act) => act.includes('task-done'))
  assert.deepEqual(acts, ['case.task-done', 'case.task-done-again', 'case.task-done-again'])
})

test('another capability ends the open tasks that came from its record, and no others', async () => {
  const { careCoordinator, mentor, caseId, give } = await aDayAtSchool()
  const from = { capability: 'protocols', id: newId() } as const
  await give(mentor, '2026-11-23', 'protocol', { from })
  await give(mentor, '2026-11-23', 'law', { from: { ...from, capability: 'support' } })
  await give(mentor, '2026-11-23')
  await does(careCoordinator, (work) => {
    work.audit({ act: 'protocol.done', subject: caseId })
    return endTasksFrom(work, from, 'done')
  })
  assert.deepEqual(await titlesOf(mentor, 'today'), ['law 2026-11-23', 'agreement 2026-11-23'])
})

/** The reminders of one organisation, as the job does them. */
const remind = (organisationId: string) =>
  house.inTransaction(
    { kind: 'system', name: 'reminders', organisationId },
    'follow-up-cases',
    (work) => remindOwners(work, tell),
  )

const remindedOf = async (organisationId: string) => {
  const { rows } = await house.pool.query(
    `select recipient_id as person, reference from outbox
     where organisation_id = $1 and template = 'task-due' order by id`,
    [organisationId],
  )
  return rows
}

test('an owner is reminded once, when it is due, of how many tasks there may be in one message', async () => {
  const { careCoordinator, mentor, school, caseId, give } = await aDayAtSchool()
  await give(mentor, '2026-11-23')
  await give(mentor, '2026-11-20')
  await give(mentor, '2026-11-24')
  await remind(school)
  await remind(school)
  const { head } = await does(careCoordinator, (work) => readCase(work, desk, caseId))
  assert.deepEqual(await remindedOf(school), [{ person: mentor.personId, reference: head.code }])
})

test('two servers that remind at the same moment remind once', async () => {
  const { mentor, school, give } = await aDayAtSchool()
  for (let count = 0; count < 5; count += 1) await give(mentor, '2026-11-23')
  await Promise.all([remind(school), remind(school), remind(school)])
  await remind(school)
  const claimed = (await house.trailOf(school)).filter(({ act }) => act === 'case.remind')
  assert.equal(
    claimed.reduce((sum, { details }) => sum + Number(details.count), 0),
    5,
  )
})

test('of a task whose owner left, or whose time ran out, its coordinator hears; of what was ended nobody', async () => {
  const { careCoordinator, mentor, colleague, school, caseId, give } = await aDayAtSchool()
  const until = house.clock().add({ hours: 1 }).toString()
  await does(careCoordinator, (work) =>
    addToCircle(work, desk, caseId, { personId: colleague.personId, reason: 'Les.', until }),
  )
  await give(colleague, '2026-11-23')
  await give(mentor, '2026-11-23')
  const id = await give(careCoordinator, '2026-11-23')
  await does(careCoordinator, (work) =>
    endTask(work, desk, { caseId, id }, { how: 'done', words: '' }),
  )
  await becomes(house, mentor, 'active = false')
  house.moveClock({ hours: 1 })
  await remind(school)
  const { head } = await does(careCoordinator, (work) => readCase(work, desk, caseId))
  assert.deepEqual(await remindedOf(school), [
    { person: careCoordinator.personId, reference: head.code },
  ])
  for (const span of spans) assert.deepEqual(await titlesOf(colleague, span), [])
})

test('a task that was moved to a later day is reminded of again then', async () => {
  const { careCoordinator, mentor, school, caseId, give } = await aDayAtSchool()
  const id = await give(mentor, '2026-11-23')
  await remind(school)
  const later = { ownerId: mentor.personId, dueOn: '2026-11-25' }
  await does(careCoordinator, (work) => moveTask(work, desk, { caseId, id }, later))
  await remind(school)
  assert.equal((await remindedOf(school)).length, 1)
  house.moveClock({ hours: 48 })
  await remind(school)
  assert.equal((await remindedOf(school)).length, 2)
})
