import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseAct, canNow, roles, sameName } from './case-file.ts'

test('nothing is written, arranged or closed in a closed case, and only a closed one opens again', () => {
  const acts: readonly CaseAct[] = ['write', 'arrange', 'close', 'reopen']
  assert.deepEqual(
    acts.filter((act) => canNow(act, 'closed')),
    ['reopen'],
  )
  assert.deepEqual(
    acts.filter((act) => canNow(act, 'open')),
    ['write', 'arrange', 'close'],
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
