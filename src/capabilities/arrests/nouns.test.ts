import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageGroups, loadLaw } from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { maySee } from './access.ts'
import { ageGroupOn } from './age.ts'
import { ageOf } from './age-of-arrest.ts'
import { anArrestDesk } from './an-arrest.ts'
import { clocksNow } from './clock.ts'
import { clockSentence } from './clock-words.ts'
import { tellingsNow } from './due.ts'
import { lookParts, quartersBefore, safe } from './figures.ts'
import { beforeHalt, fileKinds, fileSteps, readyOn, stateAfter } from './file.ts'
import { happenedIn, type StandingNote } from './happened.ts'
import { lastDays } from './keeping.ts'
import { faultOf } from './look-question.ts'
import { nextStep } from './next-step.ts'
import { accompanimentErrors, noteForms, notePaths, notesOf } from './note.ts'

const law = loadLaw(readConfig({}).knowledgeFolder)
const at = (text: string) => Temporal.Instant.from(text)
const arrest = '2026-11-23T08:00:00Z'
const rights = ['parents', 'doctor']

const note = (change: Partial<StandingNote>): StandingNote => ({
  id: 'n',
  kind: 'fact',
  code: undefined,
  at: '2026-11-23 09:00:30+00',
  until: undefined,
  done: undefined,
  words: {},
  ...change,
})

test('nothing is ready for a decision on prosecution before a qualified person looked, or it is written why not', () => {
  const first = { id: '1', part: 'first', further: false } as const
  const full = { id: '2', part: 'full', further: false } as const
  assert.deepEqual(readyOn([], ''), { ok: false, because: 'look-first' })
  assert.deepEqual(readyOn([first], '   '), { ok: false, because: 'look-first' })
  const without = { ok: true, look: undefined, departs: true }
  assert.deepEqual(readyOn([first], 'Niemand bereikbaar.'), without)
  const looked = { ok: true, look: '3', departs: false }
  assert.deepEqual(readyOn([full, first, { ...full, id: '3' }], ''), looked)
})

test('a full look that says to look further, or a look since that does, makes nothing ready without reasons', () => {
  const first = { id: '1', part: 'first', further: true } as const
  const full = { id: '2', part: 'full', further: false } as const
  const on = { ok: true, look: '2', departs: true }
  for (const looks of [[{ ...full, further: true }], [full, first]]) {
    assert.deepEqual(readyOn(looks, ' '), { ok: false, because: 'look-first' })
    assert.deepEqual(readyOn(looks, 'De termijn loopt af.'), on)
  }
  assert.deepEqual(readyOn([first, full], ''), { ok: true, look: '2', departs: false })
})

test('before Halt comes a look, and when one says that further looking is needed, that too', () => {
  const first = (further: boolean) => ({ part: 'first', further }) as const
  const full = (further: boolean) => ({ part: 'full', further }) as const
  assert.equal(beforeHalt([]), 'look')
  assert.equal(beforeHalt([first(false)]), undefined)
  assert.equal(beforeHalt([first(true)]), 'look-further')
  // Another first look does not take away that somebody asked for more.
  assert.equal(beforeHalt([first(true), first(false)]), 'look-further')
  assert.equal(beforeHalt([first(true), full(false)]), undefined)
  assert.equal(beforeHalt([full(false), first(true)]), 'look-further')
  assert.equal(beforeHalt([first(true), full(true)]), 'look-further')
})

test('a file goes from state to state as it may, and the file apart is never made ready for prosecution', () => {
  const walks = { 'open ready': 'ready', 'ready back': 'open', 'open close': 'closed' }
  for (const [from, to] of Object.entries(walks)) {
    const [state, step] = from.split(' ') as ['open', 'ready']
    assert.equal(stateAfter('arrest', step, state, '12-17'), to)
  }
  assert.equal(stateAfter('arrest', 'ready', 'closed', '12-17'), undefined)
  assert.equal(stateAfter('arrest', 'halt', 'closed', '12-17'), undefined)
  assert.equal(stateAfter('arrest', 'reopen', 'open', '12-17'), undefined)
  for (const step of ['ready', 'halt'] as const) {
    assert.equal(stateAfter('arrest', step, 'open', 'under-12'), undefined)
  }
  assert.equal(stateAfter('arrest', 'close', 'open', 'under-12'), 'closed')
  for (const step of ['ready', 'back', 'halt'] as const) {
    for (const state of ['open', 'closed'] as const) {
      assert.equal(stateAfter('protection', step, state, undefined), undefined)
    }
  }
  assert.equal(fileSteps.length, 5)
})

