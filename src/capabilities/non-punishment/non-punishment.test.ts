import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { loadLaw } from '#capabilities/law/index.ts'
import { newId } from '#platform/ids.ts'
import { safeCount, safeTable } from '#platform/safe-count.ts'
import { aChoice, aSigning } from './a-dossier.ts'
import { changedSince, editionsOf, seenField, seenFrom } from './changed-since.ts'
import { ageBandOf, compareYear, type Decided, type Kind } from './comparing.ts'
import type { EventKind } from './event-kinds.ts'
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
import { groundsOn, routesOpen, whyNot } from './routes-open.ts'
import { againstSigning } from './signing.ts'
import { gapsIn, notLookedAt, sheetBeside, sheetOf, whyNoStatement } from './worksheet.ts'
import { loadWorksheet } from './worksheet-pack.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const { routes, sepot } = loadLaw(folder)
const rules = { routes: routes.routes, sepot }
const now = { on: '2026-11-23', stage: 'with-prosecutor' }
const bases: readonly (Basis | undefined)[] = [undefined, 'assessment', 'reason']

// The way of a dossier: nobody gets to a decision past the look of a qualified person.

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

// Routes and grounds: what the rules allow, for a person to choose.

test('a bill is never an open route, and a route of another moment is closed with its reason', () => {
  const closed = (stage: string, id: string) =>
    routesOpen(routes.routes, { on: now.on, stage }).find(({ route }) => route.id === id)?.closed
  for (const { id } of routes.stages) assert.equal(closed(id, 'non-punishment-in-law'), 'bill')
  assert.equal(closed('with-prosecutor', 'judicial-pardon'), 'other-stage')
  assert.equal(closed('at-trial', 'judicial-pardon'), undefined)
  assert.equal(closed('before-status', 'sepot-06'), 'other-stage')
  assert.equal(closed('with-prosecutor', 'sepot-06'), undefined)
})

test('before its rule applied and after it ended, a route is closed', () => {
  const [route] = routes.routes.filter(({ id }) => id === 'judicial-pardon')
  assert.ok(route)
  const at = (on: string, change = {}) =>
    routesOpen([{ ...route, ...change }], { on, stage: 'at-trial' })[0]?.closed
  assert.equal(at('2022-03-31'), 'not-yet-in-force')
  assert.equal(at('2022-04-01'), undefined)
  assert.equal(at('2026-12-31', { validUntil: '2027-01-01' }), undefined)
  assert.equal(at('2027-01-01', { validUntil: '2027-01-01' }), 'no-longer-in-force')
  assert.equal(at('2026-12-31', { status: 'repealed' }), 'repealed')
})

test('routes stand in the order that the rules demand, technical before policy, whatever the file says', () => {
  const turned = routesOpen(routes.routes.toReversed(), now).map(({ route }) => route.kind)
  assert.ok(turned.lastIndexOf('technical') < turned.indexOf('policy'))
  assert.equal(turned.at(-1), 'bill')
})

test('04 is no ground since 1 July 2022', () => {
  const has = (on: string) => groundsOn(sepot.codes, on).some(({ code }) => code === '04')
  assert.deepEqual([has('2022-06-30'), has('2022-07-01')], [true, false])
  const choice = aChoice({ route: 'other-technical', grounds: ['04'] })
  assert.equal(whyNot(rules, now, choice), 'ground-unknown')
})

const policy = {
  route: 'sepot-42',
  grounds: ['42'],
  technicalTest: 'Past niet.',
  earlierGround: 'Geen dwang.',
}

