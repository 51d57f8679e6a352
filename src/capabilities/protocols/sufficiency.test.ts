import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import type { Role } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { activeSteps, type Changes, noChanges, protocolOf } from './edition.ts'
import { type Protocol, type Step, stepRoles } from './protocol.ts'
import { loadProtocols } from './read-protocols.ts'
import { begin, doStep, type Run, skipStep } from './run.ts'
import { canBeReachedIn, type Finding, findingsIn, type Surroundings } from './sufficiency.ts'

const { knowledgeFolder } = readConfig({})
const knowledge = loadKnowledge(knowledgeFolder)
const { example, sufficiency } = loadProtocols(knowledgeFolder, knowledge)
const around: Surroundings = {
  isHeld: () => true,
  worksHere: () => true,
  canBeReached: canBeReachedIn(knowledge),
}
const found = (changes: Partial<Changes>, change: Partial<Surroundings> = {}) =>
  findingsIn(
    protocolOf({ example, changes: { ...noChanges, ...changes } }),
    sufficiency.requirements,
    { ...around, ...change },
  )
const told = (findings: readonly Finding[]) =>
  findings.map((one) => `${one.kind} ${one.because} ${one.step ?? ''}`)

test('the worked example lacks one thing, which only a school can know: whom to call in its region', () => {
  assert.deepEqual(told(found({})), ['unreachable nobody-to-call municipality'])
  assert.deepEqual(found({ steps: { municipality: { contact: 'Rosa Regie, 14 000' } } }), [])
})

test('a step that is switched off leaves a gap, and so does what nobody asks for any more', () => {
  const off = told(found({ steps: { 'question-1': { off: 'Te veel.' } } }))
  assert.ok(off.includes('unreachable never-opens question-2'))
  assert.ok(off.includes('unreachable never-opens review'))
  assert.ok(off.includes('missing nothing-covers-it '))
  const police = told(found({ steps: { police: { off: 'Doet een ander.' } } }))
  assert.ok(police.includes('missing switched-off police'))
})

test('a step without a term, without a role, with a role of elsewhere or that nobody holds, or a colleague who left is named', () => {
  assert.ok(told(found({ steps: { talk: { term: null } } })).includes('without-term no-term talk'))
  assert.ok(told(found({ steps: { talk: { roles: [] } } })).includes('without-owner no-role talk'))
  const unheld = told(found({}, { isHeld: (roles) => !roles.includes('school-leader') }))
  assert.ok(unheld.includes('without-owner role-unheld police'))
  const outside = {
    steps: { municipality: { roles: ['mentor', 'municipal-coordinator'] } },
  } as const
  const exists = (role: Role) => stepRoles('secondary-school').includes(role)
  const elsewhere = told(found(outside, { exists }))
  assert.ok(elsewhere.includes('without-owner role-elsewhere municipality'))
  assert.ok(!told(found({}, { exists })).join().includes('role-elsewhere'))
  const gone = { steps: { talk: { personId: 'x' } } }
  assert.ok(
    told(found(gone, { worksHere: () => false })).includes('without-owner colleague-gone talk'),
  )
})

const own = {
  id: 'own-1',
  follows: 'routes',
  title: 'Bel de jeugdagent',
  text: 'Bel.',
  term: { unit: 'same-day' },
  roles: ['mentor'],
  contact: '06',
  covers: ['police'],
  writes: 'contact',
} as const

test('a step after the one that ends the run is said never to come, and covers nothing', () => {
  const late = { ...own, follows: 'close' }
  const later = { ...own, id: 'own-2', follows: 'own-1', covers: [] }
  const findings = told(
    found({ steps: { police: { off: 'Wij bellen zelf.' } }, own: [late, later] }),
  )
  assert.ok(findings.includes('unreachable after-the-end own-1'))
  assert.ok(findings.includes('unreachable after-the-end own-2'))
  assert.ok(findings.includes('missing switched-off police'))
})

test('a step of the school’s own fills the gap that a step left', () => {
  const off = { police: { off: 'Wij bellen zelf.' } }
  const left = told(found({ steps: off, own: [own] })).filter((one) => one.startsWith('missing'))
  assert.deepEqual(left, [])
})

/** One answer of a question at most: with both, it would not be a condition. */
const onePerStep = (list: readonly { step: string; is: string }[]) =>
  [...new Map(list.map((one) => [one.step, one])).values()].map(({ step, is }) => ({
    step,
    field: 'q',
    is: [is],
  }))

/** A small protocol: steps that wait for earlier ones, and depend on a yes or no. */
const anySteps = fc
  .array(
    fc.record({
      after: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
      when: fc.array(fc.record({ step: fc.nat({ max: 5 }), is: fc.constantFrom('yes', 'no') }), {
        maxLength: 2,
      }),
      off: fc.boolean(),
      ends: fc.nat({ max: 9 }).map((one) => one === 0),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((list): { protocol: Protocol; off: string[] } => {
    const earlier = (index: number, at: number) => `s${index % at}`
    const [base] = example.steps as [Step]
    const steps = list.map(
      ({ after, when, ends }, index): Step => ({
        ...base,
        id: `s${index}`,
        ends,
        after: index === 0 ? [] : after.map((one) => earlier(one, index)),
        when: onePerStep(
          index === 0 ? [] : when.map(({ step, is }) => ({ step: earlier(step, index), is })),
        ),
      }),
    )
    const off = list.flatMap((one, index) => (one.off && index > 0 ? [`s${index}`] : []))
    return { protocol: { ...example, steps }, off }
  })

test('a step that is said never to come comes in no run, and any other comes in some', () => {
  fc.assert(
    fc.property(anySteps, ({ protocol, off }) => {
      const changes = {
        ...noChanges,
        steps: Object.fromEntries(off.map((id) => [id, { off: 'uit' }])),
      }
      const school = protocolOf({ example: protocol, changes })
      const steps = activeSteps(school)
      const never = new Set(
        findingsIn(school, [], around).flatMap((one) =>
          one.kind === 'unreachable' && one.because !== 'nobody-to-call' ? [one.step] : [],
        ),
      )
      // Every run there is, by trying every answer to every open step.
      const came = new Set<string>()
      const seen = new Set<string>()
      const walk = (run: Run): void => {
        const key = JSON.stringify(run)
        if (seen.has(key)) return
        seen.add(key)
        for (const { id, state } of run.steps) {
          if (state !== 'open') continue
          came.add(id)
          for (const answer of ['yes', 'no']) {
            const next = doStep(steps, run, { id, answers: { q: [answer] } })
            if (next.ok) walk(next.run)
          }
          // Whoever skips the end of a run goes on after it: that is not what the check is about.
          const ends = steps.find((one) => one.id === id)?.ends
          const next = ends ? undefined : skipStep(steps, run, id)
          if (next?.ok) walk(next.run)
        }
      }
      walk(begin(steps))
      const whole = steps.every(({ ends }) => !ends)
      for (const { id } of steps) {
        if (never.has(id)) assert.ok(!came.has(id), id)
        else if (whole) assert.ok(came.has(id), id)
      }
    }),
    { seed: 41, numRuns: 250 },
  )
})
