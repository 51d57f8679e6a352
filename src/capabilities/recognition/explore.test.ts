import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsIn, piecesOf } from './explore.ts'
import type { Hit } from './recognise.ts'

const aHit = (signal: string, spans: [number, number][], differently: Partial<Hit> = {}): Hit => ({
  signal,
  spans,
  negated: false,
  hearsay: false,
  uncertain: false,
  reason: `Er staat iets over ${signal}.`,
  ...differently,
})

const find = (signal: string) =>
  signal.startsWith('MON')
    ? { wording: `Wording of ${signal}`, innocent: ['a present'] }
    : undefined

const text = 'Dure jas, dure  jas en geen geld'

test('a signal that the pack does not know is not shown', () => {
  assert.deepEqual(findingsIn(text, [aHit('OLD-01', [[0, 8]])], ['OLD-02'], find), [])
})

test('findings stand in the order of the text, and what was ticked comes after them', () => {
  const hits = [aHit('MON-09', [[0, 8]]), aHit('MON-01', [[28, 32]])]
  const findings = findingsIn(text, hits, ['MON-02', 'MON-01'], find)
  assert.deepEqual(
    findings.map(({ signal }) => signal),
    ['MON-09', 'MON-01', 'MON-02'],
  )
})

test('the same words are quoted once, as they were typed', () => {
  const [finding] = findingsIn(
    text,
    [
      aHit('MON-01', [
        [0, 8],
        [10, 19],
      ]),
    ],
    [],
    find,
  )
  assert.deepEqual(finding?.phrases, ['Dure jas'])
})

test('a finding tells that something was denied, heard or uncertain, gives no reason for what was denied, and carries no number', () => {
  const hit = aHit('MON-02', [[23, 32]], { negated: true, hearsay: true, uncertain: true })
  const [finding] = findingsIn(text, [hit], [], find)
  assert.deepEqual(finding, {
    wording: 'Wording of MON-02',
    innocent: ['a present'],
    signal: 'MON-02',
    phrases: ['geen geld'],
    tellings: ['negated', 'hearsay', 'uncertain'],
  })
})

test('the pieces of a text are the text', () => {
  const hits = [
    aHit('MON-01', [[0, 8]]),
    aHit(
      'MON-02',
      [
        [5, 12],
        [23, 32],
      ],
      { negated: true },
    ),
  ]
  const pieces = piecesOf(text, hits)
  assert.equal(pieces.map((piece) => piece.text).join(''), text)
  assert.deepEqual(
    pieces.filter(({ recognised }) => recognised),
    [
      { text: 'Dure jas, du', recognised: true, denied: false },
      { text: 'geen geld', recognised: true, denied: true },
    ],
  )
})
