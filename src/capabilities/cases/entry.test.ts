import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EntryKind, fits, mayChangeEntry, mayWithdrawEntry, type NewEntry } from './entry.ts'

const today = '2026-11-23'
const fact = { kind: 'fact', text: 'Twee telefoons.', source: 'mentor', origin: 'own' } as const
const interpretation = {
  kind: 'interpretation',
  text: 'Iemand belt haar.',
  innocent: ['een bijbaan'],
} as const
const decision = { kind: 'decision', text: 'Wij bellen.', reasons: 'Het kan.', not: false } as const
const contact = { kind: 'contact', text: 'Gebeld.', withWhom: 'moeder', how: 'phone' } as const

const refused = (entry: NewEntry) => {
  const fit = fits(entry, today)
  return fit.ok ? 'fits' : fit.because
}

test('an entry without words is none, whatever its kind', () => {
  for (const entry of [fact, interpretation, decision, contact]) {
    assert.equal(refused({ ...entry, text: ' \n ' }), 'words-missing')
  }
})

test('a fact has a source, an interpretation an innocent alternative, a decision reasons, a contact somebody', () => {
  assert.equal(refused({ ...fact, source: ' ' }), 'source-missing')
  assert.equal(refused({ ...interpretation, innocent: [] }), 'innocent-missing')
  assert.equal(refused({ ...interpretation, innocent: ['', '  '] }), 'innocent-missing')
  assert.equal(refused({ ...decision, reasons: '' }), 'reasons-missing')
  assert.equal(refused({ ...contact, withWhom: '' }), 'whom-missing')
})

test('nothing happened after today; today and an unknown day are fine', () => {
  for (const entry of [fact, contact]) {
    assert.equal(refused({ ...entry, happenedOn: '2026-11-24' }), 'not-yet')
    assert.equal(refused({ ...entry, happenedOn: today }), 'fits')
    assert.equal(refused(entry), 'fits')
  }
})

test('a decision not to act is a decision like any other', () => {
  assert.equal(refused({ ...decision, not: true }), 'fits')
})

const kinds: readonly EntryKind[] = [
  'fact',
  'interpretation',
  'decision',
  'contact',
  'signal',
  'event',
]

test('nobody changes a decision, a signal or what was done, and nobody what somebody else thinks', () => {
  for (const kind of ['decision', 'signal', 'event'] as const) {
    for (const isCoordinator of [true, false]) {
      const who = { personId: 'fenna', isCoordinator }
      assert.equal(mayChangeEntry({ kind, writtenBy: 'fenna' }, who), false, kind)
    }
  }
  const others = { kind: 'interpretation', writtenBy: 'bram' } as const
  assert.equal(mayChangeEntry(others, { personId: 'fenna', isCoordinator: true }), false)
})

test('what was done with a case is never taken away', () => {
  const own = { kind: 'event', writtenBy: 'fenna' } as const
  assert.equal(mayWithdrawEntry(own, { personId: 'fenna', isCoordinator: true }), false)
})

test('somebody who neither wrote it nor coordinates changes and takes away nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), (kind) => {
      const what = { kind, writtenBy: 'bram' }
      const who = { personId: 'fenna', isCoordinator: false }
      assert.deepEqual([mayChangeEntry(what, who), mayWithdrawEntry(what, who)], [false, false])
    }),
  )
})

test('whoever wrote a fact or a contact, and the coordinator, correct it', () => {
  for (const kind of ['fact', 'contact'] as const) {
    const writer = { personId: 'bram', isCoordinator: false }
    const coordinator = { personId: 'fenna', isCoordinator: true }
    for (const who of [writer, coordinator]) {
      assert.equal(mayChangeEntry({ kind, writtenBy: 'bram' }, who), true)
      assert.equal(mayWithdrawEntry({ kind, writtenBy: 'bram' }, who), true)
    }
  }
})
