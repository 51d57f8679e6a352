import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { readConfig } from '#platform/config.ts'
import { activeSteps, noChanges, protocolOf } from './edition.ts'
import { loadProtocols } from './read-protocols.ts'
import {
  begin,
  doStep,
  type Moved,
  openedBetween,
  type Run,
  resume,
  skipStep,
  stop,
  takeImmediateRoute,
} from './run.ts'

const { knowledgeFolder } = readConfig({})
const { example } = loadProtocols(knowledgeFolder, loadKnowledge(knowledgeFolder))
const steps = activeSteps(protocolOf({ example, changes: noChanges }))

const moved = (move: Moved): Run => {
  assert.ok(move.ok, move.ok ? '' : move.because)
  return move.run
}
const stateOf = (run: Run, id: string) => run.steps.find((one) => one.id === id)?.state
const open = (run: Run) => run.steps.filter(({ state }) => state === 'open').map(({ id }) => id)
const does = (run: Run, id: string, answers: Record<string, string[]> = {}, again = false) =>
  moved(doStep(steps, run, { id, answers, again }))

/** As far as the five questions, with a reason for worry. */
const worried = () => {
  let run = does(begin(steps), 'signal', { danger: ['no'] })
  run = does(run, 'triage', { 'go-on': ['yes'] })
  run = does(run, 'absence', { reached: ['no'] })
  run = does(does(run, 'consult'), 'advice')
  return does(does(run, 'talk', { parents: ['told'] }), 'question-1', { holds: ['yes'] })
}

test('a step whose turn has not come cannot be done, and one that is done not again', () => {
  const run = begin(steps)
  const early = doStep(steps, run, { id: 'talk', answers: {} })
  assert.deepEqual(early, { ok: false, because: 'step-is-waiting' })
  const next = does(run, 'signal', { danger: ['no'] })
  const twice = doStep(steps, next, { id: 'signal', answers: {} })
  assert.deepEqual(twice, { ok: false, because: 'step-is-done' })
  assert.deepEqual(skipStep(steps, next, 'signal'), { ok: false, because: 'step-is-done' })
})

test('a run begins with what waits for nothing', () => {
  assert.deepEqual(open(begin(steps)), ['signal', 'absence'])
})

test('an ordinary explanation leaves only the closing, and whatever was open', () => {
  const run = does(does(begin(steps), 'signal'), 'triage', { 'go-on': ['no'] })
  assert.deepEqual(open(run), ['absence', 'close'])
  assert.equal(stateOf(run, 'talk'), 'not-needed')
  assert.equal(does(run, 'close').state, 'ended')
})

test('doubt about safety asks for a report at once; no doubt asks the next question', () => {
  assert.ok(open(does(worried(), 'question-2', { unsafe: ['doubt'] })).includes('report'))
  const safe = does(worried(), 'question-2', { unsafe: ['no'] })
  assert.ok(open(safe).includes('question-3'))
  assert.ok(!open(safe).includes('report'))
  const refused = does(does(safe, 'question-3', { help: ['yes'] }), 'question-4', {
    accepts: ['no'],
  })
  assert.ok(open(refused).includes('report'))
})

test('sixteen hours of absence open the report, and a later count opens it again', () => {
  const first = does(begin(steps), 'absence', { reached: ['yes'] }, true)
  assert.ok(open(first).includes('absence-report') && open(first).includes('absence'))
  const reported = does(first, 'absence-report')
  assert.equal(stateOf(reported, 'absence-report'), 'done')
  const again = does(reported, 'absence', { reached: ['yes'] }, false)
  assert.equal(stateOf(again, 'absence-report'), 'open')
  assert.equal(again.steps.find(({ id }) => id === 'absence-report')?.round, 2)
  const quiet = does(reported, 'absence', { reached: ['no'] }, false)
  assert.equal(stateOf(quiet, 'absence-report'), 'done')
})

test('what nobody answered is not a no: what depends on a skipped question comes', () => {
  const run = moved(skipStep(steps, worried(), 'question-2'))
  assert.ok(open(run).includes('report') && open(run).includes('question-3'))
})

