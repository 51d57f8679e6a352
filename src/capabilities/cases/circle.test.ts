import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, aDesk, aFact, aSchool, becomes, doing, refusalOf, toldOf } from './a-case.ts'
import { addToCircle, endInCircle, handOverCase } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import { closeCase, reopenCase, takeOverCase } from './end-case.ts'
import { findCase } from './find-case.ts'
import { handOverCases } from './left-behind.ts'
import { readCases } from './list-cases.ts'
import { readCase } from './read-case.ts'
import { addTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

let house: TestHouse
let desk: CaseDesk
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  people = await aSchool(house)
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const sees = async (actor: PersonActor, id: string): Promise<boolean> => {
  const answer = await refusalOf(house, actor, (work) => {
    work.audit({ act: 'case.find', subject: id })
    return findCase(work, id)
  })
  if (answer !== 'not-found: no-such-case') assert.match(answer, /^no refusal/)
  return answer !== 'not-found: no-such-case'
}
const reason = 'Ziet Noor elke dag.'
const add = (by: PersonActor, id: string, who: PersonActor, more = {}) =>
  does(by, (work) => addToCircle(work, desk, id, { personId: who.personId, reason, ...more }))
const end = (by: PersonActor, id: string, who: PersonActor, key?: string) =>
  does(by, (work) => endInCircle(work, desk, id, { personId: who.personId, reason, key }))
const inAnHour = () => house.clock().add({ hours: 1 }).toString()

test('somebody of the circle who does not coordinate cannot change it', async () => {
  const { careCoordinator, safetyCoordinator, mentor, colleague } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [safetyCoordinator, mentor] })
  for (const actor of [safetyCoordinator, mentor]) {
    for (const verb of [addToCircle, endInCircle, handOverCase]) {
      const { personId } = colleague
      const refused = await refusalOf(house, actor, (work) =>
        verb(work, desk, id, { personId, reason }),
      )
      assert.equal(refused, 'not-allowed: only-the-coordinator')
    }
  }
  assert.equal(await sees(colleague, id), false)
})

test('nobody comes in without a reason, from elsewhere, without a role for it or after they left', async () => {
  const { careCoordinator, outsider, school, mentor } = people
  const id = await aCase(house, desk, careCoordinator)
  const gone = await house.aPerson(school, ['mentor'])
  await becomes(house, gone, 'active = false')
  const administrator = await house.aPerson(school, ['administrator'])
  for (const { personId } of [outsider, gone, administrator, { personId: newId() }]) {
    const refused = await refusalOf(house, careCoordinator, (work) =>
      addToCircle(work, desk, id, { personId, reason }),
    )
    assert.equal(refused, 'invalid: no-such-colleague')
  }
  const { personId } = mentor
  const silent = await refusalOf(house, careCoordinator, (work) =>
    addToCircle(work, desk, id, { personId, reason: '  ' }),
  )
  assert.equal(silent, 'invalid: reason-missing')
})

test('a colleague who comes in hears so once, without any detail, however often the form is sent', async () => {
  const id = await aCase(house, desk, people.careCoordinator)
  const key = newId()
  const send = () => add(people.careCoordinator, id, people.mentor, { until: inAnHour(), key })
  await Promise.all([send(), send()])
  await send()
  assert.deepEqual(await toldOf(house, id, 'case-circle'), [people.mentor.personId])
  const { circle } = await does(people.mentor, (work) => readCase(work, desk, id))
  assert.equal(circle.filter((one) => one.personId === people.mentor.personId).length, 1)
})

test('access for a while ends by itself, can be given anew, and both stay to be seen', async () => {
  const { careCoordinator, mentor } = people
  const id = await aCase(house, desk, careCoordinator)
  await add(careCoordinator, id, mentor, { until: inAnHour() })
  assert.equal(await sees(mentor, id), true)
  house.moveClock({ minutes: 59, seconds: 59 })
  assert.equal(await sees(mentor, id), true)
  house.moveClock({ seconds: 1 })
  assert.equal(await sees(mentor, id), false)
  const listed = await does(mentor, (work) => readCases(work, desk, { open: true }))
  assert.equal(
    listed.lines.some((one) => one.id === id),
    false,
  )
  await add(careCoordinator, id, mentor, { until: inAnHour() })
  assert.equal(await sees(mentor, id), true)
  await add(careCoordinator, id, mentor)
  house.moveClock({ hours: 2 })
  assert.equal(await sees(mentor, id), true)
  const { circle } = await does(careCoordinator, (work) => readCase(work, desk, id))
  const theirs = circle.filter((one) => one.personId === mentor.personId)
  assert.deepEqual(
    theirs.map(({ stands }) => stands),
    [false, false, true],
  )
})

