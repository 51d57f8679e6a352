import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { actsOn, aRecording, aSchool, aSignal, doing } from './a-recording.ts'
import { addToSignal } from './add-to-signal.ts'
import { answerQuestion } from './answer-question.ts'
import { askBack } from './ask-back.ts'
import { closeSignal } from './close-signal.ts'
import { combineSignals, separateSignal } from './combine-signals.ts'
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

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const read = (actor: Parameters<typeof does>[0], id: string) =>
  does(actor, (work) => readSignal(work, recording, id))

test('the reporter cannot take up or finish the own signal', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await assert.rejects(
    does(people.mentor, (work) => takeUpSignal(work, recording, id)),
    refused('cannot-take-up'),
  )
})

test('two coordinators who take up at once: one does, the other hears that it was done', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const both = await Promise.allSettled([
    does(people.careCoordinator, (work) => takeUpSignal(work, recording, id)),
    does(people.safetyCoordinator, (work) => takeUpSignal(work, recording, id)),
  ])
  const failed = both.filter((one) => one.status === 'rejected')
  assert.equal(failed.length, 1)
  assert.ok(refused('cannot-take-up-a-taken-up-signal')(failed[0]?.reason))
})

test('a question goes to the reporter and the answer comes back, each once in history and trail', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => takeUpSignal(work, recording, id))
  await does(people.careCoordinator, (work) => askBack(work, recording, id, 'Wie was erbij?'))
  assert.equal((await read(people.mentor, id)).state, 'question-asked')
  await does(people.mentor, (work) => answerQuestion(work, recording, id, 'Een man.'))
  const signal = await read(people.careCoordinator, id)
  assert.equal(signal.state, 'taken-up')
  assert.deepEqual(
    signal.happenings.map(({ kind, words }) => [kind, words]),
    [
      ['recorded', ''],
      ['taken-up', ''],
      ['asked', 'Wie was erbij?'],
      ['answered', 'Een man.'],
    ],
  )
  const acts = (await actsOn(house, people.school, id)).filter((act) => act !== 'signal.read')
  assert.deepEqual(acts, ['signal.record', 'signal.take-up', 'signal.ask', 'signal.answer'])
})

test('a correction is an addition: the first words stay', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const before = (await read(people.mentor, id)).words
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Het was dinsdag.'))
  const signal = await read(people.mentor, id)
  assert.deepEqual(signal.words, before)
  assert.equal(signal.happenings.at(-1)?.words, 'Het was dinsdag.')
})

test('a form that is sent twice is done once, and the second is answered as the first', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => takeUpSignal(work, recording, id))
  const key = newId()
  const add = () =>
    does(people.mentor, (work) => addToSignal(work, recording, id, 'Het was dinsdag.', key))
  await Promise.all([add(), add()])
  await add()
  const { happenings, reference } = await read(people.mentor, id)
  assert.equal(happenings.filter(({ kind }) => kind === 'added').length, 1)
  const { rows } = await house.pool.query(
    `select 1 from outbox where reference = $1 and template = 'signal-added-to'`,
    [reference],
  )
  assert.equal(rows.length, 1)
  const acts = (await actsOn(house, people.school, id)).filter((act) => act.includes('.add'))
  assert.deepEqual(acts, ['signal.add', 'signal.add-again', 'signal.add-again'])
})

test('every act with a form can be sent again without harm', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const { personId: colleagueId } = people.safetyCoordinator
  const twice = async (
    actor: typeof people.mentor,
    verb: (work: Work, key: string) => Promise<void>,
  ) => {
    const key = newId()
    await does(actor, (work) => verb(work, key))
    await does(actor, (work) => verb(work, key))
  }
  const { careCoordinator, mentor } = people
  await does(careCoordinator, (work) => takeUpSignal(work, recording, id))
  await twice(careCoordinator, (work, key) => askBack(work, recording, id, 'Wie?', key))
  await twice(mentor, (work, key) => answerQuestion(work, recording, id, 'Een man.', key))
  await twice(careCoordinator, (work, key) =>
    passSignal(work, recording, id, { colleagueId, note: '', key }),
  )
  await does(careCoordinator, (work) => takeUpSignal(work, recording, id))
  await twice(careCoordinator, (work, key) =>
    closeSignal(work, recording, id, { outcome: 'explained', note: 'Klaar.', key }),
  )
  const { happenings } = await read(mentor, id)
  assert.deepEqual(
    happenings.map(({ kind }) => kind),
    ['recorded', 'taken-up', 'asked', 'answered', 'passed', 'taken-up', 'closed'],
  )
  const other = await aSignal(house, recording, mentor)
  await twice(mentor, (work, key) => withdrawSignal(work, recording, other, 'mistake', key))
  assert.equal((await read(mentor, other)).state, 'withdrawn')
})

