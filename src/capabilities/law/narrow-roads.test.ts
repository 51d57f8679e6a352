import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayHold } from '#capabilities/identity/organisation.ts'
import { type OrganisationKind, roles } from '#platform/actor.ts'
import { consent, today, words } from './a-road.ts'
import { law } from './a-sharing-table.ts'
import { type Asked, askedOf, mayShare } from './may-share.ts'
import { factKinds } from './sharing-pack.ts'
import { whyNotWords } from './words-of-sharing.ts'

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
