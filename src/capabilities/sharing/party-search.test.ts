import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { findParties, type PartySearch, searchIn } from './party-search.ts'

let house: TestHouse
let own: string

before(async () => {
  house = await aHouse()
  own = await house.anOrganisation('municipality', 'Gemeente Eigen (verzonnen)')
  await house.pool.query(
    `insert into organisation (id, kind, name)
     select gen_random_uuid(), 'secondary-school', 'School ' || n || ' (verzonnen)' from generate_series(1, 620) n`,
  )
  await house.anOrganisation('safe-home', 'Veilig Thuis Zuid 100% (verzonnen)')
  await house.anOrganisation('police', 'Politie (verzonnen)')
})
after(() => house.close())

const kinds = ['safe-home', 'secondary-school', 'municipality'] as const
const everything: PartySearch = { kind: '', part: '', after: undefined }
const find = (search: Partial<PartySearch>, chosen: readonly string[] = []) =>
  house.inTransaction({ kind: 'system', name: 'demo', organisationId: own }, 'share', (work) =>
    findParties(work, { kinds, search: { ...everything, ...search }, chosen }),
  )
const namesOf = async (search: Partial<PartySearch>) =>
  (await find(search)).parties.map(({ name }) => name)

test('page by page everything is found once, however many there are; the own organisation never', async () => {
  const names: string[] = []
  let after: string | undefined
  for (let page = 0; page < 20; page += 1) {
    const found = await find({ after })
    names.push(...found.parties.map(({ name }) => name))
    after = found.next
    if (after === undefined) break
  }
  assert.equal(names.length, 621)
  assert.equal(new Set(names).size, 621)
  assert.equal(names.at(-1), 'Veilig Thuis Zuid 100% (verzonnen)')
})

test('by kind and by a part of the name, in any case; signs of a pattern are signs', async () => {
  assert.deepEqual(await namesOf({ kind: 'safe-home' }), ['Veilig Thuis Zuid 100% (verzonnen)'])
  assert.deepEqual(await namesOf({ part: 'ZUID' }), ['Veilig Thuis Zuid 100% (verzonnen)'])
  assert.deepEqual(await namesOf({ part: '0%' }), ['Veilig Thuis Zuid 100% (verzonnen)'])
  assert.deepEqual(await namesOf({ part: 'school_1' }), [])
  assert.equal((await namesOf({ kind: 'secondary-school', part: 'ool 61' })).length, 11)
})

test('a kind that is not offered is not found, whatever the form says', async () => {
  assert.deepEqual(await namesOf({ part: 'politie' }), [])
  assert.ok(!(await namesOf({ kind: 'police' })).includes('Politie (verzonnen)'))
  const police = await house.anOrganisation('police', 'Politie Twee (verzonnen)')
  assert.deepEqual((await find({}, [police, 'x'])).chosen, [])
  const typed = { find: 'first', 'find-kind': 'x', 'find-name': ` ${'a'.repeat(300)} ` }
  assert.equal(searchIn(typed).part.length, 100)
  assert.equal(searchIn(typed).after, undefined)
})