test('the key of somebody else, or of another act, stops nobody', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const key = newId()
  await does(people.careCoordinator, (work) => askBack(work, recording, id, 'Wie?', key))
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Nog iets.', key))
  await does(people.mentor, (work) => answerQuestion(work, recording, id, 'Een man.', key))
  assert.equal((await read(people.mentor, id)).happenings.length, 4)
})

test('a signal cannot be passed to someone who does not follow up signals', async () => {
  const id = await aSignal(house, recording, people.mentor)
  for (const other of [people.colleague, people.outsider]) {
    await assert.rejects(
      does(people.careCoordinator, (work) =>
        passSignal(work, recording, id, { colleagueId: other.personId, note: '' }),
      ),
      refused('no-such-colleague'),
    )
  }
})

const toldOf = async (id: string, template: string): Promise<string[]> => {
  const { rows } = await house.pool.query(
    `select recipient_id as person from outbox o join signal s on s.reference = o.reference
     where s.id = $1 and o.template = $2 order by o.id`,
    [id, template],
  )
  return rows.map(({ person }) => person)
}

test('whoever asked before taking up hears of the answer and of what is added', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => askBack(work, recording, id, 'Wie was erbij?'))
  await does(people.mentor, (work) => answerQuestion(work, recording, id, 'Een man.'))
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Met een scooter.'))
  const { personId } = people.careCoordinator
  assert.deepEqual(await toldOf(id, 'question-answered'), [personId])
  assert.deepEqual(await toldOf(id, 'signal-added-to'), [personId])
})

test('a signal cannot be passed to oneself, and the reporter hears when it is passed on', async () => {
  const id = await aSignal(house, recording, people.mentor)
  const pass = ({ personId }: typeof people.leader) =>
    does(people.careCoordinator, (work) =>
      passSignal(work, recording, id, { colleagueId: personId, note: '' }),
    )
  await assert.rejects(pass(people.careCoordinator), refused('no-such-colleague'))
  await pass(people.leader)
  assert.deepEqual(await toldOf(id, 'own-signal-passed'), [people.mentor.personId])
})

test('an addition to a closed signal gets a term of its own and has nobody who took it up', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => takeUpSignal(work, recording, id))
  await does(people.careCoordinator, (work) =>
    closeSignal(work, recording, id, { outcome: 'watchful', note: 'Klaar.' }),
  )
  house.moveClock({ hours: 24 * 28 })
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Vandaag weer.'))
  const { state, takenUpBy, lookBefore } = await read(people.safetyCoordinator, id)
  house.moveClock({ hours: -24 * 28 })
  assert.deepEqual([state, takenUpBy], ['new', undefined])
  assert.ok(lookBefore > '2026-12-21', lookBefore)
  assert.deepEqual(await toldOf(id, 'signal-added-to'), [people.careCoordinator.personId])
})

test('a signal that was passed on is seen by that colleague, who takes it up anew', async () => {
  const id = await aSignal(house, recording, people.mentor, { readers: 'care-coordinators' })
  await does(people.careCoordinator, (work) =>
    passSignal(work, recording, id, { colleagueId: people.leader.personId, note: 'Voor jou.' }),
  )
  const signal = await read(people.leader, id)
  assert.equal(signal.state, 'new')
  assert.equal(signal.assignedTo, people.leader.personId)
  await does(people.leader, (work) => takeUpSignal(work, recording, id))
  assert.equal((await read(people.leader, id)).takenUpBy, people.leader.personId)
})

