import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor, Role } from '#platform/actor.ts'
import { Refusal } from '#platform/refusal.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { actsOn, aRecording, aSignal, doing } from './a-recording.ts'
import { addToSignal } from './add-to-signal.ts'
import { answerQuestion } from './answer-question.ts'
import { askBack } from './ask-back.ts'
import { closeSignal } from './close-signal.ts'
import { readOwn, readQueue } from './list-signals.ts'
import { passSignal } from './pass-signal.ts'
import { readSignal } from './read-signal.ts'
import type { Recording } from './recording.ts'
import type { SignalState } from './signal.ts'
import { takeUpSignal } from './take-up-signal.ts'

// A coordinator who does not exist takes a signal up and leaves. Decision 9: it is never with nobody.

let app: TestApp
let recording: Recording
before(async () => {
  app = await anApp()
  recording = aRecording(app.house)
})
after(() => app.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(app.house)(actor, verb)
const read = (actor: PersonActor, id: string) =>
  does(actor, (work) => readSignal(work, recording, id))
const takeUp = (actor: PersonActor, id: string) =>
  does(actor, (work) => takeUpSignal(work, recording, id))

const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

const becomes = (person: PersonActor, change: string) =>
  app.house.pool.query(
    `update membership set ${change} where organisation_id = $1 and person_id = $2`,
    [person.organisationId, person.personId],
  )
const leaves = (person: PersonActor) => becomes(person, 'active = false')

/** A signal that Zoë took up, at a school with one more coordinator and a teacher beside the reporter. */
async function aTakenUpSignal(other: Role = 'safety-coordinator') {
  const { house } = app
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'], 'Milan Voorbeeld')
  const teacher = await house.aPerson(school, ['teacher'], 'Tess Voorbeeld')
  const taker = await house.aPerson(school, ['care-coordinator'], 'Zoë Voorbeeld')
  const next = await house.aPerson(school, [other], 'Vera Voorbeeld')
  const id = await aSignal(house, recording, mentor)
  await takeUp(taker, id)
  return { school, mentor, teacher, taker, next, id }
}

const inView = async (actor: PersonActor, state: SignalState): Promise<string[]> =>
  (await does(actor, (work) => readQueue(work, recording, { state }))).lines.map(({ id }) => id)

const toldOf = async (id: string, template: string): Promise<string[]> => {
  const { rows } = await app.house.pool.query(
    `select recipient_id as person from outbox o join signal s on s.reference = o.reference
     where s.id = $1 and o.template = $2 order by o.id`,
    [id, template],
  )
  return rows.map(({ person }) => person)
}

test('as long as whoever took it up still follows up, nobody else takes it up', async () => {
  const { taker, next, id } = await aTakenUpSignal()
  await becomes(taker, "roles = '{school-leader}'")
  await assert.rejects(takeUp(next, id), refused('cannot-take-up-a-taken-up-signal'))
  assert.deepEqual(await inView(next, 'new'), [])
  assert.deepEqual(await inView(next, 'taken-up'), [id])
})

for (const [how, change] of [
  ['access was stopped', 'active = false'],
  ['role was taken away', "roles = '{teacher}'"],
] as const) {
  test(`a signal taken up by somebody whose ${how} is new again, and is taken up by one other`, async () => {
    const { school, mentor, teacher, taker, next, id } = await aTakenUpSignal()
    const another = await app.house.aPerson(school, ['care-coordinator'])
    await becomes(taker, change)
    assert.deepEqual(await inView(next, 'new'), [id])
    assert.deepEqual(await inView(next, 'taken-up'), [])
    await assert.rejects(takeUp(teacher, id), refused('no-such-signal'))
    await assert.rejects(takeUp(mentor, id), refused('cannot-take-up'))
    const both = await Promise.allSettled([takeUp(next, id), takeUp(another, id)])
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const signal = await read(mentor, id)
    assert.deepEqual([signal.state, signal.takerGone], ['taken-up', false])
    assert.notEqual(signal.takenUpBy, taker.personId)
    assert.deepEqual(
      signal.happenings.map(({ kind }) => kind),
      ['recorded', 'taken-up', 'taken-up'],
    )
    const acts = (await actsOn(app.house, school, id)).filter((act) => act !== 'signal.read')
    assert.deepEqual(acts, ['signal.record', 'signal.take-up', 'signal.take-up'])
    assert.deepEqual(await inView(next, 'new'), [])
  })
}

test('an open question of somebody who is gone waits among the new ones, and stays a question', async () => {
  const { mentor, taker, next, id } = await aTakenUpSignal()
  await does(taker, (work) => askBack(work, recording, id, 'Wie was erbij?'))
  await leaves(taker)
  assert.deepEqual(await inView(next, 'new'), [id])
  assert.deepEqual(await inView(next, 'question-asked'), [])
  await does(mentor, (work) => answerQuestion(work, recording, id, 'Een man.'))
  assert.deepEqual(await inView(next, 'new'), [id])
  await takeUp(next, id)
  assert.equal((await read(mentor, id)).takenUpBy, next.personId)
})

test('what was finished by somebody who is gone stays finished', async () => {
  const { mentor, taker, next, id } = await aTakenUpSignal()
  const end = { outcome: 'explained', note: 'Klaar.' } as const
  await does(taker, (work) => closeSignal(work, recording, id, end))
  await leaves(taker)
  assert.deepEqual(await inView(next, 'new'), [])
  assert.deepEqual(await inView(next, 'closed'), [id])
  assert.equal((await read(mentor, id)).takerGone, false)
})

test('an answer and an addition reach those who may read it now, and never a colleague who left', async () => {
  const { mentor, taker, next, id } = await aTakenUpSignal()
  await does(taker, (work) => askBack(work, recording, id, 'Wie was erbij?'))
  await leaves(taker)
  await does(mentor, (work) => answerQuestion(work, recording, id, 'Een man.'))
  await does(mentor, (work) => addToSignal(work, recording, id, 'Met een scooter.'))
  assert.deepEqual(await toldOf(id, 'question-answered'), [next.personId])
  assert.deepEqual(await toldOf(id, 'signal-added-to'), [next.personId])
})

test('an addition to what a colleague who left had finished reaches those who read it now', async () => {
  const { mentor, taker, next, id } = await aTakenUpSignal()
  const end = { outcome: 'watchful', note: 'Klaar.' } as const
  await does(taker, (work) => closeSignal(work, recording, id, end))
  await becomes(taker, "roles = '{teacher}'")
  await does(mentor, (work) => addToSignal(work, recording, id, 'Vandaag weer.'))
  assert.deepEqual(await toldOf(id, 'signal-added-to'), [next.personId])
})

test('a reporter who left, or only manages people now, gets no message any more', async () => {
  for (const change of ['active = false', "roles = '{administrator}'"]) {
    const { mentor, taker, next, id } = await aTakenUpSignal()
    await becomes(mentor, change)
    await does(taker, (work) => askBack(work, recording, id, 'Wie was erbij?'))
    await does(taker, (work) =>
      passSignal(work, recording, id, { colleagueId: next.personId, note: '' }),
    )
    await takeUp(next, id)
    const end = { outcome: 'explained', note: 'Klaar.' } as const
    await does(next, (work) => closeSignal(work, recording, id, end))
    for (const template of ['question-asked', 'own-signal-passed', 'signal-closed']) {
      assert.deepEqual(await toldOf(id, template), [], template)
    }
    assert.deepEqual(await toldOf(id, 'signal-passed'), [next.personId])
  }
})

test('whoever was chosen but does not follow up any more hears nothing when another leaves', async () => {
  const { house } = app
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'])
  const chosen = await house.aPerson(school, ['school-leader'])
  const taker = await house.aPerson(school, ['care-coordinator'])
  const last = await house.aPerson(school, ['safety-coordinator'])
  const choice = { readers: 'one-colleague', readerId: chosen.personId } as const
  const id = await aSignal(house, recording, mentor, choice)
  await becomes(chosen, "roles = '{teacher}'")
  await takeUp(taker, id)
  const administrator = await app.signedIn(await house.aPerson(school, ['administrator']))
  const path = `/organisatie/mensen/${taker.personId}/stoppen`
  assert.match((await administrator.post(path)).body, /is nu 1 open signaal/)
  assert.equal((await administrator.post(path, { confirmed: 'yes' })).status, 303)
  const told = await toldOf(id, 'new-signal')
  // The first heard of it when it was recorded, the other now.
  assert.deepEqual(told.sort(), [chosen.personId, last.personId].sort())
})

test('whoever stops access hears of a signal that was taken up, and who reads it now is told once', async () => {
  const { school, taker, next, id } = await aTakenUpSignal()
  // Taking up counts by itself, assigned or not.
  await app.house.pool.query('update signal set assigned_to = null where id = $1', [id])
  const administrator = await app.signedIn(await app.house.aPerson(school, ['administrator']))
  const path = `/organisatie/mensen/${taker.personId}/stoppen`
  assert.match((await administrator.post(path)).body, /is nu 1 open signaal/)
  assert.equal((await administrator.post(path, { confirmed: 'yes' })).status, 303)
  const told = await toldOf(id, 'new-signal')
  // Once when it was recorded, and once now that it waits again.
  assert.equal(told.filter((one) => one === next.personId).length, 2)
})

for (const [language, at, tag, button] of [
  ['nl', '', 'Niemand is hiermee bezig', 'Pak op'],
  ['en', '/en', 'Nobody is working on this', 'Take up'],
] as const) {
  test(`the queue, the own list and the signal say that nobody works with it (${language})`, async () => {
    const { mentor, taker, next, id } = await aTakenUpSignal()
    const [coordinator, reporter] = [await app.signedIn(next), await app.signedIn(mentor)]
    const page = `${at}/signalen/${id}`
    assert.equal((await coordinator.get(page)).body.includes(tag), false)
    await leaves(taker)
    assert.ok((await coordinator.get(`${at}/wachtrij`)).body.includes(tag))
    assert.ok((await reporter.get(`${at}/signalen`)).body.includes(tag))
    assert.ok((await reporter.get(page)).body.includes(tag))
    const shown = (await coordinator.get(page)).body
    assert.ok(shown.includes(tag))
    assert.ok(shown.includes(`>${button}<`), button)
    assert.equal((await coordinator.post(`${page}/oppakken`)).status, 303)
    assert.equal((await coordinator.get(page)).body.includes(tag), false)
    const { lines } = await does(mentor, (work) => readOwn(work, recording))
    assert.deepEqual(
      lines.map(({ state, takenUpBy }) => [state, takenUpBy]),
      [['taken-up', next.personId]],
    )
  })
}
