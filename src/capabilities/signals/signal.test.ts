import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SignalAct, type SignalState, signalStates, step } from './signal.ts'

const acts: SignalAct[] = [
  'bring-into-case',
  'take-up',
  'ask',
  'answer',
  'add',
  'pass',
  'combine',
  'separate',
  'close',
  'withdraw',
]

const after = (act: SignalAct, state: SignalState, takenUp = false, takerGone = false) => {
  const next = step(act, { state, takenUp, takerGone })
  return next.ok ? next.state : next.because
}

test('nothing can be done with a withdrawn signal', () => {
  for (const act of acts) {
    assert.equal(after(act, 'withdrawn'), `cannot-${act}-a-withdrawn-signal`)
  }
})

test('a signal that somebody works with can no longer be withdrawn', () => {
  assert.equal(after('withdraw', 'taken-up', true), 'cannot-withdraw-a-taken-up-signal')
  assert.equal(after('withdraw', 'question-asked', true), 'cannot-withdraw-a-question-asked-signal')
})

test('a signal cannot be finished before somebody took it up', () => {
  assert.equal(after('close', 'new'), 'cannot-close-a-new-signal')
})

test('nobody answers a question that was not asked', () => {
  for (const state of signalStates.filter((one) => one !== 'question-asked')) {
    assert.equal(after('answer', state), `cannot-answer-a-${state}-signal`)
  }
})

test('a signal that was taken up is not taken up again', () => {
  assert.equal(after('take-up', 'taken-up', true), 'cannot-take-up-a-taken-up-signal')
})

test('a signal of somebody who is gone is taken up again, and cannot be withdrawn', () => {
  assert.equal(after('take-up', 'taken-up', true, true), 'taken-up')
  assert.equal(
    after('withdraw', 'question-asked', true, true),
    'cannot-withdraw-a-question-asked-signal',
  )
  assert.equal(after('take-up', 'closed', true, true), 'cannot-take-up-a-closed-signal')
})

test('an answer goes back to the queue, or to whoever had taken the signal up', () => {
  assert.equal(after('answer', 'question-asked', false), 'new')
  assert.equal(after('answer', 'question-asked', true), 'taken-up')
})

test('an addition to a finished signal asks for a new look', () => {
  assert.equal(after('add', 'closed', true), 'new')
})

test('a signal passed to a colleague is new to that colleague', () => {
  assert.equal(after('pass', 'taken-up', true), 'new')
})
