import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { followers, helpers } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'

let house: TestHouse

before(async () => {
  house = await aHouse()
})
after(() => house.close())

const indexes = [
  ['membership_follows_up', followers],
  ['membership_keeps_cases', [...followers, ...helpers]],
] as const

for (const [index, held] of indexes)
  test(`the index ${index} holds exactly the roles that it is for`, async () => {
    const { rows } = await house.pool.query(
      `select pg_get_expr(indpred, indrelid) as holds from pg_index where indexrelid = $1::regclass`,
      [index],
    )
    const roles = rows[0]?.holds.match(/'\{(.*)\}'/)?.[1].split(',') ?? []
    assert.deepEqual(roles.toSorted(), held.toSorted())
    assert.match(rows[0]?.holds, /^\(active AND \(roles && /)
  })
