import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretWord } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure } from './after-delivery.ts'
import { endInTime } from './end-in-time.ts'
import { forgetDeliveryDrafts, forgetDeliveryWords } from './forget-store.ts'
import { readDisclosure } from './read-disclosure.ts'

const here = aSharingHouse()
const { does, of } = here

const asRetention = <T>(verb: (work: Parameters<typeof endInTime>[0]) => Promise<T>): Promise<T> =>
  here.house.inTransaction(
    { kind: 'system', name: 'retention', organisationId: here.pair.school },
    'share',
    async (work) => {
      work.audit({ act: 'test.ended' })
      return verb(work)
    },
  )
const forget = () => asRetention((work) => forgetDeliveryWords(work, work.now, 100))

async function aDelivery() {
  const { id } = await here.aDraft()
  await here.deliver(id)
  const received = await here.accepted(id)
  await here.pair.channel.settle()
  return { id, received }
}

test('what still lies with the recipient keeps its words here, and a draft that somebody changed too', async () => {
  const { id } = await aDelivery()
  const draft = await here.aDraft()
  const month = here.house.clock().subtract({ hours: 24 * 30 })
  assert.equal(await forget(), 0)
  assert.equal(await asRetention((work) => forgetDeliveryDrafts(work, month, 100)), 0)
  assert.match(
    JSON.stringify(
      (await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))).body,
    ),
    new RegExp(secretWord),
  )
  await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(draft.id)))
})

test('after its end the words go with their key, what was said too; what it was stays, and it can be taken back', async () => {
  const { id, received } = await aDelivery()
  here.house.moveClock({ hours: 24 * 200 })
  await asRetention((work) => endInTime(work, here.desk))
  here.house.moveClock({ seconds: 1 })
  assert.ok((await forget()) > 0)
  const { rows } = await here.house.pool.query(
    `select d.content, d.content_key, e.content as said from disclosure d
     join disclosure_event e on e.disclosure_id = d.id where d.id = $1`,
    [id],
  )
  assert.ok(rows.length > 1)
  for (const row of rows) {
    assert.deepEqual([row.content, row.content_key, row.said], [null, null, null])
  }
  const one = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  assert.equal(one.body, undefined)
  assert.equal(one.facts, 1)
  assert.equal(one.to?.name, 'Gemeente Voorbeeld (verzonnen)')
  assert.ok(one.reference && one.road && one.hash && one.endOn && one.file)
  assert.ok(one.happenings.some(({ kind }) => kind === 'sent'))
  // What the recipient took can still be marked; the reason goes as a choice.
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), { because: 'mistake', words: 'Een vergissing.' }),
  )
  await here.pair.channel.settle()
  const state = await here.house.pool.query('select state from received_disclosure where id = $1', [
    received,
  ])
  assert.equal(state.rows[0]?.state, 'recalled')
  const said = await here.house.pool.query(
    'select 1 from disclosure_event where disclosure_id = $1 and content is not null',
    [id],
  )
  assert.equal(said.rowCount, 0)
})