const officer = (roles: readonly ('officer' | 'trafficking-detective' | 'administrator')[]) =>
  ({
    kind: 'person',
    personId: 'p',
    organisationId: 'o',
    organisationKind: 'police',
    roles,
  }) as const

test('an arrest is for its circle and the certified detectives; the file apart for the detectives of its circle', () => {
  const standing = (kind: 'arrest' | 'protection', inCircle: boolean, forsaken = false) => ({
    kind,
    inCircle,
    forsaken,
  })
  const agent = officer(['officer'])
  const certified = officer(['trafficking-detective'])
  assert.equal(maySee(agent, standing('arrest', true)), true)
  assert.equal(maySee(agent, standing('arrest', false)), false)
  assert.equal(maySee(certified, standing('arrest', false)), true)
  assert.equal(maySee(agent, standing('protection', true, true)), false)
  assert.equal(maySee(certified, standing('protection', false)), false)
  assert.equal(maySee(certified, standing('protection', true)), true)
  assert.equal(maySee(certified, standing('protection', false, true)), true)
  assert.equal(maySee(officer(['administrator']), standing('arrest', true)), false)
  const elsewhere = { ...certified, organisationKind: 'prosecution' } as const
  assert.equal(maySee(elsewhere, standing('arrest', true)), false)
})

test('an age is counted to the day; neither day of birth nor age stays unknown, and is never guessed', () => {
  const group = (born: string, day: string) =>
    ageGroupOn({ born, told: undefined, toldOn: day }, day)
  assert.equal(group('2014-11-24', '2026-11-23'), 'under-12')
  assert.equal(group('2014-11-23', '2026-11-23'), '12-17')
  assert.equal(group('2008-11-24', '2026-11-23'), '12-17')
  assert.equal(group('2008-11-23', '2026-11-23'), '18-22')
  assert.equal(group('2008-02-29', '2026-02-28'), '12-17')
  assert.equal(group('2008-02-29', '2026-03-01'), '18-22')
  assert.equal(group('2003-11-23', '2026-11-23'), '23-and-over')
  assert.equal(ageGroupOn({ born: '', told: 11, toldOn: '2026-11-23' }, '2026-11-23'), 'under-12')
  assert.equal(
    ageGroupOn({ born: '2010-01-01', told: 30, toldOn: '2026-11-23' }, '2026-11-23'),
    '12-17',
  )
  assert.equal(
    ageGroupOn({ born: '', told: undefined, toldOn: '2026-11-23' }, '2026-11-23'),
    'unknown',
  )
})

test('the age is that of the day of the fact: eleven then is not prosecuted, seventeen then is a minor', () => {
  const person = (born: string, toldAge?: number) => ({ name: '', born, toldAge, language: '' })
  const arrestedAt = at(arrest)
  const group = (born: string, factOn: string, told?: number) =>
    ageOf({ person: person(born, told), arrestedAt, factOn })
  assert.equal(group('2014-11-20', '2026-11-19'), 'under-12')
  assert.equal(group('2014-11-20', ''), '12-17')
  assert.equal(group('2008-11-20', '2026-11-19'), '12-17')
  assert.equal(group('2008-11-20', ''), '18-22')
  // Who says to be twelve may have been eleven a month before; who says to be fifteen was a minor either way.
  assert.equal(group('', '2026-10-23', 12), 'unknown')
  assert.equal(group('', '2026-10-23', 15), '12-17')
  assert.equal(group('', '2024-10-23', 18), '12-17')
  assert.equal(group('', '2026-11-23', 12), '12-17')
})

