import {
  type AgeGroup,
  type ClockRule,
  isForAge,
  type Limit,
  type Pause,
  type ProcedureEvent,
} from '#capabilities/law/index.ts'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'

/** The clocks of an arrest: facts in, an indicative answer out. It holds nobody and frees nobody. Pure. */

/** Something that happened, to the minute; `until` for what lasted, such as being questioned. */
export type Happened = {
  readonly event: ProcedureEvent
  readonly at: Temporal.Instant
  readonly until?: Temporal.Instant | undefined
}

export type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** `pre-trial-detention` can be unknown: then the clocks that hang on it are too. */
export type Offence = 'pre-trial-detention' | 'no-pre-trial-detention' | 'unknown'

export type ClockNow = {
  readonly rule: ClockRule
  /** `open`: it runs and has no length; `over`: its moment has passed and nothing ended it */
  readonly state: 'waiting' | 'unknown' | 'open' | 'running' | 'over' | 'ended'
  readonly since: Temporal.Instant | undefined
  /** the first moment that is too late; nothing when it has no length or cannot be known */
  readonly until: Temporal.Instant | undefined
  /** between since and until, oldest first */
  readonly notCounted: readonly Span[]
  readonly endedBy: Happened | undefined
  /** what must be filled in before anything can be said */
  readonly missing: readonly (ProcedureEvent | 'offence')[]
}

type Asked = {
  readonly events: readonly Happened[]
  readonly rules: readonly ClockRule[]
  readonly offence: Offence
  /** on the day of the fact */
  readonly ageGroup: AgeGroup
  readonly now: Temporal.Instant
}

/** Every clock that is valid for what happened and for this age, in the order of the rules. */
export function clocksNow({ events, rules, offence, ageGroup, now }: Asked): readonly ClockNow[] {
  const sorted = [...events].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const questioned = sorted
    .filter(({ event }) => event === 'questioning')
    .map(({ at, until }) => ({ from: at, until: until ?? later(at, now) }))
    .filter(({ from, until }) => earlier(from, until))
  return rules
    .filter(({ ages }) => isForAge(ages, ageGroup))
    .filter((rule) => rule.offence === 'any' || offence === 'unknown' || rule.offence === offence)
    .flatMap((rule) => {
      const known = { rule, rules, events: sorted, questioned, offence, now }
      const found = clockNow(known)
      const on = dutchDate(found.since ?? now)
      return (rule.validFrom ?? on) <= on && on <= (rule.validUntil ?? on) ? [found] : []
    })
}

/** In which order they are shown: what has an end by its moment, then what has no length. */
export const byMoment = (a: ClockNow, b: ClockNow): number => {
  if (a.until && b.until) return Temporal.Instant.compare(a.until, b.until)
  return a.until ? -1 : b.until ? 1 : 0
}

type Known = {
  readonly rule: ClockRule
  readonly rules: readonly ClockRule[]
  readonly events: readonly Happened[]
  readonly questioned: readonly Span[]
  readonly offence: Offence
  readonly now: Temporal.Instant
}

function clockNow(known: Known): ClockNow {
  const { rule, events, offence, now } = known
  const nothing = { rule, since: undefined, until: undefined, notCounted: [], endedBy: undefined }
  const again = rule.starts.includes('arrested-again') ? heldAgain(events) : undefined
  if (again) return withoutBegin(known, justAfter(again.release), ['arrested-again'])
  const begin = beginOf(known)
  if (!begin) {
    const asked = events.find(({ event }) => rule.starts.some((one) => presupposes(event, one)))
    return asked ? withoutBegin(known, asked.at) : { ...nothing, state: 'waiting', missing: [] }
  }
  if ('missing' in begin) return withoutBegin(known, begin.event, begin.missing)
  const endedBy = events.find(
    ({ event, at }) => rule.ends.includes(event) && !earlier(at, begin.event),
  )
  const since = begin.since
  if (rule.offence !== 'any' && offence === 'unknown') {
    return {
      ...nothing,
      since,
      endedBy,
      state: endedBy ? 'ended' : 'unknown',
      missing: ['offence'],
    }
  }
  const { until, notCounted } = endOf(rule, since, known.questioned)
  const state = endedBy
    ? 'ended'
    : until === undefined
      ? 'open'
      : earlier(now, until)
        ? 'running'
        : 'over'
  return { rule, state, since, until, notCounted, endedBy, missing: [] }
}

