import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  ageGroups,
  type ClockRule,
  loadLaw,
  type ProcedureEvent,
  procedureEvents,
} from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { type ClockNow, clocksNow, endOf, type Happened } from './clock.ts'

const { clocks } = loadLaw(readConfig({}).knowledgeFolder).clocks

// The same, slowly and in another way: minute by minute, with the rule for summer time written out.

/** Minutes between Dutch time and UTC: summer from the last Sunday of March until that of October, 01:00 UTC. */
function offset(ms: number): number {
  const { begin, end } = summerOf(new Date(ms).getUTCFullYear())
  return ms >= begin && ms < end ? 120 : 60
}
const summers = new Map<number, { readonly begin: number; readonly end: number }>()
function summerOf(year: number) {
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1))
    return last.getTime() - last.getUTCDay() * 86_400_000
  }
  const summer = summers.get(year) ?? { begin: lastSunday(2), end: lastSunday(9) }
  summers.set(year, summer)
  return summer
}
const wall = (ms: number) => new Date(ms + offset(ms) * 60_000)

function slowly(rule: ClockRule, from: number, questioned: readonly (readonly [number, number])[]) {
  const { limit, pause } = rule
  if (limit.unit === 'calendar-days' || limit.unit === 'calendar-months') {
    const first = wall(from)
    const [y, m, d] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()]
    const months = limit.unit === 'calendar-months' ? limit.months : 0
    const longest = new Date(Date.UTC(y, m + months + 1, 0)).getUTCDate()
    const days = limit.unit === 'calendar-days' ? limit.days : 0
    const over = Date.UTC(y, m + months, Math.min(d, longest) + days + 1)
    // Quarter by quarter until the wall says that day has begun.
    let ms = Math.floor(from / 900_000) * 900_000
    while (wall(ms).getTime() < over) ms += 900_000
    return ms
  }
  if (limit.unit === 'at-once') return undefined
  let left = (limit.unit === 'hours' ? limit.hours : limit.days * 24 + limit.hours) * 60
  let ms = from
  while (left > 0) {
    const asked = questioned.some(([a, b]) => ms >= a && ms < b)
    const minute = wall(ms).getUTCHours() * 60 + wall(ms).getUTCMinutes()
    const inPause = pause !== null && minute >= minutes(pause.from) && minute < minutes(pause.until)
    if (!inPause || asked) left -= 1
    ms += 60_000
  }
  return ms
}
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes around the changes of the clock, the ends of months and years, and a leap day; or any. */
const someMinute = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        ...['2026-03-29', '2026-10-25', '2027-03-28', '2028-02-29', '2026-12-31', '2027-01-31'].map(
          (day) => Date.parse(`${day}T00:00Z`),
        ),
      ),
      fc
        .integer({ min: 0, max: 2000 })
        .map((day) => Date.parse('2026-01-01T00:00Z') + day * 86_400_000),
    ),
    fc.integer({ min: -3000, max: 3000 }),
  )
  .map(([day, minute]) => day + minute * 60_000)

test('every clock says the same as counting minute by minute', () => {
  const counted = clocks.filter(({ limit }) => limit.unit !== 'at-once')
  fc.assert(
    fc.property(
      fc.constantFrom(...counted),
      someMinute,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 1, max: 300 })), {
        maxLength: 4,
      }),
      (rule, from, asked) => {
        const spans = asked.map(([a, b]) => [from + a * 60_000, from + (a + b) * 60_000] as const)
        const { until, notCounted } = endOf(
          rule,
          Temporal.Instant.fromEpochMilliseconds(from),
          spans.map(([a, b]) => ({
            from: Temporal.Instant.fromEpochMilliseconds(a),
            until: Temporal.Instant.fromEpochMilliseconds(b),
          })),
        )
        assert.equal(until?.epochMilliseconds, slowly(rule, from, spans))
        // What passed is what counted and what did not.
        if (rule.limit.unit === 'hours' && until) {
          const pauses = notCounted.reduce(
            (sum, span) => sum + span.until.epochMilliseconds - span.from.epochMilliseconds,
            0,
          )
          assert.equal(until.epochMilliseconds - from - pauses, rule.limit.hours * 3_600_000)
        }
      },
    ),
    { numRuns: 200 },
  )
})

