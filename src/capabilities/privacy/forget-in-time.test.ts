import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readConfig } from '#platform/config.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { forgetInTime } from './forget-in-time.ts'
import { loadRetention } from './retention.ts'

let house: TestHouse

before(async () => {
  house = await aHouse()
})
after(() => house.close())

const retention = loadRetention(readConfig({}).knowledgeFolder)
const forget = () =>
  forgetInTime({ inTransaction: house.inTransaction, retention }, new AbortController().signal)

async function aDraft(organisation: string, savedAt: string): Promise<void> {
  const { personId } = await house.aPerson(organisation, ['mentor'])
  await house.pool.query(
    `insert into signal_draft (organisation_id, id, person_id, content_key, content, started_at, saved_at)
     values ($1, gen_random_uuid(), $2, 'x', 'x', $3, $3)`,
    [organisation, personId, savedAt],
  )
}

const draftsOf = async (organisation: string): Promise<number> =>
  (
    await house.pool.query('select count(*)::int from signal_draft where organisation_id = $1', [
      organisation,
    ])
  ).rows[0].count

test('a draft that nobody changed for the term goes, in every organisation; a fresher one stays', async () => {
  const [one, other] = [await house.anOrganisation(), await house.anOrganisation()]
  const now = house.clock()
  const daysAgo = (days: number) => now.subtract({ hours: days * 24 }).toString()
  await aDraft(one, daysAgo(retention.drafts + 1))
  await aDraft(one, daysAgo(retention.drafts - 1))
  await aDraft(other, daysAgo(retention.drafts + 1))
  await forget()
  assert.deepEqual([await draftsOf(one), await draftsOf(other)], [1, 0])
  const acts = (await house.trailOf(one)).filter((line) => line.act === 'privacy.forget-drafts')
  assert.deepEqual(
    acts.map((line) => line.details),
    [{ count: 1, days: retention.drafts }],
  )
})

test('when there is nothing to forget, nothing is written', async () => {
  const organisation = await house.anOrganisation()
  await forget()
  assert.deepEqual(await house.trailOf(organisation), [])
})