const refused = [
  [
    'a ground of policy before the technical test',
    { ...policy, technicalTest: '' },
    'technical-first',
  ],
  ['42 without saying why not 06', { ...policy, earlierGround: ' ' }, 'earlier-ground-first'],
  [
    '02 without saying why not 01',
    { route: 'other-technical', grounds: ['02'] },
    'earlier-ground-first',
  ],
  [
    'technical and policy for the same offence',
    { grounds: ['06', '42'] },
    'technical-excludes-policy',
  ],
  [
    'policy and technical for the same offence',
    { ...policy, grounds: ['42', '06'] },
    'technical-excludes-policy',
  ],
  ['a condition with a technical ground', { conditions: 'Naar school.' }, 'conditions-need-policy'],
  [
    'a condition with prosecution',
    { route: 'prosecution', grounds: [], conditions: 'x' },
    'conditions-need-policy',
  ],
  [
    '01 with another ground',
    { route: 'other-technical', grounds: ['01', '02'] },
    'one-stands-alone',
  ],
  ['the same ground twice', { grounds: ['06', '06'] }, 'ground-twice'],
  ['a route without its ground', { grounds: [] }, 'ground-missing'],
  ['a ground with prosecution', { route: 'prosecution', grounds: ['06'] }, 'ground-unknown'],
  [
    'a first ground of another route',
    { ...policy, grounds: ['50', '42'] },
    'ground-of-another-route',
  ],
  ['a ground for ending an order', { grounds: ['91'] }, 'ground-of-another-route'],
  ['a ground that does not exist', { grounds: ['57'] }, 'ground-unknown'],
  ['a route that is not open', { route: 'judicial-pardon', grounds: [] }, 'route-closed'],
  ['the bill', { route: 'non-punishment-in-law', grounds: [] }, 'route-closed'],
] as const

for (const [what, change, because] of refused) {
  test(`the rules do not allow ${what}`, () => {
    assert.equal(whyNot(rules, now, aChoice(change)), because)
  })
}

test('what the rules allow is allowed: 06, 42 with conditions and a second ground, prosecution', () => {
  for (const change of [
    {},
    { ...policy, grounds: ['42', '50'], conditions: 'Meewerken aan hulp.' },
    { route: 'other-technical', grounds: ['01'] },
    { route: 'prosecution', grounds: [] },
  ]) {
    assert.equal(whyNot(rules, now, aChoice(change)), undefined)
  }
})

test('whatever is put together, no allowed choice breaks a rule about grounds', () => {
  const codes = sepot.codes.map(({ code }) => code)
  const testOf = (code: string) =>
    sepot.groups.find(({ id }) => id === sepot.codes.find((one) => one.code === code)?.group)?.test
  const words = fc.constantFrom('', 'Woorden.')
  const any = fc.record({
    route: fc.constantFrom(...routes.routes.map(({ id }) => id)),
    grounds: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
    conditions: words,
    technicalTest: words,
    earlierGround: words,
    why: words,
  })
  fc.assert(
    fc.property(any, (choice) => {
      if (whyNot(rules, now, choice)) return
      const tests = new Set(choice.grounds.map(testOf))
      assert.ok(tests.size <= 1)
      if (tests.has('policy')) assert.ok(choice.technicalTest)
      if (choice.conditions) assert.ok(tests.has('policy'))
      if (choice.grounds.includes('01')) assert.equal(choice.grounds.length, 1)
    }),
    { numRuns: 500 },
  )
})

// Signing.

const around = {
  assessments: 1,
  offences: ['a', 'b'],
  rules,
  moment: now,
} as const
const told = (change: Parameters<typeof aSigning>[1], more: object = {}) =>
  againstSigning(aSigning(['a', 'b'], change), { ...around, ...more }).map(({ because }) => because)

test('departing from the assessment without clear reasons is not signed; a tick is no reason', () => {
  assert.deepEqual(told({ following: 'departs' }), ['clear-reasons-missing'])
  assert.deepEqual(told({ following: 'departs', clearReasons: ' \n' }), ['clear-reasons-missing'])
  assert.deepEqual(told({ following: 'departs', clearReasons: 'De berichten zijn van later.' }), [])
  assert.deepEqual(told({}, { assessments: 2 }), ['clear-reasons-missing'])
  assert.deepEqual(told({ clearReasons: 'De tweede zag meer.' }, { assessments: 2 }), [])
})

