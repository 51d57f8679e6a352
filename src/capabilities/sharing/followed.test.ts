import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aDesk } from '#capabilities/cases/a-case.ts'
import { handOverCase } from '#capabilities/cases/change-circle.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  aDraft,
  aPair,
  aReceived,
  aSharingDesk,
  deliver,
  receivedOf,
  sharing,
  whoShares,
} from './a-disclosure.ts'
import {
  keepConsultation,
  readConsultation,
  sendConsultation,
  settledConsultation,
} from './answer-consultation.ts'
import { answerReceived } from './answer-received.ts'
import { caseSource } from './case-source.ts'
import { readOwnDisclosures } from './read-disclosure.ts'
import { deliveriesThatWait } from './what-waits.ts'

let house: TestHouse

before(async () => {
  house = await aHouse()
})
after(() => house.close())

test('an answer that did not arrive is a draft again until the day that held before, and is signed once more', async () => {
  const desk = aSharingDesk(house)
  const group = await house.anOrganisation('expert-group', 'Deskundigen (verzonnen)')
  const expert = await house.aPerson(group, ['expert'], 'Ilse Verzonnen')
  const kind = 'voorbeeld.antwoord'
  const { id } = await aReceived(house, expert, 'expert', [{}], { asks: kind })
  const form = { asked: (asks: string) => asks === kind, may: () => true }
  const which = { id, form }
  const does = sharing(house)
  const read = () => does(expert, (work) => readConsultation(work, desk, which))
  const sign = () =>
    does(expert, (work) =>
      sendConsultation(work, desk, which, { words: 'Mijn oordeel.', body: (of) => of }),
    )
  const message = async () => {
    const { rows } = await house.pool.query(
      'select id, message_id from consultation_answer where received_id = $1',
      [id],
    )
    return rows[0]
  }
  const settled = async (messageId: string, receipt: object) => {
    const system = { kind: 'system', name: 'delivery', organisationId: group } as const
    const { id: about } = await message()
    await house.inTransaction(system, 'share', (work) =>
      settledConsultation(work, desk, { id: messageId, about, receipt: receipt as never }),
    )
  }
  await sign()
  const shortened = await read()
  assert.ok(shortened.sent && shortened.endOn < '2027-01-01')
  const first = (await message()).message_id
  await settled(first, { outcome: 'refused', because: 'stumbled' })
  const again = await read()
  assert.deepEqual(
    [again.sent, again.words, again.endOn],
    [undefined, 'Mijn oordeel.', '2027-01-01'],
  )
  await does(expert, (work) => keepConsultation(work, desk, which, 'Mijn oordeel, nagelezen.'))
  await sign()
  // What is said late of the first message is not about this one.
  await settled(first, { outcome: 'refused', because: 'stumbled' })
  await settled((await message()).message_id, { outcome: 'received' })
  const sent = await read()
  assert.deepEqual([sent.sent !== undefined, sent.words], [true, 'Mijn oordeel.'])
  assert.ok(sent.endOn < '2027-01-01')
})

test('what waits is listed for who follows it now, however long ago it began, and for nobody who may not', async () => {
  const desk = aSharingDesk(house)
  const pair = await aPair(house, desk)
  const does = sharing(house)
  const { id, caseId } = await aDraft(house, desk, pair)
  await deliver(house, desk, pair.sender, id)
  await pair.channel.settle()
  const { id: received } = await receivedOf(house, pair.municipality, id)
  await does(pair.recipient, (work) =>
    answerReceived(work, desk, received, { act: 'return', words: 'Wie is haar mentor?' }),
  )
  await pair.channel.settle()
  // A hundred newer ones that are over.
  await house.pool.query(
    `insert into disclosure (organisation_id, id, reference, file_kind, file_id, state, made_by, made_at, changed_at,
       content_key, content)
     select organisation_id, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, reference, file_kind, file_id,
       'not-shared', made_by, made_at, changed_at, content_key, content
     from disclosure, generate_series(1, 120) n where id = $1`,
    [id],
  )
  const waits = async (actor: typeof pair.sender) =>
    (await does(actor, (work) => deliveriesThatWait(work, desk, 'nl')))[1].map(({ path }) => path)
  assert.deepEqual(await waits(pair.sender), [`/delen/${id}`])
  assert.deepEqual(await waits(pair.colleague), [])
  await does(pair.sender, (work) =>
    handOverCase(work, aDesk(house), caseId, {
      ...{ personId: pair.colleague.personId, reason: 'Vera gaat verder.' },
    }),
  )
  assert.deepEqual(await waits(pair.colleague), [`/delen/${id}`])
  assert.deepEqual(await waits(pair.sender), [])
  assert.deepEqual(await does(pair.sender, (work) => readOwnDisclosures(work, desk, 'nl')), [])
  const follow = () =>
    whoShares(house, caseSource(aDesk(house)), { fileId: caseId, organisationId: pair.school })
  const { personId } = pair.colleague
  assert.deepEqual(await follow(), { sharers: [personId], heirs: [] })
  await house.pool.query('update membership set active = false where person_id = $1', [personId])
  assert.deepEqual(await follow(), { sharers: [], heirs: [pair.sender.personId] })
})
