import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { visible } from '#tests/public-pages.ts'

let app: TestApp
let leader: PersonActor
let ministry: string
before(async () => {
  app = await anApp()
  leader = await app.house.aPerson(await app.house.anOrganisation(), ['school-leader'])
  ministry = await app.house.anOrganisation('ministry', 'Ministerie van Voorbeelden (verzonnen)')
})
after(() => app.close())

test('whoever does not answer for the organisation finds no page, and no switch', async () => {
  for (const role of ['teacher', 'care-coordinator', 'administrator'] as const) {
    const visitor = await app.signedIn(await app.house.aPerson(leader.organisationId, [role]))
    assert.equal((await visitor.get('/cijfers')).status, 404, role)
    for (const path of ['/cijfers/aan', '/cijfers/uit', '/cijfers/opnieuw']) {
      assert.equal((await visitor.post(path, { ministry })).status, 404, `${role} ${path}`)
    }
  }
  const staff = await app.signedIn(await app.house.aPerson(ministry, ['programme-staff']))
  assert.equal((await staff.get('/cijfers')).status, 404, 'the ministry sees nothing of it')
  assert.match((await staff.get('/kennis')).body, /href="\/kennis\/cijfers"[^>]*>Cijfers</)
})

test('a leader sees what would leave, chooses, turns it on and off, and is asked who they are', async () => {
  const visitor = await app.signedIn(leader)
  const first = visible((await visitor.get('/cijfers')).body)
  assert.match(first, /Jullie delen nu niets/)
  assert.match(first, /Mensen die oefenden 0/)
  const none = await visitor.post('/cijfers/aan', { ministry: '' })
  assert.equal(none.status, 422)
  assert.match(visible(none.body), /Kies een ministerie/)
  assert.equal((await visitor.post('/cijfers/aan', { ministry })).status, 303)
  assert.match(visible((await visitor.get('/en/cijfers')).body), /You share with Ministerie/)
  const on = visible((await visitor.get('/cijfers')).body)
  // Who turned it on is told when the first row leaves, and when the next one is counted.
  assert.match(on, /Wat er hierna weggaat/)
  assert.match(on, /binnen een dag/)
  assert.match(on, /De eerstvolgende periode wordt geteld op \d+ \w+ \d{4}/)
  assert.equal((await visitor.post('/cijfers/uit')).status, 303)
  app.house.moveClock({ minutes: 14 })
  await visitor.get('/cijfers')
  app.house.moveClock({ minutes: 14 })
  const asked = await visitor.post('/cijfers/aan', { ministry })
  assert.notEqual(asked.status, 303, 'prove it first')
  assert.match(visible((await visitor.get('/cijfers')).body), /er is nog niets weggegaan/)
  const { rows } = await app.house.pool.query(
    'select turned_off_at is null as on from figure_publishing where organisation_id = $1',
    [leader.organisationId],
  )
  assert.deepEqual(rows, [{ on: false }])
})
