import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase, aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { changeQuestion } from '#capabilities/cases/change-words.ts'
import { editEntry } from '#capabilities/cases/edit-entry.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { aFile, listFrom, secretWord } from './a-disclosure.ts'
import { aSharingHouse } from './a-sharing-house.ts'
import { recallDisclosure } from './after-delivery.ts'
import { answerReceived, takeReceived } from './answer-received.ts'
import { readDisclosure } from './read-disclosure.ts'
import { readReceived, readReceivedList } from './received.ts'

const here = aSharingHouse()
const { does, of, received, refused } = here
const nl = 'nl' as const

test('at the recipient only the named role can tell that it exists, and nobody reads it after a recall', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  const elsewhere = await here.house.aPerson(
    await here.house.anOrganisation('municipality', 'Gemeente Elders (verzonnen)'),
    ['municipal-coordinator'],
  )
  const verbs: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    read: (work) => readReceived(work, here.desk, of(receivedId)),
    accept: (work) => answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' }),
    return: (work) => answerReceived(work, here.desk, receivedId, { act: 'return', words: 'x' }),
    decline: (work) => answerReceived(work, here.desk, receivedId, { act: 'decline', words: 'x' }),
    take: (work) =>
      takeReceived(work, here.desk, receivedId, {
        ...{ itemId: newId(), file: { kind: 'case', id: newId() }, language: nl },
      }),
  }
  for (const [name, verb] of Object.entries(verbs)) {
    for (const person of [here.pair.otherRole, elsewhere, here.pair.sender]) {
      assert.equal(await refused(person, verb), 'not-found: no-such-delivery', name)
    }
  }
  const lines = async (who: PersonActor) => (await does(who, readReceivedList)).open
  assert.ok((await lines(here.pair.recipient)).some((line) => line.id === receivedId))
  for (const who of [here.pair.otherRole, elsewhere, here.pair.sender]) {
    assert.ok(!(await lines(who)).some((line) => line.id === receivedId))
  }
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), { because: 'mistake', words: 'Verkeerd kind.' }),
  )
  await here.pair.channel.settle()
  const after = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  assert.equal(after.state, 'recalled')
  assert.equal(after.body, undefined)
  assert.equal(after.happenings.at(-1)?.because, 'mistake')
  assert.doesNotMatch(JSON.stringify(after), new RegExp(`${secretWord}|Verkeerd kind`))
  assert.match(
    await refused(here.pair.recipient, (work) =>
      answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' }),
    ),
    /^conflict: cannot-accept-when-recalled/,
  )
})

test('a recipient cannot answer what another organisation was sent, however it calls it', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const other = await here.house.anOrganisation('municipality', 'Gemeente Elders (verzonnen)')
  const forged = { disclosure: id, act: 'decline', words: 'x', by: 'Niemand' }
  await here.pair.channel.send(other, here.pair.school, forged, 'sharing.answer')
  await here.pair.channel.send(
    other,
    here.pair.municipality,
    { disclosure: id, because: 'other' },
    'sharing.recall',
  )
  await here.pair.channel.settle()
  assert.equal((await received(id)).state, 'delivered')
  const one = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  assert.equal(one.state, 'delivered')
})

/** The channel of the here.pair, on which one kind of message does not get through. */

test('past its last day nobody reads, answers or takes it, though the job has still to come', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  here.house.moveClock({ hours: 24 * 91 })
  const there = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  assert.deepEqual([there.state, there.body], ['ended', undefined])
  const { open, over } = await does(here.pair.recipient, readReceivedList)
  assert.ok(!open.some((one) => one.id === receivedId))
  assert.equal(over.find((one) => one.id === receivedId)?.state, 'ended')
  assert.equal(
    await refused(here.pair.recipient, (work) =>
      answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' }),
    ),
    'conflict: cannot-accept-when-ended',
  )
  const taking = { itemId: newId(), file: { kind: 'case', id: newId() }, language: nl } as const
  assert.equal(
    await refused(here.pair.recipient, (work) => takeReceived(work, here.desk, receivedId, taking)),
    'conflict: cannot-take-when-ended',
  )
  assert.equal((await received(id)).state, 'delivered')
})