/** It must have begun, nobody wrote when: unknown, unless something that ends it happened since. */
function withoutBegin(
  { rule, events }: Known,
  from: Temporal.Instant,
  missing: ClockNow['missing'] = [rule.starts[0]],
): ClockNow {
  const endedBy = events.find(({ event, at }) => rule.ends.includes(event) && !earlier(at, from))
  return {
    rule,
    since: undefined,
    until: undefined,
    notCounted: [],
    endedBy,
    state: endedBy ? 'ended' : 'unknown',
    missing,
  }
}

type Begin = { readonly since: Temporal.Instant; readonly event: Temporal.Instant }

type Lost = { readonly missing: ClockNow['missing']; readonly event: Temporal.Instant }

/** Where a clock begins; when it follows one of which the end cannot be known: what is missing of that one. */
function beginOf(known: Known): Begin | Lost | undefined {
  const { rule, rules, events } = known
  const event = startOf(rule.starts, events)
  if (!event) return undefined
  if (!rule.follows) return { since: event, event }
  const before = rules.find(({ id }) => id === rule.follows)
  const first = before && clockNow({ ...known, rule: before })
  // Of a time before: whoever is held again begins anew.
  if (first?.since && earlier(event, first.since)) return undefined
  const since = first?.until
  if (since) return { since, event }
  return { event, missing: first && first.missing.length > 0 ? first.missing : [rule.starts[0]] }
}

/** What happens once, however often it is repeated: the first one counts. */
const once: readonly ProcedureEvent[] = ['arrest', 'questioning']

/**
 * The event with which it begins: the first one, or the first after a release when somebody was held again. The
 * same order written down twice does not begin anew, so that no moment is shown too late.
 */
export function startOf(
  kinds: readonly ProcedureEvent[],
  events: readonly Happened[],
): Temporal.Instant | undefined {
  const starts = events.filter(({ event }) => kinds.includes(event)).map(({ at }) => at)
  if (kinds.every((kind) => once.includes(kind))) return starts[0]
  const releases = events.filter((one) => one.event === 'release').map(({ at }) => at)
  return starts.reduce<Temporal.Instant | undefined>(
    (begun, at) =>
      !begun || releases.some((one) => !earlier(one, begun) && earlier(one, at)) ? at : begun,
    undefined,
  )
}

/** What nobody can be subject to without being held. */
const orders: readonly ProcedureEvent[] = [
  'holding-order',
  'identity-extension',
  'custody-order',
  'custody-extension',
  'remand',
  'detention-order',
]

export type HeldAgain = { readonly release: Temporal.Instant; readonly order: Temporal.Instant }

/**
 * An order after a release, while nobody wrote down that the young person was arrested again: whatever begins with
 * an arrest began anew, and nobody knows when. `events` in order of time.
 */
export function heldAgain(events: readonly Happened[]): HeldAgain | undefined {
  let release: Temporal.Instant | undefined
  let found: HeldAgain | undefined
  for (const { event, at } of events) {
    if (event === 'release') release = at
    if (event === 'arrest' || event === 'arrested-again') {
      release = undefined
      found = undefined
    }
    if (release && orders.includes(event) && earlier(release, at)) {
      found = { release, order: at }
      release = undefined
    }
  }
  return found
}

type End = Pick<ClockNow, 'until' | 'notCounted'>

/** When it would end if nothing ends it before, and what of the time until then does not count. */
export function endOf(
  { limit, pause }: Pick<ClockRule, 'limit' | 'pause'>,
  since: Temporal.Instant,
  questioned: readonly Span[],
): End {
  if (limit.unit === 'at-once') return { until: undefined, notCounted: [] }
  if (limit.unit === 'calendar-days' || limit.unit === 'calendar-months') {
    return { until: endOfLastDay(limit, since), notCounted: [] }
  }
  const minutes = minutesIn(limit)
  return pause
    ? pausing(since, minutes, pause, questioned)
    : { until: since.add({ minutes }), notCounted: [] }
}