// And the whole of it: somebody walks along what happened with the rule in hand, and writes down how it stands.

/** Milliseconds; no two begin in the same minute. */
type Step = {
  readonly event: ProcedureEvent
  readonly at: number
  readonly until: number | undefined
}

/** What the text makes impossible without something before it; without an arrest nothing is. */
const needs: readonly (readonly [ProcedureEvent, ProcedureEvent])[] = [
  ['counsel-there', 'counsel-notified'],
  ['identity-extension', 'holding-order'],
  ['custody-order', 'holding-order'],
  ['board-told', 'custody-order'],
  ['custody-extension', 'custody-order'],
  ['detention-order', 'remand'],
  ['halt-referral', 'questioning'],
  ['core-report', 'questioning'],
  ['full-report', 'questioning'],
]

/** Orders by which somebody is held. */
const holding: readonly ProcedureEvent[] = [
  ...(['holding-order', 'identity-extension', 'custody-order'] as const),
  ...(['custody-extension', 'remand', 'detention-order'] as const),
]

type Stand = {
  readonly state: ClockNow['state']
  readonly since: number | undefined
  readonly until: number | undefined
  readonly endedBy: ProcedureEvent | undefined
}

type Walk = {
  readonly steps: readonly Step[]
  readonly rules: readonly ClockRule[]
  readonly offence: 'pre-trial-detention' | 'no-pre-trial-detention' | 'unknown'
  readonly now: number
}

function walked(rule: ClockRule, walk: Walk): Stand {
  const { steps, rules, offence, now } = walk
  const nothing = { since: undefined, until: undefined, endedBy: undefined }
  const first = rules.find(({ id }) => id === rule.follows)
  const before = first && walked(first, walk)
  let event: number | undefined
  let endedBy: ProcedureEvent | undefined
  let free = false
  // Sent home, and held by an order without a new arrest: from where that is so.
  let home: number | undefined
  let heldAgain: number | undefined
  // What happens once: the first arrest for a norm, and the first questioning.
  const once = rule.starts.every((start) => start === 'arrest' || start === 'questioning')
  for (const { event: kind, at } of steps) {
    if (kind === 'release') home = at
    if (kind === 'arrest' || kind === 'arrested-again') home = heldAgain = undefined
    if (home !== undefined && holding.includes(kind)) {
      heldAgain = home
      home = undefined
    }
    const again = event === undefined || (free && !once)
    if (rule.starts.includes(kind) && again) {
      event = at
      endedBy = undefined
      free = false
    }
    if (event !== undefined && at >= event) {
      if (rule.ends.includes(kind)) endedBy ??= kind
      if (kind === 'release') free = true
    }
  }
  if (rule.starts.includes('arrested-again') && heldAgain !== undefined) {
    const home = heldAgain
    const over = steps.find(({ event: kind, at }) => at > home && rule.ends.includes(kind))
    return { ...nothing, state: over ? 'ended' : 'unknown', endedBy: over?.event }
  }
  const lost = event === undefined || (first && before?.since === undefined)
  if (event !== undefined && before?.since !== undefined && event < before.since) {
    return { ...nothing, state: 'waiting' }
  }
  if (lost) {
    const from =
      event ??
      steps.find(({ event: kind }) =>
        rule.starts.some(
          (start) => start === 'arrest' || needs.some(([a, b]) => a === kind && b === start),
        ),
      )?.at
    if (from === undefined) return { ...nothing, state: 'waiting' }
    const since = steps.find(({ event: kind, at }) => at >= from && rule.ends.includes(kind))
    return { ...nothing, state: since ? 'ended' : 'unknown', endedBy: since?.event }
  }
  if (first && before?.until === undefined) {
    return { ...nothing, state: endedBy ? 'ended' : 'unknown', endedBy }
  }
  const since = before?.until ?? event ?? assert.fail()
  if (rule.offence !== 'any' && offence === 'unknown') {
    return { since, until: undefined, endedBy, state: endedBy ? 'ended' : 'unknown' }
  }
  const asked = steps
    .filter(({ event: kind }) => kind === 'questioning')
    .map(({ at, until }) => [at, until ?? Math.max(at, now)] as const)
  const until = slowly(rule, since, asked)
  const state = endedBy ? 'ended' : until === undefined ? 'open' : now < until ? 'running' : 'over'
  return { since, until, endedBy, state }
}