test('ending somebody’s access moves their open tasks to the coordinator, once', async () => {
  const { careCoordinator, mentor } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [mentor] })
  const ownerId = mentor.personId
  const task = { title: 'Bel de moeder', ownerId, dueOn: '2026-12-01', clock: 'agreement' } as const
  await does(careCoordinator, (work) => addTask(work, desk, id, task))
  const key = newId()
  await end(careCoordinator, id, mentor, key)
  await end(careCoordinator, id, mentor, key)
  assert.equal(await sees(mentor, id), false)
  const { tasks, line } = await does(careCoordinator, (work) => readCase(work, desk, id))
  assert.deepEqual(
    tasks.map((one) => one.ownerId),
    [careCoordinator.personId],
  )
  const ended = line.items.filter((one) => one.kind === 'event' && one.event === 'circle-ended')
  assert.equal(ended.length, 1)
  assert.equal(ended[0]?.words?.text, reason)
})

test('the coordinator stays in the circle until somebody else coordinates', async () => {
  const { careCoordinator } = people
  const id = await aCase(house, desk, careCoordinator)
  const { personId } = careCoordinator
  const refused = await refusalOf(house, careCoordinator, (work) =>
    endInCircle(work, desk, id, { personId, reason }),
  )
  assert.equal(refused, 'conflict: coordinator-stays')
})

test('a case is handed over only to a colleague who follows up, and never to oneself', async () => {
  const { careCoordinator, mentor, outsider } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [mentor] })
  for (const { personId } of [mentor, outsider, careCoordinator]) {
    const refused = await refusalOf(house, careCoordinator, (work) =>
      handOverCase(work, desk, id, { personId, reason }),
    )
    assert.equal(refused, 'invalid: no-such-colleague')
  }
})

