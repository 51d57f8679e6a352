import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aRecording, aSchool, aSignal, doing } from './a-recording.ts'
import { pageSize, readOwn, readQueue } from './list-signals.ts'
import type { Recording } from './recording.ts'
import type { QueuePlace } from './store-lists.ts'

let house: TestHouse
let recording: Recording
let people: Awaited<ReturnType<typeof aSchool>>

before(async () => {
  house = await aHouse()
  recording = aRecording(house)
  people = await aSchool(house)
})
after(() => house.close())

test('someone without a queue is told so', async () => {
  await assert.rejects(
    doing(house)(people.mentor, (work) => readQueue(work, recording, { state: 'new' })),
    (error) => error instanceof Refusal && error.kind === 'not-allowed',
  )
})

test('the queue is walked page by page, by term and then by date, each signal once', async () => {
  const late = await aSignal(house, recording, people.mentor)
  const danger = await aSignal(house, recording, people.mentor, { danger: 'yes' })
  const rest: string[] = []
  for (let count = 0; count < pageSize * 2; count += 1) {
    rest.push(await aSignal(house, recording, people.mentor))
  }
  const walked: string[] = []
  let after: QueuePlace | undefined
  do {
    const page = await doing(house)(people.careCoordinator, (work) =>
      readQueue(work, recording, { state: 'new', after }),
    )
    walked.push(...page.lines.map((line) => line.id))
    after = page.next
  } while (after)
  assert.deepEqual(walked, [danger, late, ...rest])
})

test('a queue shows only what its reader may follow up', async () => {
  const hidden = await aSignal(house, recording, people.mentor, { readers: 'care-coordinators' })
  const page = await doing(house)(people.safetyCoordinator, (work) =>
    readQueue(work, recording, { state: 'new' }),
  )
  assert.equal(
    page.lines.some((line) => line.id === hidden),
    false,
  )
  const elsewhere = await doing(house)(people.outsider, (work) =>
    readQueue(work, recording, { state: 'new' }),
  )
  assert.deepEqual(elsewhere.lines, [])
})

test('my signals are mine alone, newest first', async () => {
  const first = await aSignal(house, recording, people.colleague)
  house.moveClock({ minutes: 5 })
  const second = await aSignal(house, recording, people.colleague)
  const own = await doing(house)(people.colleague, (work) => readOwn(work, recording))
  assert.deepEqual(
    own.lines.map((line) => line.id),
    [second, first],
  )
})

test('reading a list leaves one entry that says how many, not who', async () => {
  const before = (await house.trailOf(people.school)).length
  await doing(house)(people.careCoordinator, (work) => readQueue(work, recording, { state: 'new' }))
  const [entry, ...more] = (await house.trailOf(people.school)).slice(before)
  assert.equal(entry?.act, 'signal.queue-read')
  assert.equal(entry?.subject, null)
  assert.deepEqual(more, [])
})
