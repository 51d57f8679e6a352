import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreed, type Voice } from './agreement.ts'

const yes: Voice = { asked: true, said: 'yes', words: 'Ik wil het proberen.' }
const no: Voice = { asked: true, said: 'no', words: 'Dat wil ik niet.' }
const notAsked: Voice = { asked: false, why: 'Dat was nog niet veilig.' }

const because = (is16: boolean, pupil: Voice, parents: Voice) => {
  const answer = agreed({ is16, pupil, parents })
  return answer.ok || answer.because
}

test('from 16 nothing happens without a yes of the pupil', () => {
  assert.equal(because(true, no, yes), 'pupil-decides')
  assert.equal(because(true, notAsked, yes), 'pupil-decides')
})

test('from 16 the pupil decides, whatever the parents say', () => {
  for (const parents of [yes, no, notAsked]) assert.equal(because(true, yes, parents), true)
})

test('before 16 nobody’s no is passed over', () => {
  assert.equal(because(false, no, yes), 'pupil-said-no')
  assert.equal(because(false, yes, no), 'parents-said-no')
  assert.equal(because(false, notAsked, no), 'parents-said-no')
})

test('before 16 somebody said yes', () => {
  assert.equal(because(false, notAsked, notAsked), 'nobody-said-yes')
  assert.equal(because(false, yes, notAsked), true)
  assert.equal(because(false, notAsked, yes), true)
})
