import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseAct, canNow, dueFault, roles, sameName } from './case-file.ts'

test('nothing is written, arranged or closed in a closed case, and only a closed one opens again; access ends in both', () => {
  const acts: readonly CaseAct[] = ['write', 'arrange', 'close', 'reopen', 'end-access']
  assert.deepEqual(
    acts.filter((act) => canNow(act, 'closed')),
    ['reopen', 'end-access'],
  )
  assert.deepEqual(
    acts.filter((act) => canNow(act, 'open')),
    ['write', 'arrange', 'close', 'end-access'],
  )
})

test('a name written with other spaces or capitals is the same name, another name is not', () => {
  assert.equal(sameName('  Noor   VOORBEELD '), sameName('noor voorbeeld'))
  assert.notEqual(sameName('Noor Voorbeeld'), sameName('Noor Voorbeelden'))
  assert.notEqual(sameName('Noor Voorbeeld'), sameName('Noorvoorbeeld'))
})

test('both hats have their words, and none of them says more than another', () => {
  assert.deepEqual(roles, ['accused', 'exploited', 'recruiting'])
})

test('what is to be done has a day from today on, within the two years that the lists reach', () => {
  const at = (dueOn: string) => dueFault(dueOn, '2026-11-23')
  assert.deepEqual(['2026-11-22', '2028-11-24', '2062-01-01'].map(at), [
    'already-over',
    'too-far',
    'too-far',
  ])
  assert.deepEqual(['2026-11-23', '2028-11-23'].map(at), [undefined, undefined])
})