test('nobody follows or departs from an assessment that is not there, nor says there is none when there is', () => {
  assert.deepEqual(told({}, { assessments: 0 }), ['following-does-not-fit'])
  assert.deepEqual(told({ following: 'no-assessment' }), ['following-does-not-fit'])
  assert.deepEqual(told({ following: 'no-assessment' }, { assessments: 0 }), [])
})

test('every offence has a route, there is an offence, and there are reasons', () => {
  const one = new Map([['a', aChoice({ why: 'Dwang.' })]])
  assert.deepEqual(told({ choices: one }), ['offence-without-route'])
  assert.deepEqual(told({}, { offences: [] }), ['no-offence'])
  assert.deepEqual(told({ reasons: ' ' }), ['reasons-missing'])
  assert.deepEqual(told({}), [])
  const unsaid = new Map(
    ['a', 'b'].map((id) => [id, aChoice({ why: id === 'a' ? 'Dwang.' : ' ' })]),
  )
  assert.deepEqual(told({ choices: unsaid }), ['why-missing'])
  assert.deepEqual(told({ choices: unsaid }, { offences: ['b'] }), [], 'of one the reasons say it')
})

// The worksheet.

test('a statement has a fact, and what speaks against it or where somebody looked in vain', () => {
  const statement = { text: 'x', facts: ['1'], against: 'y', againstFacts: [], searched: '' }
  assert.equal(whyNoStatement(statement), undefined)
  assert.equal(whyNoStatement({ ...statement, facts: [] }), 'fact-missing')
  assert.equal(whyNoStatement({ ...statement, against: ' ' }), 'against-missing')
  assert.equal(whyNoStatement({ ...statement, against: '', searched: 'verhoor' }), undefined)
  assert.equal(whyNoStatement({ ...statement, text: '' }), 'text-missing')
  const chosen = { ...statement, against: '', againstFacts: ['2'] }
  assert.equal(whyNoStatement(chosen), undefined)
  for (const found of [chosen, statement]) {
    assert.equal(whyNoStatement({ ...found, searched: 'verhoor' }), 'found-or-not')
  }
})

test('what was not looked at is told; the means are never missed, for under 18 they need no proof', () => {
  const { elements } = loadWorksheet(folder).worksheet
  const offences = ['a']
  const used = new Set(['2'])
  const nothing = notLookedAt({ elements, offences, said: [], facts: ['1', '2'], used })
  const left = nothing.gaps.map(({ element }) => element)
  assert.equal(left.includes('means'), false)
  assert.equal(left.length, elements.length - 1)
  assert.deepEqual(nothing.facts, ['1'])
  const unknown = [{ element: 'act', kind: 'unknown', offences: [] }] as const
  const some = gapsIn({ elements, offences, said: unknown })
  assert.equal(
    some.some(({ element }) => element === 'act'),
    false,
    'saying that it is not known is looking',
  )
})

test('what is said of one offence is said of no other, and what names none is about the only one there is', () => {
  const { elements } = loadWorksheet(folder).worksheet
  const of = (...offences: readonly string[]) =>
    ({ element: 'compulsion', kind: 'statement', offences }) as const
  const compulsion = (offences: readonly string[], said: readonly ReturnType<typeof of>[]) =>
    gapsIn({ elements, offences, said }).filter(({ element }) => element === 'compulsion')
  assert.deepEqual(compulsion(['a', 'b'], []), [{ element: 'compulsion' }])
  assert.deepEqual(compulsion(['a', 'b'], [of('a')]), [{ element: 'compulsion', offence: 'b' }])
  assert.deepEqual(compulsion(['a', 'b'], [of('a', 'b')]), [])
  assert.deepEqual(compulsion(['a'], [of()]), [])
  assert.deepEqual(compulsion(['a'], [of('gone')]), [{ element: 'compulsion' }])
  const two = { elements, offences: ['a', 'b'], said: [of('a'), of(), of('gone')] }
  const saidOf = (offence: string) => sheetOf(two, offence).flatMap(({ said }) => said)
  assert.deepEqual([saidOf('a'), saidOf('b')], [[of('a')], []])
  const beside = sheetBeside(two).filter(({ element }) => element.aboutOffence)
  assert.deepEqual(
    beside.flatMap(({ said }) => said),
    [of(), of('gone')],
  )
})

