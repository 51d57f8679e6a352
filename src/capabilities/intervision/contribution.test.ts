import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, mayChange, maySeeContribution } from './contribution.ts'
import type { Phase, Standing } from './intervision.ts'

const phases: readonly Phase[] = [
  { id: 'occasion', silent: false, asks: ['fact'] },
  { id: 'viewpoints', silent: true, asks: ['thought'] },
]
const at = (change: Partial<Standing>): Standing => ({
  state: 'running',
  phase: 1,
  revealed: [],
  ...change,
})
const turned = at({ revealed: ['viewpoints'] })

test('nobody reads another’s card before the turning, whoever they are', () => {
  const card = { phase: 'viewpoints', personId: 'milan' }
  assert.equal(maySeeContribution('samira', card, phases, at({})), false)
  assert.equal(maySeeContribution('milan', card, phases, at({})), true)
  assert.equal(maySeeContribution('samira', card, phases, turned), true)
})

test('a table that stops before the turning turns nothing', () => {
  const card = { phase: 'viewpoints', personId: 'milan' }
  assert.equal(maySeeContribution('samira', card, phases, at({ state: 'ended' })), false)
})

test('what lies open is fixed, also for who wrote it', () => {
  const mine = { phase: 'viewpoints', personId: 'milan' }
  assert.equal(mayChange(mine, phases, at({})), true)
  assert.equal(mayChange(mine, phases, turned), false)
  assert.equal(mayChange({ ...mine, phase: 'occasion' }, phases, at({})), false)
})

test('a card after the turning is accepted, and marked as later', () => {
  assert.deepEqual(accept('viewpoints', 'thought', phases, at({})), { ok: true, late: false })
  assert.deepEqual(accept('viewpoints', 'thought', phases, turned), { ok: true, late: true })
  assert.deepEqual(accept('occasion', 'fact', phases, at({})), { ok: true, late: true })
  assert.deepEqual(accept('occasion', 'fact', phases, at({ phase: 0 })), { ok: true, late: false })
})

test('no card comes before its phase, of another kind, or after the end', () => {
  const no = (because: string) => ({ ok: false, because })
  assert.deepEqual(accept('viewpoints', 'thought', phases, at({ phase: 0 })), no('not-there-yet'))
  assert.deepEqual(accept('viewpoints', 'fact', phases, at({})), no('not-asked-here'))
  assert.deepEqual(accept('elsewhere', 'fact', phases, at({})), no('not-asked-here'))
  assert.deepEqual(
    accept('viewpoints', 'thought', phases, at({ state: 'ended' })),
    no('not-running'),
  )
})
