import type { Condition, Step } from './protocol.ts'

/** A run of a protocol: which step is due, done, skipped, not needed. Pure: facts in, an answer out. */

/**
 * `waiting`: its turn has not come. `not-needed`: the answer on which it depends was another one.
 * `set-aside`: it was open when the immediate route was taken. What has a term of a law stays open then.
 */
export type StepState = 'waiting' | 'open' | 'done' | 'skipped' | 'not-needed' | 'set-aside'

export type RunState = 'running' | 'immediate' | 'ended'

export type Standing = {
  readonly id: string
  readonly state: StepState
  /** counts how often it came back, from 1 */
  readonly round: number
}

/** What was answered to the choices and dates of each step. */
export type Answers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export type Run = {
  readonly state: RunState
  readonly steps: readonly Standing[]
  readonly answers: Answers
}

type Ruled = Pick<Step, 'id' | 'after' | 'when' | 'repeat' | 'ends' | 'term'>

export type Moved =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly because: `step-is-${StepState}` | `run-is-${RunState}` }

const settled: readonly StepState[] = ['done', 'skipped', 'not-needed']

export const begin = (steps: readonly Ruled[]): Run =>
  advance(steps, {
    state: 'running',
    steps: steps.map(({ id }) => ({ id, state: 'waiting', round: 1 })),
    answers: {},
  })

/**
 * A step that is done keeps its answers, and what depends on them opens or turns out not to be needed.
 * `again`: it comes back, as its question about repeating was answered.
 */
export function doStep(
  steps: readonly Ruled[],
  run: Run,
  done: { readonly id: string; readonly answers: Answers[string]; readonly again?: boolean },
): Moved {
  const refused = notOpen(run, done.id)
  if (refused) return refused
  const rule = steps.find(({ id }) => id === done.id)
  const comesBack = rule?.repeat !== undefined && done.again === true
  const repeats = rule?.repeat ? { again: [done.again ? 'yes' : 'no'] } : {}
  const answers = { ...run.answers, [done.id]: { ...done.answers, ...repeats } }
  const next = change(run, done.id, (one) =>
    comesBack ? { ...one, round: one.round + 1 } : { ...one, state: 'done' },
  )
  const asked = { ...next, answers }
  return {
    ok: true,
    run: rule?.ends ? end(asked) : goOn(steps, reopen(steps, asked, done.id)),
  }
}

/** With a reason, which is not kept here. What nobody answered is not a no: what depends on it opens. */
export function skipStep(steps: readonly Ruled[], run: Run, id: string): Moved {
  const refused = notOpen(run, id)
  if (refused) return refused
  const next = change(run, id, (one) => ({ ...one, state: 'skipped' }))
  return { ok: true, run: goOn(steps, next) }
}

/** Danger now: everything that was open waits, but for what a law gives a term, because that runs on. */
export function takeImmediateRoute(steps: readonly Ruled[], run: Run): Moved {
  if (run.state !== 'running') return { ok: false, because: `run-is-${run.state}` }
  const byLaw = new Set(steps.filter(({ term }) => term?.law).map(({ id }) => id))
  const standings = run.steps.map((one) =>
    one.state === 'open' && !byLaw.has(one.id) ? aside(one) : one,
  )
  return { ok: true, run: { ...run, state: 'immediate', steps: standings } }
}

/** The danger is over: what waited is open again. */
export function resume(steps: readonly Ruled[], run: Run): Moved {
  if (run.state !== 'immediate') return { ok: false, because: `run-is-${run.state}` }
  const back = run.steps.map(
    (one): Standing => (one.state === 'set-aside' ? { ...one, state: 'open' } : one),
  )
  return { ok: true, run: goOn(steps, { ...run, state: 'running', steps: back }) }
}

export const stop = (run: Run): Moved =>
  run.state === 'ended' ? { ok: false, because: 'run-is-ended' } : { ok: true, run: end(run) }

/** Steps that opened, or opened again, between two moments of a run. */
export const openedBetween = (before: Run | undefined, after: Run): readonly string[] =>
  after.steps
    .filter((one) => {
      const was = before?.steps.find(({ id }) => id === one.id)
      return one.state === 'open' && (was?.state !== 'open' || was.round !== one.round)
    })
    .map(({ id }) => id)

const aside = (one: Standing): Standing => ({ ...one, state: 'set-aside' })

function notOpen(run: Run, id: string): Moved | undefined {
  const state = run.steps.find((one) => one.id === id)?.state ?? 'waiting'
  if (state === 'open') return undefined
  if (run.state !== 'running') return { ok: false, because: `run-is-${run.state}` }
  return { ok: false, because: `step-is-${state}` }
}

const change = (run: Run, id: string, make: (one: Standing) => Standing): Run => ({
  ...run,
  steps: run.steps.map((one) => (one.id === id ? make(one) : one)),
})

/** A step that came back got another answer: what depends on it and was past comes back too. */
function reopen(rules: readonly Ruled[], run: Run, id: string): Run {
  const depends = rules.filter(({ when }) => when.some((one) => one.step === id && holds(run, one)))
  return depends.reduce(
    (next, rule) =>
      change(next, rule.id, (one) =>
        settled.includes(one.state) ? { ...one, state: 'waiting', round: one.round + 1 } : one,
      ),
    run,
  )
}

/** Opens whatever can open and drops whatever is not needed, until nothing changes any more. */
function advance(rules: readonly Ruled[], run: Run): Run {
  let now = run
  for (;;) {
    const next = rules.reduce((reached, rule) => {
      const state = turnOf(rule, reached)
      return change(reached, rule.id, (one) =>
        one.state === 'waiting' && state !== 'waiting' ? { ...one, state } : one,
      )
    }, now)
    if (next.steps.every((one, index) => one.state === now.steps[index]?.state)) return next
    now = next
  }
}

function turnOf({ after, when }: Ruled, run: Run): 'waiting' | 'open' | 'not-needed' {
  const needed = when.length === 0 || when.some((one) => holds(run, one))
  if (needed) return after.every((id) => isSettled(run, id)) ? 'open' : 'waiting'
  return when.every(({ step }) => isSettled(run, step)) ? 'not-needed' : 'waiting'
}

/** A step that is switched off asks nothing, and nobody waits for it. */
const isSettled = (run: Run, id: string): boolean =>
  settled.includes(run.steps.find((one) => one.id === id)?.state ?? 'not-needed')

const holds = (run: Run, { step, field, is }: Condition): boolean =>
  run.steps.find((one) => one.id === step)?.state === 'skipped' ||
  (run.answers[step]?.[field] ?? []).some((answer) => is.includes(answer))

/** Nothing new opens during the immediate route: it comes when the danger is over. */
const goOn = (rules: readonly Ruled[], run: Run): Run =>
  run.state === 'immediate' ? run : finish(advance(rules, run))

/** When nothing is open any more, nothing can still come. */
const finish = (run: Run): Run => (run.steps.some(({ state }) => state === 'open') ? run : end(run))

function end(run: Run): Run {
  const steps = run.steps.map(
    (one): Standing => (settled.includes(one.state) ? one : { ...one, state: 'not-needed' }),
  )
  return { ...run, state: 'ended', steps }
}
