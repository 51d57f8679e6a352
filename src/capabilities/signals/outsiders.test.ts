import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aRecording, aSchool, aSignal, doing } from './a-recording.ts'
import { addToSignal } from './add-to-signal.ts'
import { answerQuestion } from './answer-question.ts'
import { askBack } from './ask-back.ts'
import { closeSignal } from './close-signal.ts'
import { combineSignals, separateSignal } from './combine-signals.ts'
import { discardDraft, keepDraft, readDraft } from './keep-draft.ts'
import { readQueue } from './list-signals.ts'
import { passSignal } from './pass-signal.ts'
import { readSignal } from './read-signal.ts'
import type { Recording } from './recording.ts'
import { takeUpSignal } from './take-up-signal.ts'
import { withdrawSignal } from './withdraw-signal.ts'

let house: TestHouse
let recording: Recording
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  recording = aRecording(house)
  people = await aSchool(house)
})
after(() => house.close())

/** Every verb that takes the number of a signal. A new verb belongs in this list. */
const verbs: Record<string, (work: Work, id: string) => Promise<unknown>> = {
  read: (work, id) => readSignal(work, recording, id),
  'take up': (work, id) => takeUpSignal(work, recording, id),
  'ask about': (work, id) => askBack(work, recording, id, 'Wie was erbij?'),
  'answer about': (work, id) => answerQuestion(work, recording, id, 'Niemand.'),
  'add to': (work, id) => addToSignal(work, recording, id, 'Nog iets.'),
  'pass on': (work, id) =>
    passSignal(work, recording, id, { colleagueId: people.leader.personId, note: '' }),
  'pass to nobody': (work, id) =>
    passSignal(work, recording, id, { colleagueId: people.outsider.personId, note: '' }),
  finish: (work, id) => closeSignal(work, recording, id, { outcome: 'explained', note: 'Klaar.' }),
  withdraw: (work, id) => withdrawSignal(work, recording, id, 'mistake'),
  combine: (work, id) => combineSignals(work, recording, [id, newId()]),
  separate: (work, id) => separateSignal(work, recording, id),
  'read the draft of': (work, id) => readDraft(work, recording, id),
  'keep the draft of': (work, id) => keepDraft(work, recording, id, { subject: 'X' }),
  'discard the draft of': (work, id) => discardDraft(work, id),
}

const snapshot = async () => {
  const tables = ['signal', 'signal_event', 'signal_observation', 'signal_draft', 'outbox']
  const rows = await Promise.all(
    tables.map((table) => house.pool.query(`select t::text from ${table} t order by 1`)),
  )
  return rows.map((result) => result.rows)
}

const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await doing(house)(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}

for (const [name, verb] of Object.entries(verbs)) {
  test(`nobody outside its circle can ${name} a signal, or tell it from one that does not exist`, async () => {
    const id = await aSignal(house, recording, people.mentor)
    const none = id.replace(/.{8}$/, '00000000')
    const before = await snapshot()
    for (const actor of [people.outsider, people.colleague, people.leader]) {
      const real = await refusalOf(actor, (work) => verb(work, id))
      const invented = await refusalOf(actor, (work) => verb(work, none))
      assert.equal(real, invented)
      // Whoever has no such page at all may hear that; nobody hears that the signal is there.
      assert.match(real, /^(not-found|not-allowed|invalid): /)
    }
    assert.deepEqual(await snapshot(), before)
  })
}

test('nobody outside its circle learns from a signal which colleagues follow up signals', async () => {
  const id = await aSignal(house, recording, people.mentor)
  for (const actor of [people.outsider, people.colleague]) {
    for (const { personId } of [people.leader, people.colleague, people.outsider]) {
      const heard = await refusalOf(actor, (work) =>
        passSignal(work, recording, id, { colleagueId: personId, note: '' }),
      )
      assert.equal(heard, 'not-found: no-such-signal')
    }
  }
})

test('a refusal leaves nothing in the trail', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const before = await house.trailOf(people.school)
  await refusalOf(people.colleague, (work) => readSignal(work, recording, id))
  assert.deepEqual(await house.trailOf(people.school), before)
})

/** A signal for one colleague of a school with these others, and that colleague. */
async function aSignalForOne(others: Parameters<TestHouse['aPerson']>[1][]) {
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'], 'Milan Voorbeeld')
  const reader = await house.aPerson(school, ['school-leader'], 'Daan Voorbeeld')
  const rest = await Promise.all(others.map((roles) => house.aPerson(school, roles)))
  const id = await aSignal(house, recording, mentor, {
    readers: 'one-colleague',
    readerId: reader.personId,
  })
  return { school, mentor, reader, rest, id }
}

const becomes = (person: PersonActor, change: string) =>
  house.pool.query(
    `update membership set ${change} where organisation_id = $1 and person_id = $2`,
    [person.organisationId, person.personId],
  )

const inQueueOf = async (actor: PersonActor): Promise<string[]> => {
  const { lines } = await doing(house)(actor, (work) =>
    readQueue(work, recording, { state: 'new' }),
  )
  return lines.map(({ id }) => id)
}

for (const [how, change] of [
  ['access was stopped', 'active = false'],
  ['role was taken away', "roles = '{teacher}'"],
] as const) {
  test(`a signal for one colleague whose ${how} is read by the care coordinators, and by nobody else`, async () => {
    const { mentor, reader, rest, id } = await aSignalForOne([
      ['care-coordinator'],
      ['safety-coordinator'],
      ['school-leader'],
    ])
    const [care, safety, leader] = rest as [PersonActor, PersonActor, PersonActor]
    assert.deepEqual(await inQueueOf(care), [])
    await becomes(reader, change)
    assert.deepEqual(await inQueueOf(care), [id])
    for (const other of [safety, leader]) {
      assert.deepEqual(await inQueueOf(other), [])
      assert.equal(
        await refusalOf(other, (work) => readSignal(work, recording, id)),
        'not-found: no-such-signal',
      )
    }
    const told = await doing(house)(mentor, (work) => readSignal(work, recording, id))
    assert.equal(told.readersNow, 'care-coordinators')
    await doing(house)(care, (work) => takeUpSignal(work, recording, id))
    const after = await doing(house)(mentor, (work) => readSignal(work, recording, id))
    assert.equal(after.takenUpBy, care.personId)
  })
}

test('without a care coordinator the safety coordinator reads what is with nobody', async () => {
  const { reader, rest, id } = await aSignalForOne([['safety-coordinator']])
  await becomes(reader, 'active = false')
  assert.deepEqual(await inQueueOf(rest[0] as PersonActor), [id])
})

test('a signal that was passed to somebody who still works here is with somebody', async () => {
  const { reader, rest, id } = await aSignalForOne([['care-coordinator'], ['school-leader']])
  const [care, leader] = rest as [PersonActor, PersonActor]
  await doing(house)(reader, (work) =>
    passSignal(work, recording, id, { colleagueId: leader.personId, note: '' }),
  )
  await becomes(reader, 'active = false')
  assert.deepEqual(await inQueueOf(care), [])
  await becomes(leader, 'active = false')
  assert.deepEqual(await inQueueOf(care), [id])
})

test('when nobody at all is left the reporter can see that', async () => {
  const { mentor, reader, id } = await aSignalForOne([['teacher']])
  await becomes(reader, 'active = false')
  const told = await doing(house)(mentor, (work) => readSignal(work, recording, id))
  assert.equal(told.readersNow, 'nobody')
})
