import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import { aChannel } from './a-channel.ts'
import { aDraft, deliver, listFrom, receivedOf, secretWord } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure, replyToQuestion } from './after-delivery.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { findDisclosureRow } from './disclosure-store.ts'
import { endInTime } from './end-in-time.ts'
import { answerHandlers } from './hear-answers.ts'
import { readDisclosure } from './read-disclosure.ts'
import { receivingHandlers } from './receive-disclosure.ts'
import { readReceived } from './received.ts'

const here = aSharingHouse()
const { does, of, received } = here
const nl = 'nl' as const

const aChannelWithout = (kind: string, broken: () => unknown) =>
  aChannel(
    here.house,
    [...receivingHandlers(here.desk), ...answerHandlers(here.desk)].map((handler) =>
      handler.kind === kind
        ? {
            ...handler,
            receive: async (...given: Parameters<typeof handler.receive>) => {
              const thrown = broken()
              if (thrown) throw thrown
              await handler.receive(...given)
            },
          }
        : handler,
    ),
  )

const kindsOf = async (id: string) => {
  const { happenings } = await does(here.pair.sender, (work) =>
    readDisclosure(work, here.desk, of(id)),
  )
  return happenings.map(({ kind }) => kind)
}

const lettersTo = async (person: PersonActor, template: string) => {
  const { rows } = await here.house.pool.query(
    'select count(*)::int as n from outbox where recipient_id = $1 and template = $2',
    [person.personId, template],
  )
  return rows[0].n as number
}

test('a recall on which the other side stumbles is told to who recalled, goes again, and is confirmed when it arrived', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  let broken: Error | undefined = new Error('stumbled over a recall')
  const channel = aChannelWithout('sharing.recall', () => broken)
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), {
      because: 'consent-withdrawn',
      words: 'Ingetrokken.',
    }),
  )
  const letters = await lettersTo(here.pair.sender, 'delivery-answered')
  for (let turn = 0; turn < 20; turn += 1) {
    await channel.carry()
    if ((await kindsOf(id)).includes('recall-refused')) break
    here.house.moveClock({ hours: 5 })
  }
  assert.deepEqual((await kindsOf(id)).slice(-2), ['recalled', 'recall-refused'])
  assert.equal(await lettersTo(here.pair.sender, 'delivery-answered'), letters + 1)
  assert.equal((await received(id)).state, 'delivered')
  broken = undefined
  await channel.settle()
  const row = await received(id)
  assert.deepEqual([row.state, row.content], ['recalled', null])
  assert.ok((await kindsOf(id)).includes('recall-arrived'))
  const { rows } = await here.house.pool.query(
    `select because from received_event where received_id = $1 and kind = 'recalled'`,
    [row.id],
  )
  assert.deepEqual(rows, [{ because: 'consent-withdrawn' }])
})

test('a reply or an answer that the other side refuses is told to who gave it, and does not go again', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  const answer = (act: 'return' | 'accept') =>
    does(here.pair.recipient, (work) =>
      answerReceived(work, here.desk, receivedId, { act, words: act === 'return' ? 'Wie?' : '' }),
    )
  await answer('return')
  await here.pair.channel.settle()
  await does(here.pair.sender, (work) =>
    replyToQuestion(work, here.desk, of(id), { words: 'De mentor.' }),
  )
  const refusal = new Refusal('conflict', 'not-understood')
  await aChannelWithout('sharing.reply', () => refusal).settle()
  assert.deepEqual((await kindsOf(id)).slice(-2), ['replied', 'reply-refused'])
  await answer('accept')
  const letters = await lettersTo(here.pair.recipient, 'delivery-answered')
  await aChannelWithout('sharing.answer', () => refusal).settle()
  const there = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  assert.equal(there.happenings.at(-1)?.kind, 'answer-refused')
  assert.equal(await lettersTo(here.pair.recipient, 'delivery-answered'), letters + 1)
})

test('after the last day the sender hears what stays in files and still recalls it', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  const own = await aCase(here.house, aDesk(here.house), here.pair.recipient)
  await does(here.pair.recipient, (work) =>
    answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' }),
  )
  const { body } = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  const itemId = body?.facts[0]?.id ?? ''
  const taking = { itemId, file: { kind: 'case', id: own }, language: nl } as const
  await does(here.pair.recipient, (work) => takeReceived(work, here.desk, receivedId, taking))
  await here.pair.channel.settle()
  here.house.moveClock({ hours: 24 * 91 })
  const ended = (organisationId: string) =>
    here.house.inTransaction(
      { kind: 'system', name: 'retention', organisationId },
      'share',
      (work) => endInTime(work, here.house),
    )
  await ended(here.pair.municipality)
  assert.equal((await received(id)).state, 'ended')
  await ended(here.pair.school)
  await here.pair.channel.settle()
  const one = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  assert.equal(one.state, 'ended')
  assert.deepEqual(one.happenings.find(({ kind }) => kind === 'stays-taken')?.words?.taken, [
    { kind: 'fact', count: 1 },
  ])
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), { because: 'wrong-recipient', words: 'Ander kind.' }),
  )
  await here.pair.channel.settle()
  assert.equal((await received(id)).state, 'recalled')
  const { rows } = await here.house.pool.query(
    'select recalled_at is not null as recalled from case_entry where case_id = $1 and from_id = $2',
    [own, itemId],
  )
  assert.deepEqual(rows, [{ recalled: true }])
})

