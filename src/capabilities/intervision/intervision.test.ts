import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  competes,
  type Move,
  move,
  moves,
  type Phase,
  placeOf,
  possibleMoves,
  type Standing,
} from './intervision.ts'

const phases: readonly Phase[] = [
  { id: 'occasion', silent: false, asks: ['fact'] },
  { id: 'viewpoints', silent: true, asks: ['thought'] },
  { id: 'reading', silent: true, asks: ['explanation'] },
  { id: 'decision', silent: false, asks: [], needs: 'competing-explanations' },
]
const none = { all: 0, innocent: 0 }
const enough = { all: 2, innocent: 1 }
const begun: Standing = { state: 'running', phase: 0, revealed: [] }

const go = (standing: Standing, ...acts: readonly Move[]): Standing =>
  acts.reduce((at, act) => {
    const moved = move(act, at, phases, enough)
    assert.ok(moved.ok, `${act} from ${placeOf(at, phases)}`)
    return moved.standing
  }, standing)

test('nobody goes on from a silent phase before its cards are turned', () => {
  const writing = go(begun, 'next')
  assert.equal(placeOf(writing, phases), '1-writing')
  assert.deepEqual(move('next', writing, phases, enough), {
    ok: false,
    because: 'not-possible-now',
  })
  assert.equal(placeOf(go(writing, 'reveal', 'next'), phases), '2-writing')
})

test('there is no decision on one explanation, nor on two that both accuse', () => {
  const turned = go(begun, 'next', 'reveal', 'next', 'reveal')
  for (const laid of [none, { all: 1, innocent: 1 }, { all: 3, innocent: 0 }]) {
    assert.deepEqual(move('next', turned, phases, laid), {
      ok: false,
      because: 'needs-competing-explanations',
    })
    assert.equal(competes(laid), false)
  }
  assert.equal(placeOf(go(turned, 'next'), phases), '3-open')
})

test('what was turned stays turned, also after a step back', () => {
  const back = go(begun, 'next', 'reveal', 'next', 'back')
  assert.equal(placeOf(back, phases), '1-revealed')
  assert.deepEqual(back.revealed, ['viewpoints'])
})

test('only the last phase ends, and nothing moves after the end', () => {
  assert.equal(move('end', begun, phases, enough).ok, false)
  const last = go(begun, 'next', 'reveal', 'next', 'reveal', 'next')
  const ended = go(last, 'end')
  assert.equal(ended.state, 'ended')
  assert.deepEqual(possibleMoves(ended, phases), [])
})

test('a table begins once', () => {
  const gathering: Standing = { state: 'gathering', phase: 0, revealed: [] }
  assert.deepEqual(possibleMoves(gathering, phases), ['begin'])
  assert.equal(move('begin', begun, phases, enough).ok, false)
})

test('whatever is clicked, a phase is turned only in its own turn and stays turned', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 60 }), (acts) => {
      let at: Standing = { state: 'gathering', phase: 0, revealed: [] }
      for (const act of acts) {
        const moved = move(act, at, phases, enough)
        if (!moved.ok) continue
        const next = moved.standing
        const fresh = next.revealed.filter((id) => !at.revealed.includes(id))
        assert.ok(at.revealed.every((id) => next.revealed.includes(id)))
        assert.deepEqual(fresh, act === 'reveal' ? [phases[at.phase]?.id] : [])
        at = next
      }
    }),
    { seed: 20261129 },
  )
})