test('a number from 0 to 7 is never told, any other only in fives', () => {
  for (let count = 0; count <= 7; count++) assert.equal(safeCount(count), 'secret')
  assert.deepEqual([8, 12, 13, 22].map(safeCount), [10, 10, 15, 20])
})

test('what is secret in a row or a column cannot be had by taking the others from its total', () => {
  assert.deepEqual(safeTable([[12, 3, 30]]), [['secret', 'secret', 30]])
  assert.deepEqual(safeTable([[12, 3, 5, 30]]), [[10, 'secret', 'secret', 30]], '8 together')
  assert.deepEqual(safeTable([[12, 0, 30]]), [[10, 'secret', 30]], 'there is nothing to find')
  assert.deepEqual(safeTable([[12], [0]]), [[10], ['secret']])
  assert.deepEqual(safeTable([]), [])
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([wide, high]) => {
      const row = fc.array(fc.nat({ max: 25 }), { minLength: wide, maxLength: wide })
      return fc.array(row, { minLength: high, maxLength: high })
    })
  fc.assert(
    fc.property(counts, (table) => {
      const told = safeTable(table)
      const lineSafe = (line: readonly { count: number; told: number | 'secret' }[]) => {
        const secret = line.filter((one) => one.told === 'secret')
        const sum = secret.reduce((total, { count }) => total + count, 0)
        const isAlone = secret.length === line.length || line.length === 1
        assert.ok(isAlone || sum === 0 || sum > 7, JSON.stringify({ table, told }))
      }
      const cells = table.map((row, at) =>
        row.map((count, nth) => ({ count, told: told[at]?.[nth] ?? 'secret' })),
      )
      for (const row of cells) lineSafe(row)
      for (const nth of (cells[0] ?? []).keys()) lineSafe(cells.flatMap((row) => row[nth] ?? []))
      for (const one of cells.flat()) {
        assert.ok(one.told === 'secret' || (one.count > 7 && one.told % 5 === 0))
      }
      // A column in which nothing ever was changes nothing: adding one to the law uncovers no number.
      const wider = safeTable(table.map((row) => [...row, 0])).map((row) => row.slice(0, -1))
      if ((table[0]?.length ?? 0) > 1) assert.deepEqual(wider, told)
    }),
    { numRuns: 300 },
  )
})

