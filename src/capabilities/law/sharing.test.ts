import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OrganisationKind, organisationKinds, type Role, roles } from '#platform/actor.ts'
import { today, words } from './a-road.ts'
import { askedBy, law, table } from './a-sharing-table.ts'
import type { LegalRule } from './legal-rule.ts'
import { type Asked, askedOf, mayShare, openRoads } from './may-share.ts'
import { factKinds } from './sharing-pack.ts'

test('every line of the sharing table has its expectation here, and the other way round', () => {
  assert.deepEqual(law.sharing.lines.map(({ id }) => id).sort(), Object.keys(table).sort())
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
