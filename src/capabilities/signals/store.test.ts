import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { followers } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'

let house: TestHouse

before(async () => {
  house = await aHouse()
})
after(() => house.close())

test('the index of who follows up holds exactly the roles that may follow up', async () => {
  const { rows } = await house.pool.query(
    `select pg_get_expr(indpred, indrelid) as holds from pg_index
     where indexrelid = 'membership_follows_up'::regclass`,
  )
  const roles = rows[0]?.holds.match(/'\{(.*)\}'/)?.[1].split(',') ?? []
  assert.deepEqual(roles.toSorted(), followers.toSorted())
  assert.match(rows[0]?.holds, /^\(active AND \(roles && /)
})
