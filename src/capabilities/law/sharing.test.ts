import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { mayHold } from '#capabilities/identity/organisation.ts'
import { type OrganisationKind, organisationKinds, type Role, roles } from '#platform/actor.ts'
import type { LegalRule } from './legal-rule.ts'
import { loadLaw } from './load-law.ts'
import { type Asked, askedOf, mayShare, openRoads } from './may-share.ts'
import { type FactKind, factKinds } from './sharing-pack.ts'
import { whyNotWords } from './words-of-sharing.ts'

const law = loadLaw(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const today = '2026-11-30'

type One = readonly [OrganisationKind, Role]
type Expected = {
  readonly from: One
  readonly to: One
  readonly answers: Readonly<Record<string, string>>
  readonly goes: readonly FactKind[]
  /** answers that close the road, each of its own */
  readonly closes: readonly (readonly [question: string, answer: string])[]
  readonly notFrom: One
  readonly notTo: One
  /** the day on which the table knows this road for the first time */
  readonly first: string
}

const words = 'op 3 november, voor dit gesprek'
const consent = { consent: 'young-person', 'consent-words': words, free: 'yes', necessary: 'yes' }
const withoutConsent = [
  ['consent', 'nobody'],
  ['free', 'no'],
  ['necessary', 'no'],
] as const
const withoutConsentOrTask = [...withoutConsent, ['recipient-task', 'no']] as const
const told = { told: 'harm', 'told-why': words }
const task = { 'recipient-task': 'yes', necessary: 'yes', ...told }
const withoutTask = [
  ['recipient-task', 'no'],
  ['necessary', 'no'],
] as const
const report = {
  ...{ suspicion: 'yes', necessary: 'yes', checkable: 'yes', 'recipient-task': 'yes' },
  ...{ 'told-first': 'unsafe', 'told-first-why': words },
}
const withoutReport = [
  ['suspicion', 'no'],
  ['necessary', 'no'],
  ['checkable', 'no'],
  ['recipient-task', 'no'],
  ['told-first', 'not-yet'],
] as const
const urgent = { 'told-first': 'urgent', 'told-first-why': words }
const coordinator: One = ['secondary-school', 'care-coordinator']
const teacher: One = ['secondary-school', 'teacher']
const officer: One = ['police', 'officer']
const policePrivacy: One = ['police', 'privacy-officer']
const municipal: One = ['municipality', 'municipal-coordinator']
const mayor: One = ['municipality', 'mayor']
const youthWorker: One = ['youth-help', 'youth-worker']
const safeHome: One = ['safe-home', 'safe-home-worker']
const prosecutor: One = ['prosecution', 'youth-prosecutor']
const worker = (kind: OrganisationKind): One => [kind, 'partner-worker']
const other = (kind: OrganisationKind): One => [kind, 'administrator']

/** Written by hand after justice.md 4.1 and updates.md: what each line of the table must do. */
const table: Readonly<Record<string, Expected>> = {
  'school-safe-home': {
    from: coordinator,
    to: safeHome,
    answers: report,
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: withoutReport,
    notFrom: teacher,
    notTo: other('safe-home'),
    first: '2026-01-01',
  },
  'school-police-consent': {
    from: coordinator,
    to: officer,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: teacher,
    notTo: policePrivacy,
    first: '2026-01-01',
  },
  'school-police-danger': {
    from: ['primary-school', 'safety-coordinator'],
    to: officer,
    answers: {
      danger: 'yes',
      'danger-words': words,
      necessary: 'yes',
      ...urgent,
      'recipient-task': 'yes',
    },
    goes: ['fact', 'own-words', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['danger', 'no'],
      ['necessary', 'no'],
      ['told-first', 'not-yet'],
    ],
    notFrom: teacher,
    notTo: policePrivacy,
    first: '2026-01-01',
  },
  'school-police-report': {
    from: ['vocational-school', 'school-leader'],
    to: ['police', 'trafficking-detective'],
    answers: {
      weighed: words,
      necessary: 'yes',
      'recipient-task': 'yes',
      'officer-asked': 'yes',
      'told-first': 'told',
      'told-first-why': '',
    },
    goes: ['fact', 'identity'],
    closes: [
      ['necessary', 'no'],
      ['recipient-task', 'no'],
      ['officer-asked', 'no'],
      ['told-first', 'not-yet'],
    ],
    notFrom: coordinator,
    notTo: policePrivacy,
    first: '2026-01-01',
  },
  'school-municipality': {
    from: coordinator,
    to: municipal,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: teacher,
    notTo: mayor,
    first: '2026-01-01',
  },
  'school-youth-help': {
    from: coordinator,
    to: youthWorker,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: teacher,
    notTo: other('youth-help'),
    first: '2026-01-01',
  },
  'care-comensha': {
    from: municipal,
    to: worker('trafficking-coordination'),
    answers: { 'recipient-task': 'yes', ...consent, trafficking: 'yes' },
    goes: ['fact', 'own-words', 'identity'],
    closes: [['recipient-task', 'no'], ...withoutConsent, ['trafficking', 'no']],
    notFrom: mayor,
    notTo: other('trafficking-coordination'),
    first: '2026-01-01',
  },
  'municipality-school': {
    from: ['municipality', 'trafficking-care-coordinator'],
    to: coordinator,
    answers: { ...consent, consent: 'parents', 'recipient-task': 'yes' },
    goes: ['fact', 'decision', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: mayor,
    notTo: teacher,
    first: '2026-01-01',
  },
  'youth-help-school': {
    from: youthWorker,
    to: coordinator,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'decision', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: other('youth-help'),
    notTo: teacher,
    first: '2026-01-01',
  },
  'municipality-youth-help': {
    from: youthWorker,
    to: municipal,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'decision', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: other('youth-help'),
    notTo: mayor,
    first: '2026-01-01',
  },
  'care-safe-home': {
    from: youthWorker,
    to: safeHome,
    answers: report,
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: withoutReport,
    notFrom: other('youth-help'),
    notTo: other('safe-home'),
    first: '2026-01-01',
  },
  'care-police-consent': {
    from: municipal,
    to: officer,
    answers: { ...consent, 'recipient-task': 'yes' },
    goes: ['fact', 'own-words', 'identity'],
    closes: withoutConsentOrTask,
    notFrom: mayor,
    notTo: policePrivacy,
    first: '2026-01-01',
  },
  'safe-home-feedback': {
    from: safeHome,
    to: coordinator,
    answers: { 'recipient-task': 'yes', reporter: 'yes', necessary: 'yes', ...told, told: 'one' },
    goes: ['decision'],
    closes: [
      ['recipient-task', 'no'],
      ['reporter', 'no'],
      ['necessary', 'no'],
    ],
    notFrom: other('safe-home'),
    notTo: teacher,
    first: '2026-01-01',
  },
  'police-prosecution': {
    from: officer,
    to: prosecutor,
    answers: { necessary: 'yes', 'recipient-task': 'yes', ...told, told: 'not-asked-here' },
    goes: ['fact', 'interpretation', 'decision', 'own-words', 'identity'],
    closes: [
      ['necessary', 'no'],
      ['recipient-task', 'no'],
    ],
    notFrom: policePrivacy,
    notTo: other('prosecution'),
    first: '2017-05-10',
  },
  'police-mayor': {
    from: officer,
    to: mayor,
    answers: { 'recipient-task': 'yes', authority: 'yes', necessary: 'yes', ...told, told: 'harm' },
    goes: ['fact', 'decision', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['authority', 'no'],
      ['necessary', 'no'],
    ],
    notFrom: policePrivacy,
    notTo: municipal,
    first: '2017-05-10',
  },
  'police-comensha': {
    from: ['police', 'trafficking-detective'],
    to: worker('trafficking-coordination'),
    answers: {
      necessary: 'yes',
      'recipient-task': 'yes',
      trafficking: 'yes',
      register: 'daily',
      ...told,
      told: 'both',
    },
    goes: ['fact', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['necessary', 'no'],
      ['trafficking', 'no'],
      ['register', 'other'],
    ],
    notFrom: policePrivacy,
    notTo: other('trafficking-coordination'),
    first: '2017-05-10',
  },
  'police-help-for-those-harmed': {
    from: officer,
    to: worker('victim-support'),
    answers: task,
    goes: ['fact', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('victim-support'),
    first: '2017-05-10',
  },
  'police-halt': {
    from: officer,
    to: worker('diversion-service'),
    answers: task,
    goes: ['fact', 'decision', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('diversion-service'),
    first: '2017-05-10',
  },
  'police-probation': {
    from: officer,
    to: worker('probation'),
    answers: task,
    goes: ['fact', 'decision', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('probation'),
    first: '2017-05-10',
  },
  'police-municipality': {
    from: officer,
    to: municipal,
    answers: task,
    goes: ['fact', 'decision', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: mayor,
    first: '2017-05-10',
  },
  'police-certified-institution': {
    from: officer,
    to: worker('certified-institution'),
    answers: task,
    goes: ['fact', 'decision', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('certified-institution'),
    first: '2017-05-10',
  },
  'police-safe-home': {
    from: officer,
    to: safeHome,
    answers: task,
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('safe-home'),
    first: '2017-05-10',
  },
  'police-child-protection-board': {
    from: officer,
    to: worker('child-protection-board'),
    answers: task,
    goes: ['fact', 'decision', 'own-words', 'identity'],
    closes: withoutTask,
    notFrom: policePrivacy,
    notTo: other('child-protection-board'),
    first: '2017-05-10',
  },
  'police-school-once': {
    from: officer,
    to: coordinator,
    answers: {
      'recipient-task': 'yes',
      'special-case': words,
      'weighty-interest': words,
      'wpg-19-aim': 'help',
      'authority-agreed': 'yes',
      'authority-words': words,
      necessary: 'yes',
      ...told,
      told: 'both',
    },
    goes: ['fact', 'decision', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['wpg-19-aim', 'none'],
      ['authority-agreed', 'no'],
      ['necessary', 'no'],
    ],
    notFrom: policePrivacy,
    notTo: teacher,
    first: '2017-05-10',
  },
  'police-partnership': {
    from: ['police', 'trafficking-detective'],
    to: ['expert-group', 'expert'],
    answers: {
      'recipient-task': 'yes',
      'weighty-interest': words,
      'partnership-decision': words,
      'partnership-data': words,
      'partnership-terms': words,
      necessary: 'yes',
      ...told,
      told: 'harm',
    },
    goes: ['fact', 'interpretation', 'own-words', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['necessary', 'no'],
    ],
    notFrom: policePrivacy,
    notTo: other('expert-group'),
    first: '2017-05-10',
  },
  'prosecution-police': {
    from: prosecutor,
    to: officer,
    answers: { 'weighty-interest': words, ...task },
    goes: ['fact', 'interpretation', 'decision', 'own-words', 'identity'],
    closes: withoutTask,
    notFrom: other('prosecution'),
    notTo: policePrivacy,
    first: '2017-05-10',
  },
  'prosecution-others': {
    from: prosecutor,
    to: coordinator,
    answers: {
      'recipient-task': 'yes',
      'wjsg-39f-aim': 'help',
      'weighty-interest': words,
      necessary: 'yes',
      'others-hidden': 'yes',
      ...told,
      told: 'both',
    },
    goes: ['fact', 'decision', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['wjsg-39f-aim', 'none'],
      ['necessary', 'no'],
      ['others-hidden', 'no'],
    ],
    notFrom: other('prosecution'),
    notTo: teacher,
    first: '2017-05-10',
  },
  'prosecution-experts': {
    from: prosecutor,
    to: ['expert-group', 'expert'],
    answers: {
      'wjsg-39f-aim': 'crime',
      'weighty-interest': words,
      ...task,
      'others-hidden': 'yes',
    },
    goes: ['fact', 'interpretation', 'decision', 'own-words', 'identity'],
    closes: [['wjsg-39f-aim', 'none'], ['others-hidden', 'no'], ...withoutTask],
    notFrom: other('prosecution'),
    notTo: other('expert-group'),
    first: '2021-02-16',
  },
  'care-and-safety-house': {
    from: municipal,
    to: officer,
    answers: {
      'recipient-task': 'yes',
      'case-meeting': 'yes',
      'complex-case': 'yes',
      necessary: 'yes',
      'listed-data': 'yes',
      'named-recipient': 'yes',
      secrecy: 'no',
      ...told,
      told: 'both',
    },
    goes: ['fact', 'interpretation', 'decision', 'own-words', 'identity'],
    closes: [
      ['recipient-task', 'no'],
      ['case-meeting', 'no'],
      ['complex-case', 'no'],
      ['necessary', 'no'],
      ['listed-data', 'no'],
      ['named-recipient', 'no'],
      ['secrecy', 'yes'],
    ],
    notFrom: other('municipality'),
    notTo: policePrivacy,
    first: '2025-03-01',
  },
  'advice-without-names': {
    from: coordinator,
    to: ['expert-group', 'expert'],
    answers: { 'not-traceable': 'yes' },
    goes: ['fact', 'interpretation'],
    closes: [['not-traceable', 'no']],
    notFrom: teacher,
    notTo: other('expert-group'),
    first: '2026-01-01',
  },
  'counts-only': {
    from: prosecutor,
    to: ['ministry', 'programme-staff'],
    answers: { 'small-numbers': 'yes' },
    goes: ['count'],
    closes: [['small-numbers', 'no']],
    notFrom: other('prosecution'),
    notTo: other('ministry'),
    first: '2026-01-01',
  },
}

test('every line of the sharing table has its expectation here, and the other way round', () => {
  assert.deepEqual(law.sharing.lines.map(({ id }) => id).sort(), Object.keys(table).sort())
})

const askedBy = (id: string, one: Expected, change: Partial<Asked> = {}): Asked => ({
  from: { kind: one.from[0], roles: [one.from[1]] },
  to: { kind: one.to[0], role: one.to[1] },
  facts: one.goes,
  answers: one.answers,
  on: today,
  line: id,
  ...(law.sharing.findLine(id)?.only === 'advice' ? { as: 'advice' } : {}),
  ...change,
})

const codesOf = (asked: Asked): string[] => {
  const answer = mayShare(law, asked)
  return answer.allowed
    ? []
    : answer.why.map(({ code }) => code).filter((code) => code !== 'closed')
}

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

for (const [id, one] of Object.entries(table)) {
  test(`the table, ${id}: opens for whom, with what and when it must, and for nothing else`, () => {
    const line = law.sharing.findLine(id)
    assert.ok(line)
    assert.deepEqual([...line.questions].sort(), Object.keys(one.answers).sort())
    assert.deepEqual(mayShare(law, askedBy(id, one)), { allowed: true, lines: [line] })
    for (const kind of factKinds.filter((each) => !one.goes.includes(each))) {
      assert.deepEqual(
        codesOf(askedBy(id, one, { facts: [...one.goes, kind] })),
        ['kind-of-fact'],
        kind,
      )
    }
    for (const [question, answer] of one.closes) {
      const asked = askedBy(id, one, { answers: { ...one.answers, [question]: answer } })
      assert.deepEqual(codesOf(asked), ['answer-closes'], question)
    }
    const forbidding = law.sharing
      .questionsOf(line)
      .flatMap((question) =>
        question.answer === 'yes-no'
          ? [question.id]
          : question.answer === 'choice'
            ? (question.forbids ?? []).map(() => question.id)
            : [],
      )
    assert.deepEqual(one.closes.map(([question]) => question).sort(), forbidding.sort())
    for (const { id: question } of askedOf(law.sharing, line, one.answers)) {
      for (const nothing of ['', '  ', 'maybe'].slice(0, one.answers[question] === words ? 2 : 3)) {
        const asked = askedBy(id, one, { answers: { ...one.answers, [question]: nothing } })
        assert.deepEqual(codesOf(asked), ['not-answered'], question)
      }
    }
    assert.deepEqual(codesOf(askedBy(id, one, { on: one.first })), [])
    assert.deepEqual(codesOf(askedBy(id, one, { on: dayBefore(one.first) })), ['not-on-this-day'])
    const [fromKind, fromRole] = one.notFrom
    const [toKind, toRole] = one.notTo
    assert.deepEqual(codesOf(askedBy(id, one, { from: { kind: fromKind, roles: [fromRole] } })), [
      'not-your-role',
    ])
    assert.deepEqual(codesOf(askedBy(id, one, { to: { kind: toKind, role: toRole } })), [
      'not-their-role',
    ])
    assert.deepEqual(codesOf(askedBy(id, one, { facts: [] })), ['nothing-to-share'])
  })
}

const refused = (asked: Asked) => {
  const answer = mayShare(law, asked)
  assert.ok(!answer.allowed)
  return answer
}

test('police to a school as a habit is refused with the reason, and the roads that are open are named', () => {
  const { why, roads } = refused({
    from: { kind: 'police', roles: ['officer'] },
    to: { kind: 'secondary-school', role: 'care-coordinator' },
    facts: ['fact', 'identity'],
    answers: {},
    on: today,
    aim: 'protect',
  })
  const said = why.map((each) => whyNotWords('nl', each)).join('\n')
  assert.match(said, /Scholen staan niet op de lijst/)
  assert.match(said, /Nog niet beantwoord: Is het bevoegd gezag het ermee eens, op papier\?/)
  const ids = roads.map(({ id }) => id)
  assert.ok(ids.includes('police-safe-home') && ids.includes('police-prosecution'))
  assert.ok(!ids.includes('police-school-once') && !ids.includes('police-mayor'))
})

test('whoever was not told is explained in words, and nobody else has to write them', () => {
  const one = table['police-probation']
  assert.ok(one)
  const asked = (answers: Readonly<Record<string, string>>) =>
    codesOf(askedBy('police-probation', one, { answers: { ...one.answers, ...answers } }))
  for (const choice of ['one', 'not-asked-here', 'harm']) {
    assert.deepEqual(asked({ told: choice, 'told-why': ' ' }), ['not-answered'], choice)
  }
  assert.deepEqual(asked({ told: 'both', 'told-why': '' }), [])
})

test('on every line by which facts leave it is asked whether they are necessary and belong to the task there', () => {
  for (const line of law.sharing.lines) {
    if (line.only === 'advice' || line.facts.every((kind) => kind === 'count')) continue
    for (const id of ['necessary', 'recipient-task'])
      assert.ok(line.questions.includes(id), line.id)
  }
})

/** Every answer as whoever wants a road open would give it. */
const willing = Object.fromEntries(
  law.sharing.lines
    .flatMap(law.sharing.questionsOf)
    .map((question) => [
      question.id,
      question.answer === 'yes-no'
        ? 'yes'
        : question.answer === 'words'
          ? words
          : (question.choices.find(({ id }) => !question.forbids?.includes(id))?.id ?? ''),
    ]),
)
const schools: readonly OrganisationKind[] = [
  'primary-school',
  'secondary-school',
  'vocational-school',
]
/** Pairs to which the law gives one narrow road or none, and every line that may run there. */
const narrow: readonly (readonly [
  readonly OrganisationKind[],
  readonly OrganisationKind[],
  readonly string[],
])[] = [
  [['police'], schools, ['police-school-once']],
  [schools, ['police'], ['school-police-consent', 'school-police-danger', 'school-police-report']],
  [schools, ['prosecution'], []],
  // Participants of a care and safety house, by the WGS, each condition answered.
  [['municipality', 'youth-help'], ['prosecution'], ['care-and-safety-house']],
  [['prosecution'], schools, ['prosecution-others']],
  [schools, schools, []],
  [['expert-group'], ['police', 'prosecution'], []],
]

test('between pairs with a narrow road or none, no other line opens: whoever, whatever kind, aim and answers', () => {
  for (const [froms, tos, expected] of narrow) {
    const opened = new Set<string>()
    for (const kind of froms) {
      for (const to of tos.flatMap((one) => roles.map((role) => ({ kind: one, role })))) {
        for (const fact of factKinds) {
          const asked = { from: { kind, roles }, to, facts: [fact], answers: willing, on: today }
          for (const { id: aim } of law.sharing.aims) {
            const answer = mayShare(law, { ...asked, aim })
            if (answer.allowed) for (const { id } of answer.lines) opened.add(id)
          }
        }
      }
    }
    assert.deepEqual([...opened].sort(), [...expected].sort(), `${froms} to ${tos}`)
  }
})

test('without the answers of article 19 nothing goes from police to a school', () => {
  const line = law.sharing.findLine('police-school-once')
  assert.ok(line)
  for (const { id: missing } of askedOf(law.sharing, line, willing)) {
    const { [missing]: _, ...answers } = willing
    for (const fact of factKinds) {
      const asked = {
        from: { kind: 'police', roles },
        to: { kind: 'secondary-school', role: 'care-coordinator' },
        ...{ facts: [fact], answers, on: today },
      } as const
      assert.equal(mayShare(law, asked).allowed, false, `${missing} ${fact}`)
    }
  }
})

test('a school without consent is refused, and told of Veilig Thuis', () => {
  const { why, roads } = refused({
    from: { kind: 'secondary-school', roles: ['care-coordinator'] },
    to: { kind: 'police', role: 'officer' },
    facts: ['identity'],
    answers: { ...consent, consent: 'nobody', 'recipient-task': 'yes' },
    on: today,
    line: 'school-police-consent',
  })
  assert.ok(why.some((each) => whyNotWords('en', each) === 'Without consent this road is closed.'))
  assert.ok(why.some((each) => each.code === 'closed' && each.road.id === 'no-duty-for-schools'))
  assert.ok(roads.some(({ id }) => id === 'school-safe-home'))
})

test('no road leads anybody to a person for a ministry, nor a school, Halt, CoMensha or victim support into the WGS', () => {
  const outside: readonly OrganisationKind[] = [
    'secondary-school',
    'diversion-service',
    'trafficking-coordination',
    'victim-support',
  ]
  const house = law.sharing.findLine('care-and-safety-house')
  const kinds = [...(house?.from ?? []), ...(house?.to ?? [])].flatMap((id) =>
    (law.sharing.findParty(id)?.members ?? []).map(({ kind }) => kind),
  )
  assert.deepEqual(
    outside.filter((kind) => kinds.includes(kind)),
    [],
  )
  const toMinistry = law.sharing.lines.filter(({ to }) => to.includes('ministry'))
  assert.deepEqual(
    toMinistry.map(({ facts }) => facts),
    [['count']],
  )
})

test('what opens a road without a rule says that it is our own reading, and gives no names without consent or reasons', () => {
  for (const line of law.sharing.lines.filter(({ standing }) => standing === 'own-reading')) {
    assert.equal(line.mark, 'own', line.id)
    if (!line.facts.includes('identity')) continue
    assert.ok(line.consent === 'basis' || line.reasons === 'in-writing', line.id)
  }
})

test('the roles in the table are roles that those organisations have', () => {
  for (const { members } of law.sharing.parties) {
    for (const { kind, roles: held } of members) assert.ok(mayHold(kind, held), kind)
  }
})

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const someone = fc.record({
  kind: fc.constantFrom(...organisationKinds),
  role: fc.constantFrom(...roles),
  more: fc.subarray([...roles]),
})

/** A question that the table answers with yes, of which any part may have been replaced. */
const anyAsked: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.constantFrom(...Object.entries(table)),
    sometimes(someone),
    sometimes(someone),
    sometimes(fc.subarray([...factKinds])),
    sometimes(fc.constantFrom(...Object.values(table)).map(({ answers }) => answers)),
    sometimes(
      fc.constantFrom('2016-01-01', '2017-05-10', '2025-02-28', '2025-03-01', '2025-12-31'),
    ),
    sometimes(fc.constantFrom(...Object.keys(table))),
  )
  .map(([[id, one], from, to, facts, answers, on, line]) => ({
    ...askedBy(id, one),
    ...(from && { from: { kind: from.kind, roles: [from.role, ...from.more] } }),
    ...(to && { to: { kind: to.kind, role: to.role } }),
    ...(facts && { facts }),
    ...(answers && { answers }),
    ...(on && { on }),
    ...(line && { line }),
  }))

test('whoever asks whatever: nothing goes without a line for both, these facts, that day and every answer', () => {
  let allowed = 0
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const answer = mayShare(law, asked)
      if (!answer.allowed) {
        assert.ok(answer.why.length > 0)
        return
      }
      allowed += 1
      for (const line of answer.lines) {
        const ends = (ids: readonly string[], kind: OrganisationKind, held: readonly Role[]) =>
          law.sharing.parties.some(
            ({ id, members }) =>
              ids.includes(id) &&
              members.some(
                (one) => one.kind === kind && one.roles.some((role) => held.includes(role)),
              ),
          )
        assert.ok(line.only === undefined || line.only === asked.as)
        assert.ok(ends(line.from, asked.from.kind, asked.from.roles))
        assert.ok(ends(line.to, asked.to.kind, [asked.to.role]))
        assert.ok(asked.facts.length > 0 && asked.facts.every((kind) => line.facts.includes(kind)))
        const answered = askedOf(law.sharing, line, asked.answers)
        assert.ok(answered.every(({ id }) => (asked.answers[id] ?? '') !== ''))
        for (const id of line.basis) {
          const rule = law.getRule(id)
          assert.equal(rule.status, 'in-force')
          assert.ok((rule.validFrom ?? '9999') <= asked.on)
        }
      }
    }),
    { numRuns: 5000 },
  )
  assert.ok(allowed > 200, `only ${allowed} were allowed: this looked at nothing`)
})

test('a rule that is a bill, was repealed or begins later opens no road that rests on it', () => {
  const changes: readonly Partial<LegalRule>[] = [
    { status: 'bill' },
    { status: 'proposed-by-motion' },
    { status: 'repealed' },
    { validFrom: '2026-12-01' },
    { validUntil: today },
  ]
  for (const [id, one] of Object.entries(table)) {
    for (const rule of law.sharing.findLine(id)?.basis ?? []) {
      for (const change of changes) {
        const changed = {
          ...law,
          findRule: (wanted: string) => {
            const found = law.findRule(wanted)
            return found && wanted === rule ? { ...found, ...change } : found
          },
        }
        assert.equal(mayShare(changed, askedBy(id, one)).allowed, false, `${id} ${rule}`)
        const roads = openRoads(changed, askedBy(id, one)).map((line) => line.id)
        assert.ok(!roads.includes(id))
      }
    }
  }
})