const wallDay = (ms: number) => wall(ms).toISOString().slice(0, 10)

/** A rule, with days on which it is valid, and a walk past what begins it, what ends it and what comes between. */
const someWalk = fc.constantFrom(...clocks).chain((shipped) => {
  const first = clocks.find(({ id }) => id === shipped.follows)
  const near = [
    ...shipped.starts,
    ...shipped.ends,
    ...(first?.starts ?? []),
    ...(shipped.starts.includes('arrested-again') ? (['arrest', 'custody-order'] as const) : []),
    'release',
    'questioning',
  ] as const
  const kind = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...near) },
    fc.constantFrom(...procedureEvents),
  )
  const wait = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 6000 }))
  const edge = fc.option(fc.integer({ min: -3, max: 6 }), { nil: null })
  return fc.record({
    shipped: fc.constant(shipped),
    from: someMinute,
    steps: fc.array(fc.record({ kind, wait, lasts: fc.option(fc.integer({ min: 1, max: 500 })) }), {
      maxLength: 9,
    }),
    wait,
    edges: fc.tuple(edge, edge),
    offence: fc.constantFrom('pre-trial-detention', 'no-pre-trial-detention', 'unknown'),
    ageGroup: fc.constantFrom(...ageGroups, 'unknown' as const),
  })
})

test('begin, end, held again, follow-up and validity stand as somebody walking along the days writes them down', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(someWalk, ({ shipped, from, steps: drawn, wait, edges, offence, ageGroup }) => {
      let ms = from
      const steps = drawn.map(({ kind, wait: minutes, lasts }): Step => {
        ms += minutes * 60_000
        const until = kind === 'questioning' && lasts !== null ? ms + lasts * 60_000 : undefined
        return { event: kind, at: ms, until }
      })
      const now = ms + wait * 60_000
      const [validFrom, validUntil] = edges.map((days) =>
        days === null ? null : wallDay(from + days * 86_400_000),
      )
      const rule = { ...shipped, validFrom: validFrom ?? null, validUntil: validUntil ?? null }
      const rules = clocks.map((one) => (one.id === rule.id ? rule : one))
      const instant = (at: number) => Temporal.Instant.fromEpochMilliseconds(at)
      const events = steps.map(
        ({ event, at, until }): Happened => ({
          event,
          at: instant(at),
          until: until === undefined ? undefined : instant(until),
        }),
      )
      const shown = clocksNow({
        events: events.toReversed(),
        rules,
        offence,
        ageGroup,
        now: instant(now),
      })
      const found = shown.find((one) => one.rule.id === rule.id)
      const stand = walked(rule, { steps, rules, offence, now })
      const on = wallDay(stand.since ?? now)
      const age = ageGroup === 'unknown' ? '12-17' : ageGroup
      const counts =
        (rule.offence === 'any' || offence === 'unknown' || rule.offence === offence) &&
        (rule.ages === null || rule.ages.includes(age)) &&
        !(rule.validFrom && on < rule.validFrom) &&
        !(rule.validUntil && on > rule.validUntil)
      assert.equal(found !== undefined, counts)
      if (!found) return
      seen.add(`${found.rule.follows ? 'follows ' : ''}${found.state}`)
      if (found.missing.includes('arrested-again')) seen.add('held again')
      assert.deepEqual(
        {
          state: found.state,
          since: found.since?.epochMilliseconds,
          until: found.until?.epochMilliseconds,
          endedBy: found.endedBy?.event,
        },
        stand,
      )
    }),
    { numRuns: 600, seed: 20261130 },
  )
  // It walked past everything that there is to see.
  for (const state of [
    'waiting',
    'unknown',
    'open',
    'running',
    'over',
    'ended',
    'follows running',
    'follows ended',
    'held again',
  ]) {
    assert.ok(seen.has(state), state)
  }
})