test('the rights are told when the last of them is, and a refusal of the parents needs who was told instead', () => {
  const told = (notes: readonly StandingNote[]) =>
    happenedIn(arrest, notes, rights).map(({ event }) => event)
  const one = note({ kind: 'rights', words: { items: ['parents'] } })
  const rest = note({ kind: 'rights', at: '2026-11-23T09:30:00Z', words: { items: ['doctor'] } })
  assert.deepEqual(told([one]), ['arrest'])
  assert.deepEqual(told([rest, one]), ['arrest', 'rights-told'])
  const last = happenedIn(arrest, [rest, one], rights).at(-1)
  assert.equal(last?.at.toString(), '2026-11-23T09:30:00Z')
  const parents = { kind: 'told', code: 'parents', done: false } as const
  assert.deepEqual(told([note({ ...parents, words: { exception: 'unreachable' } })]), ['arrest'])
  const board = note({ ...parents, words: { exception: 'unreachable', instead: 'board' } })
  assert.deepEqual(told([board]), ['arrest', 'other-told'])
  const nobody = note({ ...parents, words: { exception: 'unreachable', instead: 'nobody' } })
  assert.deepEqual(told([nobody]), ['arrest'])
  assert.deepEqual(told([note({ ...parents, done: true })]), ['arrest', 'parents-told'])
  assert.deepEqual(told([note({ kind: 'decision', code: 'halt' })]), ['arrest', 'halt-referral'])
})

test('that the police tell Veilig Thuis rests on the same rule as that they share with it', () => {
  const telling = law.telling.tellings.find(({ id }) => id === 'safe-home')
  const line = law.sharing.lines.find(({ id }) => id === 'police-safe-home')
  assert.ok(telling?.rule && line)
  assert.ok(line.basis.includes(telling.rule), telling.rule)
})

test('who must be told hangs on what happened, the age and the outcome of a look; an answer stays beside it', () => {
  const due = (change: object) =>
    tellingsNow({
      tellings: law.telling.tellings,
      happened: [{ event: 'arrest', at: at(arrest) }],
      furtherSince: undefined,
      ageGroup: '12-17',
      notes: [],
      ...change,
    })
  const ids = (change: object) => due(change).map(({ telling }) => telling.id)
  assert.deepEqual(ids({}), ['prosecutor', 'parents', 'board-advice'])
  assert.deepEqual(ids({ ageGroup: 'unknown' }), ids({}))
  assert.deepEqual(ids({ ageGroup: 'under-12' }), ['prosecutor', 'parents', 'care-report'])
  assert.deepEqual(ids({ ageGroup: '23-and-over' }), ['prosecutor'])
  const custody = { event: 'custody-order', at: at('2026-11-23T15:00:00Z') } as const
  assert.ok(ids({ happened: [custody] }).includes('board'))
  // Also without a decision to hold first, counsel must come: since the order, or since the first of the two.
  const counsel = (happened: readonly object[]) =>
    due({ happened }).find(({ telling }) => telling.id === 'counsel')?.since
  assert.equal(counsel([custody])?.toString(), custody.at.toString())
  const holding = { event: 'holding-order', at: at('2026-11-23T12:00:00Z') } as const
  assert.equal(counsel([custody, holding])?.toString(), holding.at.toString())
  const further = due({ furtherSince: at('2026-11-23T09:00:00Z') })
  assert.ok(further.some(({ telling }) => telling.id === 'comensha'))
  const called = note({ id: 'c', kind: 'contact', code: 'prosecutor' })
  const answered = due({ notes: [called, note({ kind: 'told', code: 'parents', done: true })] })
  assert.deepEqual(
    answered.map(({ answer }) => answer?.kind),
    ['contact', 'told', undefined],
  )
})

