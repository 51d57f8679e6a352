import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  eventOf,
  type PlacementEventKind,
  type PlacementState,
  placementActs,
  placementStates,
  stateAfter,
  step,
} from './placement.ts'

const possible = (state: PlacementState) => placementActs.filter((act) => step(act, state).ok)

test('nothing starts before it is agreed', () => {
  assert.deepEqual(step('start', 'proposed'), {
    ok: false,
    because: 'cannot-start-a-proposed-placement',
  })
})

test('what was declined, withdrawn or evaluated stays so', () => {
  for (const state of ['declined', 'withdrawn', 'evaluated'] as const) {
    assert.deepEqual(possible(state), [], state)
  }
})

test('whoever agreed may think again until the help begins', () => {
  assert.equal(step('decline', 'agreed').ok, true)
  assert.equal(step('decline', 'started').ok, false)
})

test('it is evaluated when it has ended, and not before', () => {
  const from = placementStates.filter((state) => step('evaluate', state).ok)
  assert.deepEqual(from, ['ended'])
})

test('a report changes no state, and may still come when the help has ended', () => {
  for (const state of ['started', 'ended'] as const) {
    assert.deepEqual(step('report', state), { ok: true, state })
  }
  assert.equal(step('report', 'agreed').ok, false)
})

test('a history that begins with something else, or cannot have happened, tells no state', () => {
  assert.equal(stateAfter([]), undefined)
  assert.equal(stateAfter(['agreed']), undefined)
  assert.equal(stateAfter(['proposed', 'started']), undefined)
  assert.equal(stateAfter(['proposed', 'declined', 'agreed']), undefined)
})

test('whatever is tried in whatever order: the history tells the state, and no two ends come together', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...placementActs), { maxLength: 30 }), (acts) => {
      let state: PlacementState = 'proposed'
      const history: PlacementEventKind[] = ['proposed']
      for (const act of acts) {
        const next = step(act, state)
        if (!next.ok) continue
        state = next.state
        history.push(eventOf[act])
      }
      assert.equal(stateAfter(history), state)
      const happened = (kind: PlacementEventKind) => history.filter((one) => one === kind).length
      const ends = happened('declined') + happened('withdrawn') + happened('ended')
      assert.ok(ends <= 1, history.join())
      for (const kind of ['agreed', 'started', 'ended', 'evaluated'] as const) {
        assert.ok(happened(kind) <= 1, kind)
      }
      if (happened('started') > 0) assert.ok(history.indexOf('agreed') < history.indexOf('started'))
    }),
    { seed: 20261126, numRuns: 500 },
  )
})
