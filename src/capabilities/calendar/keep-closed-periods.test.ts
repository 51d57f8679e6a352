import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { calendarReader } from './index.ts'
import { addClosedPeriod, readClosedPeriods, removeClosedPeriod } from './keep-closed-periods.ts'

let house: TestHouse
let coordinator: PersonActor
let teacher: PersonActor
let elsewhere: PersonActor
const schoolCalendar = calendarReader(readConfig({}).knowledgeFolder)

before(async () => {
  house = await aHouse()
  const school = await house.anOrganisation()
  coordinator = await house.aPerson(school, ['care-coordinator'])
  teacher = await house.aPerson(school, ['teacher', 'mentor', 'privacy-officer'])
  const other = await house.anOrganisation('secondary-school', 'De Andere School (verzonnen)')
  elsewhere = await house.aPerson(other, ['administrator'])
})
after(() => house.close())

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  house.inTransaction(actor, 'manage-organisation', verb)
const spring = (id = newId()) => ({
  id,
  name: 'Voorjaarsvakantie',
  from: '2027-02-20',
  until: '2027-02-28',
})
const rows = async () =>
  (await house.pool.query('select * from closed_period order by id')).rows as { id: string }[]
const acts = async (id: string) =>
  (await house.trailOf(coordinator.organisationId))
    .filter(({ subject }) => subject === id)
    .map(({ act }) => act)

test('who keeps no calendar finds no such page, and nothing changes', async () => {
  const there = spring()
  await does(coordinator, (work) => addClosedPeriod(work, there))
  const before = await rows()
  for (const verb of [
    readClosedPeriods,
    (work: Work) => addClosedPeriod(work, { ...spring(), from: '2027-03-01', until: '2027-03-01' }),
    (work: Work) => removeClosedPeriod(work, there.id),
  ]) {
    await assert.rejects(does<unknown>(teacher, verb), { kind: 'not-found' })
  }
  assert.deepEqual(await rows(), before)
  await does(coordinator, (work) => removeClosedPeriod(work, there.id))
})

test('another school sees, uses and removes nothing of it', async () => {
  const period = spring()
  await does(coordinator, (work) => addClosedPeriod(work, period))
  await does(elsewhere, (work) => removeClosedPeriod(work, period.id))
  assert.deepEqual(await does(elsewhere, readClosedPeriods), [])
  const day = Temporal.PlainDate.from('2027-02-19')
  const next = (actor: PersonActor) =>
    does(actor, async (work) => {
      work.audit({ act: 'test.count' })
      return (await schoolCalendar(work)).addSchoolDays(day, 1).toString()
    })
  assert.equal(await next(elsewhere), '2027-02-22')
  assert.equal(await next(coordinator), '2027-03-01')
  await does(coordinator, (work) => removeClosedPeriod(work, period.id))
  assert.equal(await next(coordinator), '2027-02-22')
})

test('the same form sent twice counts once, and both are in the trail', async () => {
  const period = spring()
  for (let sent = 0; sent < 2; sent += 1) {
    assert.deepEqual(await does(coordinator, (work) => addClosedPeriod(work, period)), { ok: true })
  }
  assert.equal((await rows()).length, 1)
  for (let sent = 0; sent < 2; sent += 1) {
    await does(coordinator, (work) => removeClosedPeriod(work, period.id))
  }
  assert.deepEqual(await rows(), [])
  assert.deepEqual(await acts(period.id), [
    'calendar.closed-period-add',
    'calendar.closed-period-add-again',
    'calendar.closed-period-remove',
    'calendar.closed-period-remove-again',
  ])
})

test('what cannot stand beside what is there is told, not written', async () => {
  const period = spring()
  await does(coordinator, (work) => addClosedPeriod(work, period))
  const added = await does(coordinator, (work) => addClosedPeriod(work, spring()))
  assert.deepEqual(added, { ok: false, field: 'from', because: 'overlaps' })
  assert.equal((await rows()).length, 1)
  await does(coordinator, (work) => removeClosedPeriod(work, period.id))
})

test('the trail holds no name of a period', async () => {
  const trail = JSON.stringify(await house.trailOf(coordinator.organisationId))
  assert.ok(trail.includes('calendar.closed-period-add'))
  assert.ok(!trail.includes('Voorjaar'))
})