test('whoever is held again is told of again: what was answered before the release does not count', () => {
  const moment = (hour: number, day = 23) =>
    at(`2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const monday = [
    { event: 'arrest', at: moment(8) },
    { event: 'holding-order', at: moment(10) },
    { event: 'release', at: moment(20) },
  ] as const
  const custody = { event: 'custody-order', at: moment(10, 24) } as const
  const notes = ['prosecutor', 'parents', 'counsel', 'board-advice'].map((code) =>
    note({ kind: 'told', code, done: true, at: '2026-11-23 10:30:00+00' }),
  )
  const standing = (happened: readonly object[], more: readonly StandingNote[] = []) =>
    Object.fromEntries(
      tellingsNow({
        tellings: law.telling.tellings,
        happened: happened as never,
        furtherSince: undefined,
        ageGroup: '12-17',
        notes: [...notes, ...more],
      }).map(({ telling, since, answer }) => [telling.id, [since.toString(), Boolean(answer)]]),
    )
  const first = standing(monday)
  assert.ok(Object.values(first).every(([, answered]) => answered))
  // Nobody wrote the new arrest down: due since the order that says so. About the board it is asked once.
  const again = standing([...monday, custody])
  const order = custody.at.toString()
  for (const id of ['prosecutor', 'parents', 'counsel', 'board']) {
    assert.deepEqual(again[id], [order, false], id)
  }
  assert.deepEqual(again['board-advice'], [moment(8).toString(), true])
  const anew = { event: 'arrested-again', at: moment(9, 24) } as const
  const written = standing(
    [...monday, anew, custody],
    [note({ kind: 'told', code: 'parents', done: true, at: '2026-11-24 09:10:00+00' })],
  )
  assert.deepEqual(written.parents, [anew.at.toString(), true])
  assert.deepEqual(written.prosecutor, [anew.at.toString(), false])
  // Rights that were told on Monday are not told on Tuesday.
  const given = note({ kind: 'rights', words: { items: rights } })
  const arrested = note({ kind: 'event', code: 'arrested-again', at: '2026-11-24T09:00:00Z' })
  const told = happenedIn(arrest, [given, arrested], rights)
  assert.equal(told.filter(({ event }) => event === 'rights-told').length, 1)
  const later = { ...given, at: '2026-11-24T09:05:00Z' }
  const both = happenedIn(arrest, [given, arrested, later], rights)
  assert.equal(both.filter(({ event }) => event === 'rights-told').length, 2)
})

test('whoever refuses somebody beside the young person says why and with whose permission', () => {
  assert.deepEqual(accompanimentErrors({ beside: 'not-wanted' }), {})
  assert.deepEqual(accompanimentErrors({ beside: 'yes', who: '' }), { who: 'who-missing' })
  assert.deepEqual(
    accompanimentErrors({ beside: 'refused', ground: 'harms-case', permission: '' }),
    {
      permission: 'permission-missing',
    },
  )
  assert.deepEqual(Object.keys(accompanimentErrors({ beside: 'refused' })), [
    'ground',
    'permission',
  ])
})

test('under twelve the next step is never the prosecution', () => {
  const done = {
    kind: 'arrest',
    state: 'open',
    clocks: [],
    tellings: [],
    certified: false,
  } as const
  const looks = [{ part: 'first', further: false }] as never
  assert.equal(nextStep({ ...done, looks, ageGroup: 'under-12' }), 'noProsecution')
  assert.equal(nextStep({ ...done, looks, ageGroup: '12-17' }), 'ready')
})

test('while somebody says that further looking is needed, the next step is that look and not the prosecution', () => {
  const done = { kind: 'arrest', state: 'open', clocks: [], certified: true } as const
  const step = (looks: readonly object[], tellings: readonly object[] = []) =>
    nextStep({ ...done, looks, tellings, ageGroup: '12-17' } as never)
  const first = { part: 'first', further: true }
  const full = (further: boolean) => ({ part: 'full', further })
  assert.equal(step([first]), 'fullMine')
  assert.equal(step([full(false), first]), 'fullMine')
  assert.equal(step([first, full(true)], [{ answer: undefined }]), 'tell')
  assert.equal(step([first, full(true)]), 'fullMine')
  assert.equal(step([first, full(false)]), 'ready')
})

test('every note has a form and an address, and what hangs on the arrest stays out of the file apart', () => {
  assert.deepEqual(Object.keys(noteForms), Object.keys(notePaths))
  for (const kind of ['questioning', 'rights', 'event', 'accompaniment'] as const) {
    assert.equal(notesOf('protection').includes(kind), false)
  }
  assert.equal(fileKinds.length, 2)
})

test('a term for keeping counts years, also from a day that not every year has', () => {
  const days = { begun: '2028-02-29', last: '2029-05-01' }
  const terms = { years: 5, apart: 5 }
  assert.deepEqual(lastDays({ ...terms, from: 'begin' }, days), {
    ground: '2033-02-28',
    there: '2038-02-28',
  })
  assert.deepEqual(lastDays({ ...terms, from: 'last' }, days), {
    ground: '2034-05-01',
    there: '2039-05-01',
  })
  assert.equal(lastDays({ years: 4, apart: 0, from: 'begin' }, days).ground, '2032-02-29')
})

test('a clock speaks plain words in both languages', () => {
  const now = at('2026-11-23T18:00:00Z')
  const events = [
    { event: 'arrest', at: at('2026-11-23T16:00:00Z') },
    { event: 'holding-order', at: at('2026-11-23T16:20:00Z') },
    { event: 'questioning', at: at('2026-11-23T17:00:00Z'), until: at('2026-11-23T17:30:00Z') },
  ] as const
  const rules = law.clocks.clocks
  const clocks = clocksNow({
    events,
    rules,
    offence: 'pre-trial-detention',
    ageGroup: '12-17',
    now,
  })
  const say = (id: string, language: 'nl' | 'en' = 'nl') => {
    const clock = clocks.find(({ rule }) => rule.id === id) ?? assert.fail(id)
    return clockSentence(language, clock, now)
  }
  assert.equal(say('holding-nine'), 'tot morgen 11:20, nacht telt niet mee')
  assert.equal(say('holding-nine', 'en'), 'until tomorrow 11:20, night does not count')
  assert.equal(say('before-judge'), 'tot vrijdag 27 november 11:00')
  assert.equal(say('bring'), 'zo snel mogelijk')
  assert.equal(say('zsm'), 'tot en met maandag 30 november')
  assert.equal(say('custody'), 'begint met: bevel tot inverzekeringstelling')
  const unknown = clocksNow({ events, rules, offence: 'unknown', ageGroup: '12-17', now }).find(
    ({ rule }) => rule.id === 'holding-six',
  )
  assert.ok(unknown)
  assert.equal(
    clockSentence('nl', unknown, now),
    'niet te zeggen zonder: of voorlopige hechtenis mogelijk is',
  )
})

type Four = readonly [number, number, number, number]
const inTime = ([first, second, later, not]: Four) => ({
  'within-six-hours': first,
  'within-a-day': second,
  later,
  'not-yet': not,
})
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
const counted = (looked: Four, certified: Four = looked, rest = {}) => ({
  quarter: '2026-07-01',
  arrested: sum(looked),
  ageUnknown: 0,
  looked: inTime(looked),
  certified: inTime(certified),
  consultations: 0,
  ...rest,
})

test('numbers up to seven are secret, others come in fives, and one secret part hides a second', () => {
  assert.equal(safe(counted([7, 0, 0, 0])).arrested, undefined)
  assert.equal(safe(counted([8, 0, 0, 0])).arrested, 10)
  const shown = safe(counted([40, 21, 13, 3], [31, 20, 16, 10], { consultations: 7 }))
  assert.equal(shown.arrested, 75)
  assert.deepEqual(Object.values(shown.looked), [40, 20, undefined, undefined])
  assert.deepEqual(Object.values(shown.certified), [30, 20, 15, 10])
  assert.equal(shown.consultations, undefined)
  // Nothing of a whole that is secret is shown.
  for (const part of [safe(counted([5, 1, 1, 0])).looked, safe(counted([5, 1, 1, 0])).certified])
    assert.deepEqual(Object.values(part), Array(4).fill(undefined))
})

test('of how many the age is not known is secret too when it tells how many were minors', () => {
  const unknown = (ageUnknown: number) => safe(counted([40, 20, 13, 9], undefined, { ageUnknown }))
  assert.equal(unknown(30).ageUnknown, 30)
  assert.equal(unknown(3).ageUnknown, undefined)
  assert.equal(unknown(80).ageUnknown, undefined)
})

test('no shown numbers tell which of the secret ones is zero, or that few are secret together', () => {
  const some = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.tuple(some, some, some, some), (looked) => {
      const { looked: shown } = safe(counted(looked))
      const secret = lookParts.filter((part) => shown[part] === undefined)
      assert.notEqual(secret.length, 1)
      // Nothing, too many to point at anybody, or all there is.
      const hidden = secret.reduce((sum, part) => sum + (counted(looked).looked[part] ?? 0), 0)
      assert.ok(hidden === 0 || hidden > 7 || secret.length === 4)
      for (const part of lookParts)
        assert.ok((shown[part] ?? 10) >= 10 && (shown[part] ?? 5) % 5 === 0)
    }),
    { numRuns: 200 },
  )
})

test('only quarters that are over are counted', () => {
  assert.deepEqual(quartersBefore('2026-11-23', 3), ['2026-07-01', '2026-04-01', '2026-01-01'])
  assert.deepEqual(quartersBefore('2026-01-01', 1), ['2025-10-01'])
})

test('no question asks whether somebody is to be believed, an observed one asks about one thing', () => {
  const fault = (nl: string, answer: 'observed' | 'words' = 'observed', en = 'Is it so?') =>
    faultOf({ answer, asks: { nl, en }, otherwise: { nl: 'iets', en: 'something' } })
  assert.equal(fault('Klinkt het verhaal ingestudeerd?'), 'believing')
  assert.equal(fault('Wat maakt het verhaal geloofwaardig?', 'words'), 'believing')
  assert.equal(fault('Is het zo?', 'observed', 'Is the story honest?'), 'believing')
  assert.equal(fault('Wie had er voordeel van?'), 'open')
  assert.equal(fault('Wie had er voordeel van?', 'words'), undefined)
  assert.equal(fault('Zie je letsel, uitputting of middelen?'), 'several')
  assert.equal(fault('Kon de jongere stoppen? Wat zou er dan gebeuren?', 'words'), 'several')
  const { instrument, knowledge } = anArrestDesk({ keyring: undefined as never })
  for (const question of [...instrument.first, ...instrument.full]) {
    assert.equal(faultOf(question), undefined, question.id)
    for (const signal of question.signals) {
      // Nor does a signal that stands beside it.
      const asks = knowledge.findSignal(signal)?.wording ?? assert.fail(signal)
      assert.notEqual(fault(asks.nl, 'words', asks.en), 'believing', signal)
    }
  }
})

test('what is shipped fits together: ages in order, forms and rules that exist, eight questions at the desk', () => {
  const { lists, instrument, knowledge } = anArrestDesk({ keyring: undefined as never })
  assert.deepEqual(
    lists.ages.map(({ id }) => id),
    [...ageGroups],
  )
  for (const [index, age] of lists.ages.entries()) {
    assert.equal(age.from, (lists.ages[index - 1]?.until ?? -1) + 1)
  }
  assert.ok(instrument.first.length <= 8)
  for (const { forms } of lists.offences) {
    for (const form of forms) assert.ok(knowledge.findForm(form))
  }
  for (const question of [...instrument.first, ...instrument.full]) {
    assert.ok(question.otherwise.nl && question.otherwise.en, question.id)
  }
  for (const { id, rule } of law.clocks.clocks) assert.ok(law.findRule(rule), id)
  // Repealed numbering: the notice to the board is no part of 491.
  for (const { rule } of law.telling.tellings) assert.notEqual(rule, 'sv-491')
})