test('a recall reaches who got the words at second hand when somebody here recalls that too, and not by itself', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  const [itemId, fileId] = [
    (await does(here.pair.recipient, (work) => readReceived(work, here.desk, of(receivedId)))).body
      ?.facts[0]?.id ?? '',
    await aCase(here.house, aDesk(here.house), here.pair.recipient),
  ]
  const taking = { itemId, file: { kind: 'case', id: fileId }, language: nl } as const
  await does(here.pair.recipient, async (work) => {
    await answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' })
    await takeReceived(work, here.desk, receivedId, taking)
  })
  const third = await here.house.anOrganisation('secondary-school', 'Het Derde College (verzonnen)')
  await here.house.aPerson(third, ['care-coordinator'])
  const near = await here.house.aPerson(here.pair.municipality, ['municipal-coordinator'])
  const facts = await does(here.pair.recipient, (work) => {
    work.audit({ act: 'test.look' })
    return listFrom(here.desk.sources[0], work, fileId)
  })
  const fact = facts.find(({ text }) => text.includes(secretWord))?.ref ?? ''
  const other = facts.find(({ text }) => !text.includes(secretWord))?.ref ?? ''
  const passing = { ...here.pair, sender: here.pair.recipient, municipality: third }
  const on = { road: 'municipality-school', toRole: 'care-coordinator' } as const
  const file = { caseId: fileId, fact, opinion: '' }
  const { id: passed } = await aDraft(here.house, here.desk, passing, on, file)
  const { id: without } = await aDraft(
    here.house,
    here.desk,
    passing,
    { ...on, refs: [other] },
    file,
  )
  for (const one of [passed, without])
    await deliver(here.house, here.desk, here.pair.recipient, one)
  await here.pair.channel.settle()
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), { because: 'wrong-recipient', words: 'Ander kind.' }),
  )
  await here.pair.channel.settle()
  const there = async () => (await receivedOf(here.house, third, passed)).state
  const passedOn = async (actor: PersonActor) =>
    (await does(actor, (work) => readReceived(work, here.desk, of(receivedId)))).passedOn
  assert.equal(await there(), 'delivered')
  const [line, ...more] = await passedOn(here.pair.recipient)
  assert.deepEqual([line?.id, line?.to, more], [passed, 'Het Derde College (verzonnen)', []])
  // Whoever holds the role and does not see the case learns nothing of where it went.
  assert.deepEqual(await passedOn(near), [])
  const told = async (one: string) =>
    (
      await does(here.pair.recipient, (work) => readDisclosure(work, here.desk, of(one)))
    ).happenings.filter(({ kind }) => kind === 'source-recalled')
  assert.deepEqual(
    (await told(passed)).map(({ by, words }) => [by, words?.because]),
    [['Het Voorbeeldcollege (verzonnen)', 'wrong-recipient']],
  )
  assert.deepEqual(await told(without), [])
  await does(here.pair.recipient, (work) =>
    recallDisclosure(work, here.desk, of(passed), {
      because: 'mistake',
      words: 'Hoort bij een ander.',
    }),
  )
  await here.pair.channel.settle()
  assert.equal(await there(), 'recalled')
  assert.deepEqual(await passedOn(here.pair.recipient), [])
})

test('whoever recalls while the receipt is noted is not caught in a ring', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  const waiting = async () => {
    const { rows } = await here.house.pool.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0].n
  }
  let carrying = Promise.resolve()
  await does(here.pair.sender, async (work) => {
    await findDisclosureRow(work, id, true)
    carrying = here.pair.channel.carry()
    while ((await waiting()) === 0) await new Promise((resolve) => setImmediate(resolve))
    await recallDisclosure(work, here.desk, of(id), { because: 'mistake', words: 'Tegelijk.' })
  })
  await carrying
  await here.pair.channel.settle()
  assert.deepEqual(here.pair.channel.failures, [])
  assert.equal((await received(id)).state, 'recalled')
})
