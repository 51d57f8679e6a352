import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ConversationAct,
  conversationStates,
  forFile,
  forPupil,
  type Passage,
  step,
} from './conversation.ts'

const allowed = (act: ConversationAct, everShown = true) =>
  conversationStates.filter((state) => step(act, { state, everShown }).ok)

test('what was closed or called off is not worked on any more, only the screen is taken back', () => {
  const acts = [
    'edit',
    'hold',
    'edit-account',
    'rewrite',
    'add',
    'show',
    'correct',
    'close',
  ] as const
  for (const act of [...acts, 'call-off'] as const) {
    for (const state of ['closed', 'called-off'] as const) {
      assert.deepEqual(step(act, { state, everShown: true }), {
        ok: false,
        because: `cannot-${act}-a-${state}-conversation`,
      })
    }
  }
  assert.equal(step('take-back', { state: 'closed', everShown: true }).ok, true)
})

test('a preparation changes until the conversation is held, and only what is prepared is called off', () => {
  assert.deepEqual(allowed('edit'), ['prepared'])
  assert.deepEqual(allowed('hold'), ['prepared'])
  assert.deepEqual(allowed('call-off'), ['prepared'])
})

test('the young person corrects only what they could read, also while somebody adds to it', () => {
  assert.deepEqual(allowed('correct', false), [])
  assert.deepEqual(allowed('correct'), ['held', 'shown'])
})

test('words that the young person did not read make it unread; their own words do not', () => {
  const from = (act: ConversationAct) => {
    const next = step(act, { state: 'shown', everShown: true })
    return next.ok && next.state
  }
  assert.equal(from('add'), 'held')
  assert.equal(from('rewrite'), 'held')
  assert.equal(from('correct'), 'shown')
  assert.equal(from('edit-account'), 'shown')
})

const passage = (id: string, kind: Passage['kind'], aboutId?: string): Passage => ({
  id,
  kind,
  aboutId,
  text: id,
  innocent: [],
  writtenBy: 'iemand',
  writtenAt: '2026-11-23',
  dueOn: undefined,
})

test('the young person reads own words, the summary that stands and agreements, and nothing else', () => {
  const all = [
    passage('q', 'quote'),
    passage('i', 'interpretation'),
    passage('s1', 'summary'),
    passage('s2', 'summary', 's1'),
    passage('a', 'agreement'),
    passage('n', 'next-contact'),
    passage('r', 'remark', 'q'),
    passage('c', 'correction', 'q'),
    passage('x', 'addition'),
  ]
  assert.deepEqual(
    forPupil(all).map(({ id }) => id),
    ['q', 's2', 'a', 'n', 'x'],
  )
  assert.deepEqual(
    forFile(all).map(({ id }) => id),
    ['q', 'i', 's2', 'a', 'n', 'x'],
  )
})
