import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  actsOpen,
  type Basis,
  type DossierAct,
  type DossierState,
  dossierActs,
  dossierStates,
  mayReopen,
  step,
  worksheetIsOpen,
} from './non-punishment.ts'

const bases: readonly (Basis | undefined)[] = [undefined, 'assessment', 'reason']

test('from no state but a finished worksheet can a decision be signed', () => {
  for (const state of dossierStates.filter((one) => one !== 'worked-out')) {
    for (const basis of bases) {
      const answer = step('decide', { state, basis })
      assert.equal(answer.ok, false, state)
    }
  }
})

test('before there is an assessment or a written reason, the refusal says so', () => {
  for (const state of ['received', 'considered', 'asked', 'reopened'] as const) {
    for (const act of ['decide', 'work-out'] as const) {
      const answer = step(act, { state, basis: undefined })
      assert.deepEqual(answer, { ok: false, because: 'no-assessment-yet' })
    }
  }
})

test('no state can be skipped: each is reached only from the states before it', () => {
  const reachedFrom = (to: DossierState) =>
    dossierStates.filter((state) =>
      dossierActs.some((act) =>
        bases.some((basis) => {
          const next = step(act, { state, basis })
          return next.ok && next.state === to && state !== to
        }),
      ),
    )
  assert.deepEqual(reachedFrom('received'), [])
  assert.deepEqual(reachedFrom('considered'), ['received', 'reopened'])
  assert.deepEqual(reachedFrom('asked'), ['considered', 'without-assessment'])
  assert.deepEqual(reachedFrom('assessed'), [
    'considered',
    'asked',
    'without-assessment',
    'worked-out',
  ])
  assert.deepEqual(reachedFrom('without-assessment'), ['considered', 'asked', 'worked-out'])
  assert.deepEqual(reachedFrom('worked-out'), ['assessed', 'without-assessment'])
  assert.deepEqual(reachedFrom('decided'), ['worked-out'])
  assert.deepEqual(reachedFrom('notified'), ['decided'])
  assert.deepEqual(reachedFrom('reopened'), ['decided', 'notified'])
})

test('whatever the order of acts, a decision stands on a look and a worksheet of its own round', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...dossierActs), { maxLength: 40 }), (order) => {
      let at: { state: DossierState; basis: Basis | undefined } = {
        state: 'received',
        basis: undefined,
      }
      let round: DossierAct[] = []
      for (const act of order) {
        const next = step(act, at)
        if (!next.ok) continue
        at = next
        round = act === 'reopen' ? [] : [...round, act]
        if (act === 'decide') {
          const look = round.findLastIndex((one) => one === 'assess' || one === 'go-without')
          const sheet = round.lastIndexOf('work-out')
          assert.ok(round.indexOf('consider') < look && look >= 0, round.join())
          assert.ok(look < sheet, round.join())
        }
        // What the database holds as well.
        const settled = ['assessed', 'without-assessment', 'worked-out', 'decided', 'notified']
        assert.equal(settled.includes(at.state), at.basis !== undefined)
      }
    }),
    { numRuns: 400 },
  )
})

test('an assessment that comes in late takes the worksheet up anew', () => {
  for (const state of ['without-assessment', 'worked-out'] as const) {
    assert.deepEqual(step('assess', { state, basis: 'reason' }), {
      ok: true,
      state: 'assessed',
      basis: 'assessment',
    })
  }
  assert.deepEqual(step('resume', { state: 'worked-out', basis: 'reason' }), {
    ok: true,
    state: 'without-assessment',
    basis: 'reason',
  })
})

test('a sepot stays as it is, unless something is new, a complaint was upheld or the court ordered it', () => {
  const news = { assessment: false, recall: false }
  const nothing = {
    ...{ newFacts: 0, news, courtOrder: false, upheldComplaint: false, sepot: true },
  }
  assert.equal(mayReopen(nothing), false)
  for (const reason of [
    { newFacts: 1 },
    { news: { ...news, assessment: true } },
    { news: { ...news, recall: true } },
    { courtOrder: true },
    { upheldComplaint: true },
    { sepot: false },
  ]) {
    assert.equal(mayReopen({ ...nothing, ...reason }), true)
  }
  for (const state of ['worked-out', 'decided', 'notified'] as const) {
    assert.equal(worksheetIsOpen({ state }), false)
  }
  const afterwards = actsOpen({ state: 'notified', basis: 'assessment' })
  assert.deepEqual(afterwards, ['ask', 'assess', 'reopen'])
})
