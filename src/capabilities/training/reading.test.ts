import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { coverageOf } from './coverage.ts'
import { mayInvite } from './invitation.ts'
import { loadStories } from './load-stories.ts'
import { acts, beginning, go, isAtEnd, lookBack, type Reading } from './reading.ts'
import { actIn, readingFrom, saidIn } from './reading-form.ts'
import { againOn, standingOf } from './refresh.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const { stories } = loadStories(folder, loadKnowledge(folder))
const [story] = stories
assert.ok(story)

const said = { signals: ['TEL-02'], words: 'Ze keek naar de bak.' }

test('what a form claims and the story does not have is left out', () => {
  const reading = readingFrom(story, {
    at: '2',
    'stop-phone': 'TEL-02 XXX-99 <b>',
    'words-phone': 'x'.repeat(900),
    'stop-elsewhere': 'TEL-02',
    __proto__: 'phone',
  })
  assert.deepEqual([...reading.stops.keys()], ['phone'])
  assert.deepEqual(reading.stops.get('phone')?.signals, ['TEL-02'])
  assert.equal(reading.stops.get('phone')?.words.length, 500)
  assert.equal(readingFrom(story, { at: '-1' }).at, 0)
  assert.equal(readingFrom(story, { at: '99' }).at, story.passages.length)
  assert.equal(actIn({ do: 'erase' }), 'next')
  assert.deepEqual(saidIn(story, { signals: ['ABC-01', 'TEL-02'] }).signals, ['TEL-02'])
})

test('reading on without stopping leaves nothing, and ends after the last passage', () => {
  let reading: Reading = beginning
  for (const _ of story.passages) {
    assert.equal(isAtEnd(story, reading), false)
    reading = go(story, reading, 'next', said)
  }
  assert.equal(isAtEnd(story, reading), true)
  assert.equal(reading.stops.size, 0)
})

test('stopping stays at the passage, and what was said stays with it whichever way one goes on', () => {
  const stopping = go(story, { ...beginning, at: 2 }, 'stop')
  assert.deepEqual([stopping.at, stopping.stopping], [2, true])
  for (const act of ['keep', 'next', 'back'] as const) {
    assert.deepEqual(go(story, stopping, act, said).stops.get('phone'), said, act)
  }
  assert.equal(go(story, stopping, 'drop', said).stops.size, 0)
})

test('whatever one does, a reading stays within its story and says only what can be chosen', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...stories),
      fc.array(fc.constantFrom(...acts), { maxLength: 30 }),
      (any, path) => {
        let reading: Reading = beginning
        for (const act of path) reading = go(any, reading, act, { signals: [], words: act })
        assert.ok(reading.at >= 0 && reading.at <= any.passages.length)
        const ids = any.passages.map(({ id }) => id)
        for (const id of reading.stops.keys()) assert.ok(ids.includes(id))
      },
    ),
    { numRuns: 60 },
  )
})

test('looking back says of each passage what showed and what the reader did, and counts nothing', () => {
  const stops = new Map([
    ['phone', said],
    ['september', { signals: [], words: 'Moe.' }],
  ])
  const looked = lookBack(story, { at: story.passages.length, stopping: false, stops })
  assert.deepEqual(
    looked.slice(0, 4).map(({ how }) => how),
    ['stopped-elsewhere', 'ordinary', 'stopped-at-signal', 'read-past-signal'],
  )
})

test('a term is counted in months, over the end of a shorter month and a leap day', () => {
  assert.equal(againOn('2026-08-31', 6), '2027-02-28')
  assert.equal(againOn('2027-08-31', 6), '2028-02-29')
  assert.equal(againOn('2028-02-29', 12), '2029-02-28')
})

test('a story is to be read again from the day its term ends, not a day earlier', () => {
  const on = (today: string) => standingOf('2026-03-10', { months: 6, today }).how
  assert.deepEqual(['2026-09-09', '2026-09-10'].map(on), ['fresh', 'again'])
  assert.equal(standingOf(undefined, { months: 6, today: '2026-09-10' }).how, 'never')
})

test('a team that is too small has no number, and one that is not has all of them', () => {
  const counted = [
    { story: 'a', completed: 3, fresh: 1 },
    { story: null, completed: 4, fresh: 2 },
  ]
  assert.deepEqual(coverageOf(4, counted, 5), { tooSmall: true, smallest: 5 })
  const team = coverageOf(5, counted, 5)
  assert.ok(!team.tooSmall)
  assert.deepEqual(team.of('a'), { completed: 3, fresh: 1 })
  assert.deepEqual(team.of('b'), { completed: 0, fresh: 0 })
  assert.deepEqual(team.any, { completed: 4, fresh: 2 })
})

test('a team is invited to a story once in fourteen days', () => {
  assert.equal(mayInvite(undefined, '2026-11-23'), true)
  assert.equal(mayInvite('2026-11-10', '2026-11-23'), false)
  assert.equal(mayInvite('2026-11-09', '2026-11-23'), true)
})
