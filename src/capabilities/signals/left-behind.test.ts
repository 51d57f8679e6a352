import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aRecording, aSignal } from './a-recording.ts'

// An administrator who does not exist stops the access of a colleague who does not exist either.

let app: TestApp
before(async () => {
  app = await anApp()
})
after(() => app.close())

async function aSchoolWith(...others: Parameters<TestApp['house']['aPerson']>[1][]) {
  const { house } = app
  const school = await house.anOrganisation()
  const teacher = await house.aPerson(school, ['teacher'], 'Tess Voorbeeld')
  const leader = await house.aPerson(school, ['school-leader'], 'Daan Voorbeeld')
  const administrator = await house.aPerson(school, ['administrator'], 'Anja Voorbeeld')
  const rest = await Promise.all(others.map((roles) => house.aPerson(school, roles)))
  const forLeader = () =>
    aSignal(house, aRecording(house), teacher, {
      readers: 'one-colleague',
      readerId: leader.personId,
    })
  const visitor = await app.signedIn(administrator)
  return { teacher, leader, rest, forLeader, visitor }
}

const isActive = async ({ personId }: PersonActor): Promise<boolean> => {
  const { rows } = await app.house.pool.query(
    'select active from membership where person_id = $1',
    [personId],
  )
  return rows[0].active
}

const newsFor = async ({ personId }: PersonActor): Promise<number> => {
  const { rowCount } = await app.house.pool.query(
    `select 1 from outbox where recipient_id = $1 and template = 'new-signal'`,
    [personId],
  )
  return rowCount ?? 0
}

test('a colleague can be invited with two roles, and both stand in the trail', async () => {
  const { teacher, visitor } = await aSchoolWith()
  const fields = { name: 'Nieuwe Verzonnen', roles: ['teacher', 'mentor'] }
  assert.equal((await visitor.post('/organisatie/mensen/uitnodigen', fields)).status, 200)
  const trail = await app.house.trailOf(teacher.organisationId)
  assert.equal(trail.at(-1)?.details.roles, 'teacher,mentor')
})

test('whoever stops access hears first how many open signals hang on it, and nothing has changed yet', async () => {
  const { leader, rest, forLeader, visitor } = await aSchoolWith(['care-coordinator'], ['mentor'])
  await forLeader()
  await forLeader()
  const path = `/organisatie/mensen/${leader.personId}`
  for (const language of ['', '/en']) {
    const warned = await visitor.post(`${language}${path}/stoppen`)
    assert.match(warned.body, language ? /are now 2 open signals/ : /zijn nu 2 open signalen/)
  }
  assert.equal(await isActive(leader), true)
  assert.equal((await visitor.post(`${path}/stoppen`, { confirmed: 'yes' })).status, 303)
  assert.equal(await isActive(leader), false)
  assert.deepEqual(await Promise.all(rest.map(newsFor)), [2, 0])
})

test('taking the role away warns as well, and keeping a role that follows up does not', async () => {
  const { leader, rest, forLeader, visitor } = await aSchoolWith(['care-coordinator'])
  await forLeader()
  const path = `/organisatie/mensen/${leader.personId}`
  const both = { roles: ['safety-coordinator', 'teacher'] }
  const answer = await visitor.post(path, both)
  assert.equal(answer.status, 303)
  const warned = await visitor.post(path, { roles: ['teacher', 'mentor'] })
  assert.match(warned.body, /is nu 1 open signaal/)
  assert.match(warned.body, /value="mentor" checked/)
  const sent = await visitor.post(path, { roles: ['teacher', 'mentor'], confirmed: 'yes' })
  assert.equal(sent.status, 303)
  assert.deepEqual(await Promise.all(rest.map(newsFor)), [1])
})

test('when nobody at all would be left, the warning says so', async () => {
  const { leader, forLeader, visitor } = await aSchoolWith()
  await forLeader()
  const warned = await visitor.post(`/organisatie/mensen/${leader.personId}/stoppen`)
  assert.match(warned.body, /van 1 signaal kan daarna niemand/)
})

test('whoever leaves nothing behind leaves without a warning', async () => {
  const { teacher, visitor } = await aSchoolWith(['care-coordinator'])
  const { status } = await visitor.post(`/organisatie/mensen/${teacher.personId}/stoppen`)
  assert.equal(status, 303)
  assert.equal(await isActive(teacher), false)
})