const minutesIn = (limit: Extract<Limit, { unit: 'hours' | 'days' }>): number =>
  (limit.unit === 'hours' ? limit.hours : limit.days * 24 + limit.hours) * 60

/** Goes from pause to pause until enough minutes have counted. */
function pausing(
  since: Temporal.Instant,
  minutes: number,
  pause: Pause,
  questioned: readonly Span[],
): End {
  const notCounted: Span[] = []
  let at = since
  let left = minutes
  for (const still of pausesFrom(since, pause, questioned)) {
    const counted = minutesBetween(at, still.from)
    if (counted >= left) break
    if (!earlier(at, still.until)) continue
    left -= Math.max(0, counted)
    notCounted.push({ from: later(at, still.from), until: still.until })
    at = still.until
  }
  return { until: at.add({ minutes: left }), notCounted }
}

/** The pauses of each Dutch day from this moment on, without the minutes of being questioned. */
function* pausesFrom(
  since: Temporal.Instant,
  { from, until }: Pause,
  questioned: readonly Span[],
): Generator<Span> {
  const zoned = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: dutchTimeZone, plainTime: time }).toInstant()
  let day = since.toZonedDateTimeISO(dutchTimeZone).toPlainDate()
  for (;;) {
    yield* without({ from: zoned(day, from), until: zoned(day, until) }, questioned)
    day = day.add({ days: 1 })
  }
}

/** `whole` without `parts`, oldest first. */
function without(whole: Span, parts: readonly Span[]): readonly Span[] {
  return parts.reduce<readonly Span[]>(
    (rest, part) =>
      rest.flatMap((span) => [
        ...(earlier(span.from, part.from)
          ? [{ from: span.from, until: sooner(span.until, part.from) }]
          : []),
        ...(earlier(part.until, span.until)
          ? [{ from: later(span.from, part.until), until: span.until }]
          : []),
      ]),
    [whole],
  )
}

type InDays = Extract<Limit, { unit: 'calendar-days' | 'calendar-months' }>

/** The day on which it begins does not count; the last one counts until midnight. */
function endOfLastDay(limit: InDays, since: Temporal.Instant): Temporal.Instant {
  const first = since.toZonedDateTimeISO(dutchTimeZone).toPlainDate()
  const last =
    limit.unit === 'calendar-days'
      ? first.add({ days: limit.days })
      : first.add({ months: limit.months }, { overflow: 'constrain' })
  return last.add({ days: 1 }).toZonedDateTime({ timeZone: dutchTimeZone }).toInstant()
}

/** What cannot have happened without something before it. Before everything comes the arrest. */
const before: Partial<Record<ProcedureEvent, readonly ProcedureEvent[]>> = {
  'counsel-there': ['counsel-notified'],
  'identity-extension': ['holding-order'],
  'custody-order': ['holding-order'],
  'board-told': ['custody-order'],
  'custody-extension': ['custody-order'],
  'detention-order': ['remand'],
  'halt-referral': ['questioning'],
  'core-report': ['questioning'],
  'full-report': ['questioning'],
}

const presupposes = (event: ProcedureEvent, other: ProcedureEvent): boolean =>
  other === 'arrest' || (before[event]?.includes(other) ?? false)

const earlier = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0
const later = (a: Temporal.Instant, b: Temporal.Instant) => (earlier(a, b) ? b : a)
const sooner = (a: Temporal.Instant, b: Temporal.Instant) => (earlier(a, b) ? a : b)

/** Events are written to the minute. */
const justAfter = (at: Temporal.Instant): Temporal.Instant => at.add({ minutes: 1 })

const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant): number =>
  (until.epochMilliseconds - from.epochMilliseconds) / 60_000

const dutchDate = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(dutchTimeZone).toPlainDate().toString()