test('handing over gives the coordinating and its tasks, keeps the old one in, and counts once', async () => {
  const { careCoordinator, leader, mentor } = people
  const id = await aCase(house, desk, careCoordinator, { circle: [mentor] })
  await add(careCoordinator, id, leader, { until: inAnHour() })
  const ownerId = mentor.personId
  const task = { title: 'Bel', ownerId, dueOn: '2026-12-01', clock: 'agreement' } as const
  await does(careCoordinator, (work) => addTask(work, desk, id, task))
  const key = newId()
  const give = () =>
    does(careCoordinator, (work) =>
      handOverCase(work, desk, id, { personId: leader.personId, reason, key }),
    )
  await Promise.all([give(), give()])
  await give()
  const head = await does(leader, (work) => {
    work.audit({ act: 'case.find', subject: id })
    return findCase(work, id)
  })
  assert.deepEqual([head.isCoordinator, head.coordinatorId], [true, leader.personId])
  house.moveClock({ hours: 2 })
  assert.equal(await sees(leader, id), true, 'whoever coordinates has access without an end')
  assert.equal(await sees(careCoordinator, id), true)
  assert.deepEqual(await toldOf(house, id, 'case-handed-over'), [leader.personId])
  const { rows } = await house.pool.query(
    'select coordinator_id, owner_id from case_task where case_id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ coordinator_id: leader.personId, owner_id: mentor.personId }])
})

/** A school of its own, so that whoever leaves leaves only this test. */
async function aSchoolWith(...roles: Parameters<TestHouse['aPerson']>[1][]) {
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'])
  const coordinator = await house.aPerson(school, ['care-coordinator'])
  const others = await Promise.all(roles.map((role) => house.aPerson(school, role)))
  const administrator = await house.aPerson(school, ['administrator'])
  return { mentor, coordinator, others, administrator }
}

test('nobody takes over as long as the coordinator follows up, and two who take over at once are one', async () => {
  const { coordinator, others } = await aSchoolWith(['safety-coordinator'], ['school-leader'])
  const [safety, leader] = others as [PersonActor, PersonActor]
  const id = await aCase(house, desk, coordinator, { circle: [safety, leader] })
  const take = (who: PersonActor) =>
    does(who, (work) => takeOverCase(work, desk, id, { reason: 'Zij is weg.' }))
  await assert.rejects(take(safety), /coordinator-is-here/)
  await becomes(house, coordinator, "roles = '{teacher}'")
  const both = await Promise.allSettled([take(safety), take(leader)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const { rows } = await house.pool.query(
    "select 1 from case_entry where case_id = $1 and event = 'taken-over'",
    [id],
  )
  assert.equal(rows.length, 1)
})

test('a mentor of the circle takes nothing over', async () => {
  const { coordinator, mentor } = await aSchoolWith()
  const id = await aCase(house, desk, coordinator, { circle: [mentor] })
  await becomes(house, coordinator, 'active = false')
  const refused = await refusalOf(house, mentor, (work) => takeOverCase(work, desk, id, { reason }))
  assert.equal(refused, 'not-allowed: coordinator-is-here')
  assert.equal(await sees(mentor, id), true)
})

const forsakenOf = async (who: PersonActor): Promise<string[]> =>
  (await does(who, (work) => readCases(work, desk, { open: true }))).forsaken.map(({ id }) => id)

for (const [told, tiers] of [
  ['the care coordinators', [['care-coordinator'], ['safety-coordinator'], ['school-leader']]],
  ['the safety coordinator', [['safety-coordinator'], ['school-leader']]],
  ['the school leader', [['school-leader'], ['teacher']]],
] as const) {
  test(`a case of which nobody of the circle follows up any more is seen by ${told}, and by nobody else`, async () => {
    const { coordinator, mentor, others } = await aSchoolWith(...tiers)
    const [first, ...rest] = others as [PersonActor, ...PersonActor[]]
    const id = await aCase(house, desk, coordinator, { circle: [mentor] })
    for (const one of others) assert.equal(await sees(one, id), false)
    await becomes(house, coordinator, 'active = false')
    assert.equal(await sees(first, id), true)
    assert.deepEqual(await forsakenOf(first), [id])
    for (const one of rest) {
      assert.equal(await sees(one, id), false)
      assert.deepEqual(await forsakenOf(one), [])
    }
    assert.equal(await sees(mentor, id), true)
    assert.equal(await sees(people.outsider, id), false)
    await does(first, (work) => takeOverCase(work, desk, id, { reason: 'Zij is weg.' }))
    await does(first, (work) => writeEntry(work, desk, id, aFact()))
    assert.deepEqual(await forsakenOf(first), [])
  })
}

test('when the last access of somebody who follows up runs out, others come to see the case', async () => {
  const { coordinator, others } = await aSchoolWith(['care-coordinator'], ['school-leader'])
  const [care, leader] = others as [PersonActor, PersonActor]
  const id = await aCase(house, desk, coordinator)
  await add(coordinator, id, leader, { until: inAnHour() })
  await becomes(house, coordinator, "roles = '{mentor}'")
  assert.deepEqual([await sees(care, id), await sees(leader, id)], [false, true])
  house.moveClock({ hours: 1 })
  assert.deepEqual([await sees(care, id), await sees(leader, id)], [true, false])
})

test('a closed case opens to nobody else, and somebody of its circle who follows up can open it again', async () => {
  const { coordinator, others } = await aSchoolWith(['care-coordinator'], ['school-leader'])
  const [care, leader] = others as [PersonActor, PersonActor]
  const id = await aCase(house, desk, coordinator)
  await add(coordinator, id, leader, { until: house.clock().add({ hours: 9 }).toString() })
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
  await does(coordinator, (work) => closeCase(work, desk, id, ending))
  await becomes(house, coordinator, 'active = false')
  assert.equal(await sees(care, id), false)
  await does(leader, (work) => takeOverCase(work, desk, id, { reason: 'Zij is weg.' }))
  const closed = await does(leader, (work) => readCases(work, desk, { open: false }))
  assert.ok(closed.lines.some((one) => one.id === id))
  await does(leader, (work) => reopenCase(work, desk, id, { reason: 'Toch weer.' }))
  const open = await does(leader, (work) => readCases(work, desk, { open: true }))
  assert.ok(open.lines.some((one) => one.id === id))
})

test('whatever is done with a circle, at each moment exactly those read the case whom the rules give it to', async () => {
  const { mentor, coordinator, others, administrator } = await aSchoolWith(
    ['safety-coordinator'],
    ['school-leader'],
    ['teacher'],
  )
  const everybody = [coordinator, mentor, ...others]
  const follows = (who: PersonActor) =>
    !who.roles.some((role) => ['mentor', 'teacher'].includes(role))
  const person = fc.constantFrom(...everybody)
  const act = fc.oneof(
    fc.record({
      act: fc.constant('add'),
      who: person,
      hours: fc.option(fc.integer({ min: 1, max: 4 })),
    }),
    fc.record({ act: fc.constantFrom('end', 'hand-over', 'take-over'), who: person }),
    fc.record({ act: fc.constant('wait'), hours: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ act: fc.constantFrom('leave', 'return', 'leave-and-return'), who: person }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      for (const one of everybody) await becomes(house, one, 'active = true')
      const id = await aCase(house, desk, coordinator)
      let now = 0
      const model = {
        by: coordinator,
        until: new Map([[coordinator, Infinity]]),
        gone: new Set<PersonActor>(),
      }
      const inCircle = (who: PersonActor) => (model.until.get(who) ?? 0) > now
      const here = (who: PersonActor) => follows(who) && !model.gone.has(who)
      const coordinates = (who: PersonActor) => who === model.by && inCircle(who)
      const forsaken = () => !everybody.some((one) => inCircle(one) && here(one))
      const tiers = [[coordinator], [others[0]], [others[1]]] as PersonActor[][]
      const next = () => tiers.find((tier) => tier.some(here)) ?? []
      const reads = (who: PersonActor) => inCircle(who) || (forsaken() && next().includes(who))
      const attempt = async (by: PersonActor, verb: Parameters<typeof refusalOf>[2]) =>
        (await refusalOf(house, by, verb)).startsWith('no refusal')
      const leave = async (who: PersonActor) => {
        const leaving = { personId: who.personId, roles: [] }
        if (inCircle(who)) model.until.delete(who)
        model.gone.add(who)
        await does(administrator, async (work) => {
          work.audit({ act: 'identity.deactivate', subject: who.personId })
          await handOverCases(work, desk, leaving)
        })
        await becomes(house, who, 'active = false')
      }
      const comeBack = async (who: PersonActor) => {
        model.gone.delete(who)
        await becomes(house, who, 'active = true')
      }
      for (const one of acts) {
        if ('who' in one && ['leave', 'return', 'leave-and-return'].includes(one.act)) {
          if (one.act !== 'return') await leave(one.who)
          if (one.act !== 'leave') await comeBack(one.who)
        } else if (one.act === 'wait' && 'hours' in one) {
          now += one.hours ?? 0
          house.moveClock({ hours: one.hours ?? 0 })
        } else if ('who' in one) {
          const { who } = one
          const personId = who.personId
          // Whoever acts is at work: an act of somebody who left never comes so far.
          if (model.gone.has(model.by) && one.act !== 'take-over') continue
          if (one.act === 'add' && 'hours' in one) {
            const until = one.hours ? house.clock().add({ hours: one.hours }).toString() : undefined
            const done = await attempt(model.by, (work) =>
              addToCircle(work, desk, id, { personId, reason, until }),
            )
            assert.equal(done, coordinates(model.by) && !model.gone.has(who))
            if (done && model.until.get(who) !== Infinity) {
              model.until.set(who, one.hours ? now + one.hours : Infinity)
            }
          } else if (one.act === 'end') {
            const done = await attempt(model.by, (work) =>
              endInCircle(work, desk, id, { personId, reason }),
            )
            const there = who !== model.by && model.until.has(who)
            assert.equal(done, coordinates(model.by) && there)
            if (done) model.until.delete(who)
          } else if (one.act === 'hand-over') {
            const done = await attempt(model.by, (work) =>
              handOverCase(work, desk, id, { personId, reason }),
            )
            assert.equal(done, coordinates(model.by) && who !== model.by && here(who))
            if (done) {
              model.by = who
              model.until.set(who, Infinity)
            }
          } else if (!model.gone.has(who)) {
            const left = !here(model.by) || !inCircle(model.by)
            const may = reads(who) && follows(who) && (left || who === model.by)
            const done = await attempt(who, (work) => takeOverCase(work, desk, id, { reason }))
            assert.equal(done, may)
            if (done) {
              model.by = who
              model.until.set(who, Infinity)
            }
          }
        }
        for (const one of everybody) {
          if (!model.gone.has(one)) assert.equal(await sees(one, id), reads(one))
        }
      }
    }),
    { seed: 20_261_123, numRuns: 10 },
  )
  for (const one of everybody) await becomes(house, one, 'active = true')
})
