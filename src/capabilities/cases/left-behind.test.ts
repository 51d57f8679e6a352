import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSignal } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aCase, aDesk, aPupil, becomes, doing } from './a-case.ts'
import type { CaseDesk } from './desk.ts'
import { closeCase } from './end-case.ts'
import { countCasesLeft } from './left-behind.ts'
import { readCases } from './list-cases.ts'
import { readCase } from './read-case.ts'
import { addTask } from './tasks.ts'

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

/** Stopped and let in again by the administrator, with the roles of before. */
async function leavesAndReturns(visitor: Visitor, { personId }: PersonActor) {
  const path = `/organisatie/mensen/${personId}`
  assert.equal((await visitor.post(`${path}/stoppen`, { confirmed: 'yes' })).status, 303)
  assert.equal((await visitor.post(`${path}/hervatten`)).status, 303)
}

const forsakenFor = async (who: PersonActor): Promise<string[]> =>
  (await doing(app.house)(who, (work) => readCases(work, desk, { open: true }))).forsaken.map(
    (one) => one.id,
  )

test('a place in a circle does not come back to life with somebody’s access, and the circle says why it ended', async () => {
  const { school, leaving, mentor, rest, visitor, aFile } = await aSchoolWith(['school-leader'])
  const [leader] = rest as [PersonActor]
  const id = await aFile([mentor, leader])
  const closed = await aFile([mentor])
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
  await doing(app.house)(leaving, (work) => closeCase(work, desk, closed, ending))
  await doing(app.house)(leaving, (work) =>
    addTask(work, desk, id, {
      title: 'Bel de moeder',
      ownerId: mentor.personId,
      dueOn: '2026-11-24',
      clock: 'agreement',
    }),
  )
  for (const one of [mentor, leaving]) {
    await leavesAndReturns(visitor, one)
    const back = await app.signedIn(one)
    for (const file of [id, closed]) {
      assert.equal((await back.get(`/casussen/${file}`)).status, 404)
      assert.equal((await back.get(`/casussen/${file}/kring`)).status, 404)
    }
    assert.doesNotMatch((await back.get('/casussen')).body, new RegExp(`${id}|${closed}`))
    assert.doesNotMatch((await back.get('/vandaag')).body, /Bel de moeder/)
  }
  const left = (await app.house.trailOf(school)).filter(({ act }) => act === 'case.leave-circle')
  assert.deepEqual(
    left.map(({ subject, details }) => [subject, details.person]).toSorted(),
    [
      [id, mentor.personId],
      [closed, mentor.personId],
      [id, leaving.personId],
      [closed, leaving.personId],
    ].toSorted(),
  )
  const goesOn = await app.signedIn(leader)
  const circle = await goesOn.get(`/casussen/${id}/kring`)
  assert.equal(circle.body.match(/Werkte hier niet meer met jongeren/g)?.length, 2)
  assert.match(circle.body, /Zoë Voorbeeld was coördinator en zit niet meer in de kring/)
  assert.match((await goesOn.get(`/casussen/${id}`)).body, /zit niet meer in de kring/)
  const english = await goesOn.get(`/en/casussen/${id}/kring`)
  assert.match(english.body, /Did not work with young people here any more/)
  const taken = await goesOn.post(`/casussen/${id}/overnemen`, { reason: 'Zij was weg.' })
  assert.equal(taken.status, 303)
  const { tasks } = await doing(app.house)(leader, (work) => readCase(work, desk, id))
  assert.deepEqual(
    tasks.map((one) => one.ownerId),
    [leader.personId],
  )
  const again = { colleague: leaving.personId, reason: 'Kent Noor nog.' }
  assert.equal((await goesOn.post(`/casussen/${id}/kring/nieuw`, again)).status, 303)
  assert.equal((await (await app.signedIn(leaving)).get(`/casussen/${id}`)).status, 200)
})

test('a case of which the whole circle left is with those who come next, and with nobody just for coming back', async () => {
  const { leaving, mentor, rest, visitor, aFile } = await aSchoolWith(
    ['care-coordinator'],
    ['school-leader'],
  )
  const [care, leader] = rest as [PersonActor, PersonActor]
  const id = await aFile([mentor])
  for (const one of [mentor, leaving]) await leavesAndReturns(visitor, one)
  assert.deepEqual(await Promise.all([care, leader, mentor].map(forsakenFor)), [[id], [], []])
  // Whoever coordinated it is one of those who come next, and begins as they do: by taking it over.
  assert.deepEqual(await forsakenFor(leaving), [id])
  const back = await app.signedIn(leaving)
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' }
  assert.equal((await back.post(`/casussen/${id}/afronden`, ending)).status, 403)
  assert.equal((await back.post(`/casussen/${id}/overnemen`, { reason: 'Terug.' })).status, 303)
  assert.equal((await back.post(`/casussen/${id}/afronden`, ending)).status, 303)
  assert.deepEqual(await Promise.all([care, leaving].map(forsakenFor)), [[], []])
})

test('a role that works with pupils keeps the places, and without one they end', async () => {
  const { mentor, rest, visitor, aFile } = await aSchoolWith(['school-leader'])
  const id = await aFile([mentor, ...rest])
  const path = `/organisatie/mensen/${mentor.personId}`
  const become = async (roles: string[]) => {
    assert.equal((await visitor.post(path, { roles, confirmed: 'yes' })).status, 303)
    const now = await app.signedIn({ ...mentor, roles: roles as PersonActor['roles'] })
    return (await now.get(`/casussen/${id}`)).status
  }
  assert.equal(await become(['teacher']), 200)
  assert.equal(await become(['privacy-officer']), 403)
  assert.equal(await become(['mentor']), 404)
})
