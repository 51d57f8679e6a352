import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSignal } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aCase, aDesk, aPupil, becomes, doing } from './a-case.ts'
import type { CaseDesk } from './desk.ts'
import { countCasesLeft } from './left-behind.ts'
import { readCases } from './list-cases.ts'

// An administrator who does not exist stops the access of a coordinator who does not exist either.

let app: TestApp
let desk: CaseDesk
before(async () => {
  app = await anApp()
  desk = aDesk(app.house)
})
after(() => app.close())

async function aSchoolWith(...others: Parameters<TestApp['house']['aPerson']>[1][]) {
  const { house } = app
  const school = await house.anOrganisation()
  const leaving = await house.aPerson(school, ['care-coordinator'], 'Zoë Voorbeeld')
  const mentor = await house.aPerson(school, ['mentor'])
  const rest = await Promise.all(others.map((roles) => house.aPerson(school, roles)))
  const visitor = await app.signedIn(await house.aPerson(school, ['administrator']))
  const aFile = (circle: readonly PersonActor[] = [mentor], by = leaving) =>
    aCase(house, desk, by, { identity: aPupil({ name: newId(), number: '' }), circle })
  const path = `/organisatie/mensen/${leaving.personId}`
  return { school, leaving, mentor, rest, visitor, aFile, path }
}

const leftFor = async ({ personId }: PersonActor): Promise<number> => {
  const { rowCount } = await app.house.pool.query(
    `select 1 from outbox where recipient_id = $1 and template = 'case-left'`,
    [personId],
  )
  return rowCount ?? 0
}

test('whoever stops access hears first how many cases and signals hang on it, and nothing has changed yet', async () => {
  const { leaving, mentor, rest, visitor, aFile, path } = await aSchoolWith(
    ['care-coordinator'],
    ['school-leader'],
  )
  await aFile()
  await aFile()
  const stop = `${path}/stoppen`
  assert.match((await visitor.post(stop)).body, /zijn nu 2 open casussen die een ander/)
  assert.match((await visitor.post(`/en${stop}`)).body, /are now 2 open cases that somebody else/)
  const one = { readers: 'one-colleague', readerId: leaving.personId } as const
  await aSignal(app.house, desk.recording, mentor, one)
  const both = await visitor.post(stop)
  assert.match(both.body, /zijn nu 1 open signaal en 2 open casussen die een ander/)
  assert.match(both.body, /in de wachtrij/)
  assert.match(both.body, /uit de kring overnemen/)
  assert.deepEqual(await Promise.all(rest.map(leftFor)), [0, 0])
  assert.equal((await visitor.post(stop, { confirmed: 'yes' })).status, 303)
  // Nobody of the circles follows up: the care coordinator comes first.
  assert.deepEqual(await Promise.all(rest.map(leftFor)), [2, 0])
})

test('somebody of the circle who follows up is told, and not whoever does not see the case', async () => {
  const { rest, visitor, aFile, path } = await aSchoolWith(['care-coordinator'], ['school-leader'])
  const [care, leader] = rest as [PersonActor, PersonActor]
  const id = await aFile([leader])
  assert.match((await visitor.post(`${path}/stoppen`)).body, /is nu 1 open casus die een ander/)
  await visitor.post(`${path}/stoppen`, { confirmed: 'yes' })
  assert.deepEqual(await Promise.all(rest.map(leftFor)), [0, 1])
  const listed = async (who: PersonActor) =>
    (await doing(app.house)(who, (work) => readCases(work, desk, { open: true }))).forsaken.map(
      (one) => one.id,
    )
  assert.deepEqual([await listed(care), await listed(leader)], [[], [id]])
})

test('taking the role away warns as well, and keeping a role that follows up does not', async () => {
  const { rest, visitor, aFile, path } = await aSchoolWith(['safety-coordinator'])
  await aFile()
  assert.equal((await visitor.post(path, { roles: ['school-leader', 'teacher'] })).status, 303)
  assert.match((await visitor.post(path, { roles: ['teacher'] })).body, /is nu 1 open casus/)
  const sent = await visitor.post(path, { roles: ['teacher'], confirmed: 'yes' })
  assert.equal(sent.status, 303)
  assert.deepEqual(await Promise.all(rest.map(leftFor)), [1])
})

test('when nobody at all would be left, the warning says so', async () => {
  const { visitor, aFile, path } = await aSchoolWith()
  await aFile()
  assert.match((await visitor.post(`${path}/stoppen`)).body, /van 1 casus kan daarna niemand/)
  const english = await visitor.post(`/en${path}/stoppen`)
  assert.match(english.body, /nobody here can see 1 case\b/)
})

test('whoever was the last who could go on with a case of somebody who is gone leaves it behind as well', async () => {
  const { leaving, mentor, rest, visitor, aFile, path } = await aSchoolWith(
    ['school-leader'],
    ['care-coordinator'],
  )
  const [leader, care] = rest as [PersonActor, PersonActor]
  await aFile([leaving, mentor], leader)
  assert.equal((await visitor.post(path, { roles: ['care-coordinator'] })).status, 303)
  await becomes(app.house, leader, 'active = false')
  assert.match((await visitor.post(`${path}/stoppen`)).body, /is nu 1 open casus/)
  await visitor.post(`${path}/stoppen`, { confirmed: 'yes' })
  assert.equal(await leftFor(care), 1)
  // A mentor of that circle could not go on with it: it does not hang on them.
  const { personId } = mentor
  const count = await doing(app.house)(mentor, (work) => {
    work.audit({ act: 'case.count' })
    return countCasesLeft(work, { personId, roles: [] })
  })
  assert.deepEqual(count, { count: 0, withNobody: 0 })
})

test('whoever leaves no case behind leaves without a warning; a closed case is none', async () => {
  const { mentor, leaving, visitor, aFile, path } = await aSchoolWith(['school-leader'])
  const id = await aFile()
  const closing = await (await app.signedIn(leaving)).post(`/casussen/${id}/afronden`, {
    outcome: 'explained',
    words: 'Klaar.',
    told: 'Alles.',
  })
  assert.equal(closing.status, 303)
  assert.equal((await visitor.post(`${path}/stoppen`)).status, 303)
  const other = `/organisatie/mensen/${mentor.personId}/stoppen`
  assert.equal((await visitor.post(other)).status, 303)
})
