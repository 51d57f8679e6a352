import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aRegion, type Region, somebody } from './a-region.ts'
import { readDemoRegion } from './demo-region.ts'
import { loadDemoRegion } from './load-demo-region.ts'

let region: Region
before(async () => {
  region = await aRegion()
})
after(() => region.close())

const count = async (table: string): Promise<number> =>
  (await region.pool.query(`select count(*) as n from ${table}`)).rows[0].n

test('loading the region twice changes nothing, and what a visitor changed stays', async () => {
  const before = [await count('organisation'), await count('membership'), await count('person')]
  await region.pool.query(`update membership set roles = '{mentor}' where person_id = $1`, [
    somebody('fenna-voorbeeld').personId,
  ])
  await loadDemoRegion(region)
  assert.deepEqual(
    [await count('organisation'), await count('membership'), await count('person')],
    before,
  )
  const found = await region.pool.query('select roles from membership where person_id = $1', [
    somebody('fenna-voorbeeld').personId,
  ])
  assert.deepEqual(found.rows[0].roles, ['mentor'])
  assert.deepEqual(region.acts(), [])
})

test('every organisation says in its name that it is made up', () => {
  for (const { name } of readDemoRegion()) assert.match(name, /\(verzonnen\)$/)
})

test('every school has all the people whom a signal can meet', () => {
  const needed = [
    'teacher',
    'mentor',
    'caretaker',
    'care-coordinator',
    'safety-coordinator',
    'school-leader',
    'privacy-officer',
    'administrator',
  ] as const
  const schools = readDemoRegion().filter(({ kind }) => kind.endsWith('school'))
  assert.equal(schools.length, 4)
  for (const { name, people } of schools) {
    const held = new Set(people.flatMap(({ roles }) => roles))
    assert.deepEqual(
      needed.filter((role) => !held.has(role)),
      [],
      name,
    )
  }
})

test('no name of the region can be read in the database', async () => {
  const found = await region.pool.query(
    `select string_agg(encode(profile, 'escape'), '') as profiles from membership`,
  )
  for (const { people } of readDemoRegion()) {
    for (const { name } of people) assert.equal(found.rows[0].profiles.includes(name), false, name)
  }
})