test('what was taken over is passed on as what it was, also after a correction: a name as a name, a thought as a thought', async () => {
  const file = await aFile(here.house, here.pair)
  const refs = ['name', file.opinion]
  const { id } = await here.aDraft({ refs }, file)
  await here.deliver(id)
  const receivedId = await here.accepted(id)
  const own = await aCase(here.house, aDesk(here.house), here.pair.recipient)
  const { body } = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  for (const { id: itemId } of body?.facts ?? []) {
    const taking = { itemId, file: { kind: 'case', id: own }, language: nl } as const
    await does(here.pair.recipient, (work) => takeReceived(work, here.desk, receivedId, taking))
  }
  const listed = () =>
    does(here.pair.recipient, async (work) => {
      work.audit({ act: 'test.look' })
      return (await listFrom(here.desk.sources[0], work, own)).filter(({ origin }) => origin)
    })
  const before = await listed()
  assert.deepEqual(before.map(({ kind }) => kind).sort(), ['identity', 'interpretation'])
  const [first] = before
  const entry = aFact({ text: 'Verbeterd.', source: 'mentor' })
  await does(here.pair.recipient, (work) =>
    editEntry(
      work,
      aDesk(here.house),
      { caseId: own, id: first?.ref ?? '' },
      { version: 1, entry },
    ),
  )
  const after = (await listed()).find(({ ref }) => ref === first?.ref)
  assert.deepEqual([after?.text, after?.kind], ['Verbeterd.', first?.kind])
  assert.deepEqual(after?.origin, first?.origin)
  assert.match(after?.source ?? '', /na ontvangst aangepast/)
  assert.doesNotMatch(first?.source ?? '', /aangepast/)
})

test('what was taken keeps where it came from through a second hand, and a recall marks it there', async () => {
  const { id } = await here.aDraft()
  await here.deliver(id)
  await here.pair.channel.settle()
  const { id: receivedId } = await received(id)
  const cases = aDesk(here.house)
  const own = await aCase(here.house, cases, here.pair.recipient)
  const { body } = await does(here.pair.recipient, (work) =>
    readReceived(work, here.desk, of(receivedId)),
  )
  const itemId = body?.facts[0]?.id ?? ''
  const take = (work: Work) =>
    takeReceived(work, here.desk, receivedId, {
      itemId,
      file: { kind: 'case', id: own },
      language: nl,
    })
  assert.match(await refused(here.pair.recipient, take), /cannot-take-when-delivered/)
  await does(here.pair.recipient, (work) =>
    answerReceived(work, here.desk, receivedId, { act: 'accept', words: '' }),
  )
  await does(here.pair.recipient, take)
  await does(here.pair.recipient, take)
  const listed = () =>
    does(here.pair.recipient, async (work) => {
      work.audit({ act: 'test.look' })
      return listFrom(here.desk.sources[0], work, own)
    })
  const taken = (await listed()).filter(({ text }) => text.includes(secretWord))
  assert.deepEqual(
    taken.map(({ source, origin }) => ({ source, origin })),
    [
      {
        source: 'ontvangen van Het Voorbeeldcollege (verzonnen); daar: mentor',
        origin: {
          ...{
            organisation: 'Het Voorbeeldcollege (verzonnen)',
            kind: 'secondary-school',
            via: [],
          },
        },
      },
    ],
  )
  await does(here.pair.sender, (work) =>
    recallDisclosure(work, here.desk, of(id), {
      because: 'consent-withdrawn',
      words: 'Moeder trok het in.',
    }),
  )
  await here.pair.channel.settle()
  const { rows } = await here.house.pool.query(
    'select recalled_at is not null as recalled from case_entry where case_id = $1 and from_id = $2',
    [own, itemId],
  )
  assert.deepEqual(rows, [{ recalled: true }])
  // It is not passed on any more.
  assert.ok(!JSON.stringify(await listed()).includes(secretWord))
  const sender = await does(here.pair.sender, (work) => readDisclosure(work, here.desk, of(id)))
  const told = sender.happenings.find(({ kind }) => kind === 'recall-answered')
  assert.deepEqual(told?.words?.taken, [{ kind: 'fact', count: 1 }])
  assert.ok(!JSON.stringify(sender).includes(own))
  await does(here.pair.recipient, (work) =>
    changeQuestion(work, cases, own, { question: 'Nog steeds leesbaar?', version: 1 }),
  )
})
