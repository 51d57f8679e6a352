import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AgeGroup,
  type ClockRule,
  loadLaw,
  type ProcedureEvent,
} from '#capabilities/law/index.ts'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { clocksNow, endOf, type Happened, type Offence } from './clock.ts'

const { clocks } = loadLaw(readConfig({}).knowledgeFolder).clocks
const ruleOf = (id: string): ClockRule =>
  clocks.find((one) => one.id === id) ?? assert.fail(`no clock ${id}`)

/** On a Dutch wall clock: '2026-11-23 14:20'. Twice a night in autumn: the first of the two. */
const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(dutchTimeZone).toInstant()
const onTheWall = (instant: Temporal.Instant | undefined): string | undefined =>
  instant
    ?.toZonedDateTimeISO(dutchTimeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
const happened = (event: ProcedureEvent, from: string, until?: string): Happened => ({
  event,
  at: at(from),
  until: until === undefined ? undefined : at(until),
})

const now = at('2026-11-23 12:00')
const look = (events: readonly Happened[], offence: Offence = 'pre-trial-detention', when = now) =>
  clocksNow({ events, rules: clocks, offence, ageGroup: '12-17', now: when })
const one = (id: string, events: readonly Happened[], offence?: Offence, when?: Temporal.Instant) =>
  look(events, offence, when).find(({ rule }) => rule.id === id)

/** Worked out by hand: from when, what was questioned at night, until when. */
const examples: Readonly<
  Record<string, readonly (readonly [string, string, ...(readonly [string, string])[]])[]>
> = {
  'holding-nine': [
    ['2026-11-23 09:00', '2026-11-23 18:00'],
    // Six hours until midnight, three more from nine.
    ['2026-11-23 18:00', '2026-11-24 12:00'],
    // It reaches nine hours at midnight exactly.
    ['2026-11-23 15:00', '2026-11-24 00:00'],
    ['2026-11-23 15:01', '2026-11-24 09:01'],
    // Begins at night: nothing counts until nine.
    ['2026-11-23 02:30', '2026-11-23 18:00'],
    // Questioned from one until two: that hour counts.
    ['2026-11-23 18:00', '2026-11-24 11:00', ['2026-11-24 01:00', '2026-11-24 02:00']],
    // Over the end of a month, of a year, and a leap day.
    ['2026-11-30 20:00', '2026-12-01 14:00'],
    ['2026-12-31 20:00', '2027-01-01 14:00'],
    ['2028-02-28 20:00', '2028-02-29 14:00'],
    // The night in which the clock changes does not count, however long it was.
    ['2026-10-24 20:00', '2026-10-25 14:00'],
    ['2026-03-28 20:00', '2026-03-29 14:00'],
    // Questioned in the hour that comes twice: 02:00 to 04:00 was three hours.
    ['2026-10-24 20:00', '2026-10-25 11:00', ['2026-10-25 02:00', '2026-10-25 04:00']],
    // And in the night that skips one: 01:00 to 04:00 was two hours.
    ['2026-03-28 20:00', '2026-03-29 12:00', ['2026-03-29 01:00', '2026-03-29 04:00']],
  ],
  'holding-six': [
    ['2026-11-23 11:15', '2026-11-23 17:15'],
    ['2026-11-23 22:00', '2026-11-24 13:00'],
  ],
  identity: [['2026-11-23 22:00', '2026-11-24 04:00']],
  'counsel-visit': [['2026-11-23 23:30', '2026-11-24 01:30']],
  custody: [
    ['2026-11-23 16:00', '2026-11-26 16:00'],
    ['2028-02-28 10:00', '2028-03-02 10:00'],
    // 72 hours over the longer night end an hour earlier on the wall, over the shorter one later.
    ['2026-10-23 16:00', '2026-10-26 15:00'],
    ['2026-03-27 16:00', '2026-03-30 17:00'],
  ],
  'before-judge': [
    ['2026-11-23 16:00', '2026-11-27 10:00'],
    ['2027-02-26 20:00', '2027-03-02 14:00'],
  ],
  remand: [['2026-11-23 16:00', '2026-12-07 16:00']],
  detention: [['2026-11-23 16:00', '2027-02-21 16:00']],
  'detention-unheard': [['2026-11-23 16:00', '2026-12-23 16:00']],
  zsm: [['2026-11-23 23:59', '2026-12-01 00:00']],
  halt: [['2026-12-28 10:00', '2027-01-05 00:00']],
  'core-report': [['2026-10-20 10:00', '2026-10-28 00:00']],
  'full-report': [['2026-01-31 10:00', '2026-03-03 00:00']],
  'prosecutor-look': [['2026-11-23 10:00', '2027-01-03 00:00']],
  'board-report': [['2026-11-23 10:00', '2027-01-05 00:00']],
  'prosecution-decision': [
    ['2026-11-23 10:00', '2027-02-24 00:00'],
    // There is no 31 February.
    ['2026-11-30 10:00', '2027-03-01 00:00'],
    ['2027-11-30 10:00', '2028-03-01 00:00'],
  ],
  judgment: [['2026-11-23 10:00', '2027-05-23 00:00']],
}

for (const [id, rows] of Object.entries(examples)) {
  test(`${id}: the examples worked out by hand`, () => {
    for (const [from, until, ...questioned] of rows) {
      const spans = questioned.map(([a, b]) => ({ from: at(a), until: at(b) }))
      assert.equal(onTheWall(endOf(ruleOf(id), at(from), spans).until), until, from)
    }
  })
}

test('every clock with a length has an example, and every other says its promptness in words', () => {
  for (const { id, limit, follows } of clocks) {
    if (limit.unit === 'at-once') assert.ok(limit.says.nl && limit.says.en, id)
    else if (!follows) assert.ok(examples[id], id)
  }
})

test('nothing is computed without its beginning; what must have happened before is asked for', () => {
  assert.deepEqual(one('holding-nine', [happened('arrest', '2026-11-23 09:00')])?.state, 'waiting')
  const skipped = one(
    'holding-six',
    [happened('identity-extension', '2026-11-23 17:00')],
    'unknown',
  )
  assert.deepEqual([skipped?.state, skipped?.missing], ['ended', ['holding-order']])
  const longer = one('custody', [happened('custody-extension', '2026-11-25 11:00')])
  assert.deepEqual([longer?.state, longer?.endedBy?.event], ['ended', 'custody-extension'])
  // What is asked for is the order that is missing, not the extension that is there.
  const remand = one('custody-longer', [happened('custody-extension', '2026-11-25 11:00')])
  assert.deepEqual([remand?.state, remand?.missing], ['unknown', ['custody-order']])
  const arrest = one('before-judge', [happened('arrival', '2026-11-23 09:30')])
  assert.deepEqual(arrest?.missing, ['arrest'])
  assert.equal(
    one('identity', [happened('custody-order', '2026-11-23 17:00')], 'unknown')?.state,
    'waiting',
  )
})

test('straight into custody: no clock of holding stays open, and counsel is due since the order', () => {
  const custody = happened('custody-order', '2026-11-23 17:00')
  const events = [happened('arrest', '2026-11-23 16:00'), custody]
  assert.equal(one('holding-nine', events)?.endedBy, custody)
  const counsel = one('counsel', events)
  assert.deepEqual([counsel?.state, onTheWall(counsel?.since)], ['open', '2026-11-23 17:00'])
  // With both it is the first of the two.
  const held = [...events, happened('holding-order', '2026-11-23 16:30')]
  assert.equal(onTheWall(one('counsel', held)?.since), '2026-11-23 16:30')
  const unknown = look(events).filter(
    ({ rule, state }) => rule.kind === 'term' && state === 'unknown',
  )
  assert.deepEqual(unknown, [])
})

test('what goes for minors is no clock of who was grown on the day of the fact; of who has no known age it is', () => {
  const events = [
    happened('arrest', '2026-11-23 16:00'),
    happened('questioning', '2026-11-23 17:00'),
  ]
  const ids = (ageGroup: AgeGroup) =>
    clocksNow({ events, rules: clocks, offence: 'unknown', ageGroup, now }).map(
      ({ rule }) => rule.id,
    )
  for (const group of ['18-22', '23-and-over'] as const) {
    for (const id of ['rights', 'parents', 'counsel', 'halt', 'zsm', 'board-report']) {
      assert.equal(ids(group).includes(id), false, id)
    }
    assert.ok(ids(group).includes('before-judge'))
  }
  assert.deepEqual(ids('unknown'), ids('12-17'))
  assert.ok(ids('under-12').includes('parents'))
  for (const id of ['halt', 'prosecution-decision'])
    assert.equal(ids('under-12').includes(id), false)
})

test('what hangs on the offence is not guessed: unknown gives no moment, known leaves the other clock out', () => {
  const events = [happened('holding-order', '2026-11-23 10:00')]
  for (const id of ['holding-nine', 'holding-six']) {
    const clock = one(id, events, 'unknown')
    assert.equal(clock?.state, 'unknown')
    assert.equal(clock?.until, undefined)
    assert.deepEqual(clock?.missing, ['offence'])
  }
  assert.equal(one('holding-six', events, 'pre-trial-detention'), undefined)
  assert.equal(one('holding-nine', events, 'no-pre-trial-detention'), undefined)
  assert.equal(
    onTheWall(one('holding-six', events, 'no-pre-trial-detention')?.until),
    '2026-11-23 16:00',
  )
})

test('a clock ends by what happened after its beginning, and says by what; else it runs or is over', () => {
  const order = happened('holding-order', '2026-11-23 10:00')
  assert.equal(one('holding-nine', [order])?.state, 'running')
  assert.equal(one('holding-nine', [order], undefined, at('2026-11-23 19:00'))?.state, 'over')
  assert.equal(one('holding-nine', [order], undefined, at('2026-11-23 18:59'))?.state, 'running')
  const release = happened('release', '2026-11-23 11:30')
  const ended = one('holding-nine', [order, release])
  assert.equal(ended?.state, 'ended')
  assert.equal(ended?.endedBy, release)
  // Set free yesterday, held again today.
  assert.equal(
    one('holding-nine', [happened('release', '2026-11-22 11:30'), order])?.state,
    'running',
  )
  assert.equal(one('rights', [happened('arrest', '2026-11-23 09:00')])?.state, 'open')
})

test('what does not count is told, without the minutes of being questioned', () => {
  const clock = one('holding-nine', [
    happened('holding-order', '2026-11-23 20:00'),
    happened('questioning', '2026-11-24 01:00', '2026-11-24 02:00'),
  ])
  assert.deepEqual(
    clock?.notCounted.map(({ from, until }) => [onTheWall(from), onTheWall(until)]),
    [
      ['2026-11-24 00:00', '2026-11-24 01:00'],
      ['2026-11-24 02:00', '2026-11-24 09:00'],
    ],
  )
})

test('being questioned until now counts until now', () => {
  const events = [
    happened('holding-order', '2026-11-23 20:00'),
    happened('questioning', '2026-11-24 01:00'),
  ]
  const until = one('holding-nine', events, undefined, at('2026-11-24 01:30'))?.until
  assert.equal(onTheWall(until), '2026-11-24 13:30')
})

test('the longer custody begins where the first would end; without its order it does not begin', () => {
  const order = happened('custody-order', '2026-11-23 16:00')
  const longer = happened('custody-extension', '2026-11-25 11:00')
  assert.equal(one('custody-longer', [order])?.state, 'waiting')
  assert.equal(onTheWall(one('custody-longer', [order, longer])?.until), '2026-11-29 16:00')
  assert.equal(one('custody-longer', [longer])?.state, 'unknown')
})

test('an extension ends the first custody: only the extended one runs', () => {
  const order = happened('custody-order', '2026-11-23 16:00')
  const longer = happened('custody-extension', '2026-11-25 11:00')
  const fourth = at('2026-11-27 09:00')
  const state = (id: string) => one(id, [order, longer], 'pre-trial-detention', fourth)?.state
  assert.deepEqual([state('custody'), state('custody-longer')], ['ended', 'running'])
  assert.equal(one('custody', [order], 'pre-trial-detention', fourth)?.state, 'over')
})

test('whoever is held again after a release has a clock that runs; the same order written twice does not move it', () => {
  const monday = happened('holding-order', '2026-11-23 17:00')
  const home = happened('release', '2026-11-23 20:00')
  const tuesday = happened('holding-order', '2026-11-24 10:00')
  const when = at('2026-11-24 11:00')
  for (const [id, offence, until] of [
    ['holding-nine', 'pre-trial-detention', '2026-11-24 19:00'],
    ['holding-six', 'no-pre-trial-detention', '2026-11-24 16:00'],
  ] as const) {
    const clock = one(id, [tuesday, home, monday], offence, when)
    assert.deepEqual([clock?.state, onTheWall(clock?.until)], ['running', until])
    const twice = happened('holding-order', '2026-11-24 10:30')
    const again = one(id, [monday, home, tuesday, twice], offence, when)
    assert.equal(onTheWall(again?.until), until)
  }
  const custody = happened('custody-order', '2026-11-23 18:00')
  const longer = happened('custody-extension', '2026-11-23 19:00')
  const anew = happened('custody-order', '2026-11-24 10:00')
  const events = [custody, longer, home, anew]
  assert.equal(one('custody', events, 'pre-trial-detention', when)?.state, 'running')
  assert.equal(one('custody-longer', events, 'pre-trial-detention', when)?.state, 'waiting')
})

test('sent home and held again: the clocks of the arrest ask for the new one, and begin with it', () => {
  const monday = [
    happened('arrest', '2026-11-23 08:00'),
    happened('parents-told', '2026-11-23 08:30'),
    happened('rights-told', '2026-11-23 08:05'),
    happened('release', '2026-11-23 20:00'),
  ]
  const custody = happened('custody-order', '2026-11-24 10:00')
  const when = at('2026-11-24 11:00')
  const stand = (id: string, events: readonly Happened[]) => {
    const clock = one(id, events, 'pre-trial-detention', when)
    return [clock?.state, onTheWall(clock?.since), clock?.missing]
  }
  const asking = ['unknown', undefined, ['arrested-again']]
  for (const id of ['before-judge', 'parents', 'rights', 'bring']) {
    assert.equal(stand(id, monday)[0], 'ended', id)
    assert.deepEqual(stand(id, [...monday, custody]), asking, id)
  }
  const judge = happened('judge', '2026-11-24 10:30')
  assert.equal(stand('before-judge', [...monday, custody, judge])[0], 'ended')
  const again = happened('arrested-again', '2026-11-24 09:00')
  const whole = [...monday, custody, again]
  assert.deepEqual(stand('before-judge', whole), ['running', '2026-11-24 09:00', []])
  assert.equal(
    onTheWall(one('before-judge', whole, 'pre-trial-detention', when)?.until),
    '2026-11-28 03:00',
  )
  for (const id of ['parents', 'rights']) {
    assert.deepEqual(stand(id, whole), ['open', '2026-11-24 09:00', []], id)
  }
  // The norm for the decision counts from the first arrest.
  assert.equal(stand('zsm', whole)[1], '2026-11-23 08:00')
})

test('at each order it is looked at again whether detention can be suspended', () => {
  const remand = happened('remand', '2026-11-23 16:00')
  const considered = happened('suspension-considered', '2026-11-23 16:00')
  const detention = happened('detention-order', '2026-12-03 16:00')
  const when = at('2026-12-04 09:00')
  const state = (id: string, ...events: readonly Happened[]) =>
    one(id, [remand, considered, ...events], 'pre-trial-detention', when)?.state
  assert.equal(state('suspension'), 'ended')
  assert.equal(state('suspension-detention', detention), 'open')
  const again = happened('suspension-considered', '2026-12-03 16:30')
  assert.equal(state('suspension-detention', detention, again), 'ended')
})

test('a clock counts on the days on which it is valid', () => {
  const rules = [{ ...ruleOf('custody'), validFrom: '2026-01-01', validUntil: '2026-12-31' }]
  const valid = (from: string) =>
    clocksNow({
      events: [happened('custody-order', from)],
      rules,
      offence: 'unknown',
      ageGroup: '12-17',
      now: at(from),
    })
  assert.equal(valid('2026-12-31 23:59').length, 1)
  assert.equal(valid('2027-01-01 00:00').length, 0)
  assert.equal(valid('2025-12-31 23:59').length, 0)
})