test('decisions are compared by one thing at a time, each dossier once in a number, by the last of its decisions', () => {
  const one = (dossierId: string, change: Partial<Decided> = {}): Decided => ({
    ...{ dossierId, on: '2025-02-01', following: 'follows', ageBand: '16-17' },
    ...{ forms: ['theft'], routes: ['sepot-06'], offences: ['Sr 310'], lookedAt: ['act'] },
    ...change,
  })
  const many = (count: number, change: Partial<Decided> = {}, from = 0) =>
    Array.from({ length: count }, (_, nth) => one(`d${from + nth}`, change))
  const compare = (decided: readonly Decided[], kind: Kind, values: readonly string[]) =>
    compareYear(2025, kind, decided, { values, routes: ['sepot-06', 'prosecution'] })
  const bands = ['12-15', '16-17']
  const eight = compare(many(8), 'age', bands)
  assert.deepEqual(eight.quarters, [{ value: '16-17', beside: 1, about: 10 }])
  assert.deepEqual(eight.routes, [{ value: '16-17', beside: 'sepot-06', about: 10 }])
  assert.deepEqual(compare([...many(7), one('d0')], 'age', bands).quarters, [], 'one of them twice')
  // Three of a kind beside nine: the nine would tell the three.
  const mixed = [...many(9), ...many(3, { ageBand: '12-15' }, 20)]
  assert.deepEqual(compare(mixed, 'age', bands), { year: 2025, quarters: [], routes: [] })
  const again = [...many(8), ...many(8, { on: '2025-12-31', routes: ['prosecution'] })]
  const route = compare(again, 'route', ['sepot-06', 'prosecution'])
  assert.deepEqual(route.quarters, [
    { value: 'sepot-06', beside: 1, about: 10 },
    { value: 'prosecution', beside: 4, about: 10 },
  ])
  assert.deepEqual(route.routes, [])
  assert.deepEqual(compare(again, 'age', bands).routes, [
    { value: '16-17', beside: 'prosecution', about: 10 },
  ])
  const unnamed = compare(many(8, { forms: [] }), 'form', ['theft', 'none'])
  assert.deepEqual(unnamed.quarters, [{ value: 'none', beside: 1, about: 10 }])
  assert.deepEqual([undefined, 11, 12, 15, 16, 17, 18].map(ageBandOf), [
    'unknown',
    'under-12',
    '12-15',
    '12-15',
    '16-17',
    '16-17',
    '18-and-over',
  ])
})

test('between preparing and signing a birthday, a rule, a ground and what came in are told; a day alone is not', () => {
  const { worksheet } = loadWorksheet(folder)
  const packs = { routes, sepot, worksheet }
  const [first, second] = [newId(), newId()]
  const seen = { at: '2026-11-23T10:00:00Z', last: first, editions: editionsOf(packs) }
  const event = (id: string, kind: EventKind) => ({ id, kind, at: '2026-11-23T10:00:00Z' })
  const change = (
    now: string,
    { born = '', events = [event(first, 'add-fact')], change: more = {}, to = packs } = {},
  ) => changedSince({ ...seen, ...more }, now, { born, events }, to, 'with-prosecutor')
  const nextDay = '2026-11-23T23:30:00Z'
  assert.deepEqual(change(nextDay), [])
  assert.deepEqual(change(nextDay, { born: '2009-11-24' }), [{ what: 'age', from: 16, to: 17 }])
  assert.deepEqual(change('2026-11-23T22:30:00Z', { born: '2009-11-24' }), [], 'not in Dutch time')
  const ended = routes.routes.map((one) =>
    one.id === 'sepot-42' ? { ...one, validUntil: '2026-11-24' } : one,
  )
  assert.deepEqual(change(nextDay, { to: { ...packs, routes: { ...routes, routes: ended } } }), [
    { what: 'route-closed', route: 'sepot-42' },
  ])
  const june = { at: '2022-06-30T10:00:00Z' }
  assert.deepEqual(
    change('2022-07-01T10:00:00Z', { change: june }).filter(({ what }) => /ground/.test(what)),
    [{ what: 'ground-gone', ground: '04' }],
  )
  assert.deepEqual(change(seen.at, { change: { editions: ['older', 'older', 'older'] } }), [
    { what: 'editions' },
  ])
  const events = [event(first, 'add-fact'), event(second, 'recall-fact'), event(newId(), 'tell')]
  assert.deepEqual(change(seen.at, { events }), [
    { what: 'event', kind: 'recall-fact', at: seen.at },
  ])
  assert.deepEqual(seenFrom(seenField(seen), nextDay), seen)
  assert.equal(seenFrom(seenField(seen), '2026-11-22T10:00:00Z'), undefined, 'not from later')
  for (const text of ['', 'now', `2026-11-20T10:00:00Z 12`]) {
    assert.equal(seenFrom(text, nextDay), undefined)
  }
})