test('a finished signal shows the reporter how it ended, and an addition opens it again', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => takeUpSignal(work, recording, id))
  await does(people.careCoordinator, (work) =>
    closeSignal(work, recording, id, {
      outcome: 'explained',
      note: 'Het was de telefoon van werk.',
    }),
  )
  assert.equal((await read(people.mentor, id)).outcome, 'explained')
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Vandaag weer.'))
  assert.equal((await read(people.mentor, id)).state, 'new')
})

test('withdrawing erases the words and the key, and leaves a tombstone with the reason', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.mentor, (work) => addToSignal(work, recording, id, 'Nog iets.'))
  await does(people.mentor, (work) => withdrawSignal(work, recording, id, 'wrong-person'))
  const signal = await read(people.mentor, id)
  assert.equal(signal.words, undefined)
  assert.equal(signal.withdrawnBecause, 'wrong-person')
  assert.deepEqual(signal.observations, [])
  assert.deepEqual(
    signal.happenings.map(({ kind, words }) => [kind, words]),
    [
      ['recorded', ''],
      ['added', ''],
      ['withdrawn', ''],
    ],
  )
  const { rows } = await house.pool.query(
    'select content, content_key, subject_index from signal where id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ content: null, content_key: null, subject_index: null }])
})

test('a signal that was taken up can no longer be withdrawn', async () => {
  const id = await aSignal(house, recording, people.mentor)
  await does(people.careCoordinator, (work) => takeUpSignal(work, recording, id))
  await assert.rejects(
    does(people.mentor, (work) => withdrawSignal(work, recording, id, 'mistake')),
    refused('cannot-withdraw-a-taken-up-signal'),
  )
})

test('signals about the same pupil are shown to a coordinator, and never put together by themselves', async () => {
  const one = await aSignal(house, recording, people.mentor, { subject: 'Sem Verzonnen' })
  const other = await aSignal(house, recording, people.colleague, { subject: ' sem  verzonnen' })
  const seen = await read(people.careCoordinator, one)
  assert.deepEqual(
    seen.related.map(({ id, combined }) => [id, combined]),
    [[other, false]],
  )
  assert.deepEqual((await read(people.mentor, one)).related, [])
  await does(people.careCoordinator, (work) => combineSignals(work, recording, [one, other]))
  assert.equal((await read(people.careCoordinator, one)).related[0]?.combined, true)
  await does(people.careCoordinator, (work) => separateSignal(work, recording, other))
  assert.equal((await read(people.careCoordinator, one)).related[0]?.combined, false)
})

test('no more signals are put together at once than one page shows', async () => {
  const ids = Array.from({ length: 26 }, () => newId())
  await assert.rejects(
    does(people.careCoordinator, (work) => combineSignals(work, recording, ids)),
    refused('too-many-signals'),
  )
})

test('a signal with more than fifty beside it says that there are more', async () => {
  const subject = 'Veel Verzonnen'
  const id = await aSignal(house, recording, people.mentor, { subject })
  for (let count = 0; count < 50; count++) {
    await aSignal(house, recording, people.mentor, { subject })
  }
  const some = await read(people.careCoordinator, id)
  assert.deepEqual([some.related.length, some.moreRelated], [50, false])
  await aSignal(house, recording, people.mentor, { subject })
  const many = await read(people.careCoordinator, id)
  assert.deepEqual([many.related.length, many.moreRelated], [50, true])
})

test('only signals about a pupil are put together, and never just one', async () => {
  const pupil = await aSignal(house, recording, people.mentor)
  const place = await aSignal(house, recording, people.mentor, { about: 'place' })
  await assert.rejects(
    does(people.careCoordinator, (work) => combineSignals(work, recording, [pupil, place])),
    refused('only-about-a-pupil'),
  )
  await assert.rejects(
    does(people.careCoordinator, (work) => combineSignals(work, recording, [pupil, pupil])),
    refused('choose-two-signals'),
  )
})