test('the immediate route sets aside everything that was open, and gives it back', () => {
  const run = worried()
  const away = moved(takeImmediateRoute(steps, run))
  assert.deepEqual(open(away), [])
  assert.deepEqual(takeImmediateRoute(steps, away), { ok: false, because: 'run-is-immediate' })
  assert.deepEqual(doStep(steps, away, { id: 'question-2', answers: {} }), {
    ok: false,
    because: 'run-is-immediate',
  })
  assert.deepEqual(open(moved(resume(steps, away))), open(run))
})

test('a term of a law runs on during the immediate route: that step is done, and nothing new opens', () => {
  const run = does(begin(steps), 'absence', { reached: ['yes'] })
  const away = moved(takeImmediateRoute(steps, run))
  assert.deepEqual(open(away), ['absence-report'])
  const done = does(away, 'absence-report')
  assert.equal(done.state, 'immediate')
  assert.deepEqual(open(done), [])
  assert.deepEqual(open(moved(resume(steps, done))), ['signal'])
  const stopped = moved(stop(away))
  assert.equal(stateOf(stopped, 'absence-report'), 'not-needed')
})

type Act = { readonly kind: 'do' | 'skip' | 'immediate' | 'resume' | 'stop'; readonly pick: number }

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('do', 'do', 'do', 'do', 'skip', 'immediate', 'resume', 'stop'),
  pick: fc.nat(),
})

/** Any answers that a form of this step could give, chosen by one number. */
const answersOf = (id: string, pick: number) =>
  Object.fromEntries(
    (steps.find((one) => one.id === id)?.form ?? []).flatMap((field) =>
      field.kind === 'choice' || field.kind === 'choices'
        ? [[field.id, [field.options[pick % field.options.length]?.id ?? '']]]
        : [],
    ),
  )

function actOn(run: Run, { kind, pick }: Act): Moved {
  // Also steps that cannot be done now: those must be refused.
  const id = steps[pick % steps.length]?.id ?? ''
  if (kind === 'do') {
    return doStep(steps, run, { id, answers: answersOf(id, pick >> 3), again: pick % 7 === 0 })
  }
  if (kind === 'skip') return skipStep(steps, run, id)
  if (kind === 'immediate') return takeImmediateRoute(steps, run)
  return kind === 'resume' ? resume(steps, run) : stop(run)
}

test('any order of doing, skipping and the immediate route keeps every step in one state and loses no answer', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 120 }), (acts) => {
      let run = begin(steps)
      const kept = new Map<string, string>()
      const doneAt = new Map<string, number>()
      for (const act of acts) {
        const move = actOn(run, act)
        const id = steps[act.pick % steps.length]?.id ?? ''
        const was = run.steps.find((one) => one.id === id)
        if (!move.ok) {
          if (act.kind === 'do' || act.kind === 'skip') {
            assert.ok(run.state !== 'running' || was?.state !== 'open')
          }
          continue
        }
        const next = move.run
        if (act.kind === 'do') {
          assert.equal(was?.state, 'open')
          // One step is never done twice in one round.
          assert.ok((doneAt.get(id) ?? 0) < (was?.round ?? 0))
          doneAt.set(id, was?.round ?? 0)
          kept.set(id, JSON.stringify(answersOf(id, act.pick >> 3)))
        }
        for (const [step, answers] of kept) {
          const { again: _, ...rest } = next.answers[step] ?? {}
          assert.equal(JSON.stringify(rest), answers)
        }
        for (const [index, one] of next.steps.entries()) {
          assert.equal(one.id, steps[index]?.id)
          assert.ok(one.round >= (run.steps[index]?.round ?? 0))
          const byLaw = steps[index]?.term?.law === true
          if (one.state === 'open' && !byLaw) assert.equal(next.state, 'running')
          if (one.state === 'set-aside') assert.ok(!byLaw)
          if (one.state === 'set-aside') assert.equal(next.state, 'immediate')
          if (one.state === 'waiting') assert.notEqual(next.state, 'ended')
        }
        for (const opened of openedBetween(run, next)) assert.equal(stateOf(next, opened), 'open')
        run = next
      }
      // Whoever goes on long enough comes to an end: no run is stuck with nothing to do.
      if (run.state === 'running') assert.ok(open(run).length > 0)
    }),
    { seed: 21, numRuns: 400 },
  )
})
