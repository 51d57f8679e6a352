import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { formatProblem } from '#capabilities/knowledge/index.ts'
import { checkLaw } from './check-law.ts'
import { inForceOn, lastKnownStep, mustBeChecked } from './legal-rule.ts'
import { loadLaw } from './load-law.ts'
import { ruleLine, ruleReference } from './rule-line.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const law = loadLaw(folder)

/** The problems of the shipped law after one text in one of its files was replaced. */
function afterChanging(file: string, from: string | RegExp, to: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'law-'))
  try {
    cpSync(join(folder, 'law'), join(copy, 'law'), { recursive: true })
    cpSync(join(folder, 'sources.yaml'), join(copy, 'sources.yaml'))
    const path = join(copy, 'law', file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    assert.notEqual(changed, text, `${file} does not hold ${from}`)
    writeFileSync(path, changed)
    return checkLaw(copy).map(formatProblem).join('\n')
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('nothing is wrong in the shipped law', () => {
  assert.deepEqual(checkLaw(folder), [])
})

const faults: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  ['a clock of no rule', 'clocks.yaml', 'rule: sv-53', 'rule: sv-99', /there is no rule 'sv-99'/],
  ['a clock after none', 'clocks.yaml', 'follows: custody', 'follows: holding', /no clock above/],
  ['a clock twice', 'clocks.yaml', 'id: rights', 'id: bring', /'bring' is used twice/],
  [
    'a telling that nothing asks for',
    'telling.yaml',
    'rule: sv-488b',
    'rule: null',
    /no rule asks for this/,
  ],
  ['a rule without a source', 'rules/arrest.yaml', 'sources: [SV25]', 'sources: []', /is not law/],
  [
    'background shown as law',
    'rules/arrest.yaml',
    'mark: sourced',
    'mark: general-knowledge',
    /is not law/,
  ],
  [
    'a source nobody knows',
    'rules/arrest.yaml',
    'sources: [SV25]',
    'sources: [NERGENS]',
    /'NERGENS' is not known/,
  ],
  [
    'one id twice, over files',
    'rules/youth.yaml',
    'id: sv-486',
    'id: sv-53',
    /'sv-53' is used twice/,
  ],
  [
    'a reference that is none',
    'rules/arrest.yaml',
    'kind: jci, ref: "jci1.3:c',
    'kind: jci, ref: "art:c',
    /not written as jci/,
  ],
  [
    'a rule beside it that is not there',
    'rules/arrest.yaml',
    'see: [sv-493]',
    'see: [sv-9999]',
    /there is no rule 'sv-9999'/,
  ],
  [
    'a bill without its last step',
    'rules/reporting.yaml',
    / {4}steps:\n( {6}- .*\n)+/,
    '',
    /the last known step is missing/,
  ],
  [
    'a bill with a day on which it applies',
    'rules/reporting.yaml',
    'validFrom: null',
    'validFrom: "2024-07-01"',
    /applies on no day/,
  ],
  [
    'law of which nobody says since when',
    'rules/arrest.yaml',
    'validFrom: "2025-01-01"',
    'validFrom: null',
    /from when this applies is not said/,
  ],
  [
    'a rule that applied before the text in which it was read',
    'rules/arrest.yaml',
    'validFrom: "2025-01-01"',
    'validFrom: "2001-01-01"',
    /older than the text/,
  ],
  [
    'a rule that ends before it begins',
    'rules/prosecution.yaml',
    'validUntil: "2022-04-01"',
    'validUntil: "2010-04-01"',
    /ends before it begins/,
  ],
  [
    'a rule that was repealed and has no end',
    'rules/prosecution.yaml',
    'validUntil: "2022-04-01"',
    'validUntil: null',
    /has an end/,
  ],
  [
    'steps in another order',
    'rules/prosecution.yaml',
    '"2025-11-11"',
    '"2026-11-11"',
    /older than the step before it/,
  ],
  [
    'a subject nobody knows',
    'rules/arrest.yaml',
    'subject: arrest',
    'subject: weather',
    /the subject 'weather' is not known/,
  ],
  [
    'a text in one language',
    'edition.yaml',
    ', en: Arrest and time limits }',
    ' }',
    /en: the English text is missing/,
  ],
  [
    'a bill that opens a road',
    'sharing.yaml',
    'basis: [avg-6]',
    'basis: [wams]',
    /'wams' is not in force, so it opens no road/,
  ],
  [
    'a road on a rule that is not there',
    'sharing.yaml',
    'basis: [avg-6]',
    'basis: [avg-66]',
    /there is no rule 'avg-66'/,
  ],
  ['a road to nobody', 'sharing.yaml', 'to: [safe-home]', 'to: [moon]', /'moon' is not in parties/],
  [
    'a road of the law without a rule',
    'sharing.yaml',
    'basis: [wmo-5-2-6]',
    'basis: []',
    /names its rule and its source/,
  ],
  [
    'consent as the ground that nobody asks for',
    'sharing.yaml',
    '[consent, consent-words, free',
    '[free',
    /consent is the ground, and nobody asks for it/,
  ],
  [
    'parents who are told first, and nobody asks it',
    'sharing.yaml',
    'checkable, told-first, told-first-why]',
    'checkable]',
    /nobody asks it/,
  ],
  [
    'facts that leave without the question whether they are necessary',
    'sharing.yaml',
    '[recipient-task, necessary, told, told-why]',
    '[recipient-task, told, told-why]',
    /nobody asks 'necessary'/,
  ],
  [
    'facts that leave without the question whether it is their task',
    'sharing.yaml',
    '[recipient-task, necessary, told, told-why]',
    '[necessary, told, told-why]',
    /nobody asks 'recipient-task'/,
  ],
  [
    'somebody who was not told, and no words about why',
    'sharing.yaml',
    '[recipient-task, necessary, told, told-why]',
    '[recipient-task, necessary, told]',
    /whoever was not told is not explained/,
  ],
  [
    'a choice after which nobody is asked why',
    'sharing.yaml',
    'choices: [unsafe, urgent]',
    'choices: [unsafe]',
    /whoever was not told is not explained/,
  ],
  [
    'words that are asked after a choice that is none',
    'sharing.yaml',
    'choices: [unsafe, urgent]',
    'choices: [unsafe, urgent, never]',
    /'never' is no choice of 'told-first'/,
  ],
  [
    'reasons in writing, and nobody writes any',
    'sharing.yaml',
    '[weighty-interest, recipient-task, necessary, told, told-why]',
    '[recipient-task, necessary, told, told-why]',
    /no question asks for words/,
  ],
  [
    'a choice that is none',
    'sharing.yaml',
    'forbids: [nobody]',
    'forbids: [everybody]',
    /'everybody' is no choice here/,
  ],
]
for (const [what, file, from, to, told] of faults) {
  test(`noticed in the law: ${what}`, () => {
    assert.match(afterChanging(file, from, to), told)
  })
}

const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a bill, and what a motion asks for, applies on no day; nothing applies outside its own days', () => {
  fc.assert(
    fc.property(fc.constantFrom(...law.rules), aDay, (rule, day) => {
      if (!inForceOn(rule, day)) return
      assert.ok(rule.status === 'in-force' || rule.status === 'repealed')
      assert.ok(rule.validFrom !== null && rule.validFrom <= day)
      assert.ok(rule.validUntil === null || day < rule.validUntil)
    }),
    { numRuns: 2000 },
  )
})

test('a rule applies on its first day, and its successor takes over without a day between', () => {
  const [former, latter] = ['aanwijzing-mensenhandel-2013', 'aanwijzing-mensenhandel'].map(
    law.getRule,
  )
  assert.ok(former && latter)
  assert.deepEqual(
    ['2022-03-31', '2022-04-01'].map((day) => [inForceOn(former, day), inForceOn(latter, day)]),
    [
      [true, false],
      [false, true],
    ],
  )
})

test('non-punishment in the code is a bill with its last known step, and its text was not found', () => {
  // source: updates.md 1
  const rule = law.getRule('sr-273f-9')
  assert.equal(rule.status, 'bill')
  assert.ok(rule.steps?.some(({ date }) => date === '2025-11-18'))
  assert.equal(lastKnownStep(rule)?.date, '2025-12-11')
  assert.match(rule.unsure?.nl ?? '', /tekst van lid 9 hebben we niet gevonden/)
  for (const id of ['motion-36547-36', 'motion-36547-41']) {
    assert.equal(law.getRule(id).status, 'proposed-by-motion')
    assert.equal(lastKnownStep(law.getRule(id))?.date, '2025-06-10')
  }
  assert.equal(law.getRule('amendment-36547-43').status, 'bill')
})

test('the new code of criminal procedure is a bill, planned for 1 April 2029, and in force on no day', () => {
  const rule = law.getRule('sv-new')
  assert.equal(rule.planned, '2029-04-01')
  assert.equal(inForceOn(rule, '2029-04-02'), false)
})

test('article 491 is about the lawyer; that the board is told of custody cites no article', () => {
  // source: updates.md 3.1
  assert.match(law.getRule('sv-491').says.nl, /advocaat/)
  assert.equal(law.getRule('board-told-of-custody').source.ref, 'jci1.3:c:BWBR0001903')
})

test('the youth articles carry the texts of 2019: told at once, and no waiver of the lawyer', () => {
  assert.equal(law.getRule('sv-488aa').validFrom, '2019-06-01')
  assert.match(law.getRule('sv-489').says.nl, /kan de advocaat niet weigeren/)
  assert.equal(law.getRule('sv-59a').validFrom, '2017-03-01')
  assert.match(law.getRule('sv-59a').says.nl, /3 dagen en 18 uur/)
})

test('what was read in an older text or with others says so wherever it is cited', () => {
  const reference = (id: string) => ruleReference('nl', law.getRule(id))
  assert.equal(reference('sv-64'), 'art. 64 Sv (tekst van 10 mei 2017: kijk na wat nu geldt)')
  assert.equal(
    reference('wmo-5-2-6'),
    'art. 5.2.6 Wmo 2015 (gelezen bij anderen: kijk de tekst na)',
  )
  assert.equal(reference('wgs-2-27'), 'art. 2.27 WGS')
  assert.equal(
    reference('wams'),
    'Wams (voorstel, nog geen wet; laatste stap die we vonden: september 2023)',
  )
  for (const rule of law.rules) {
    const said = ruleReference('nl', rule)
    assert.equal(said === rule.cite.nl, rule.status === 'in-force' && !mustBeChecked(rule), said)
    assert.match(ruleLine('en', rule).toString(), /href="\/en\/kennis\/recht\/regels\//)
  }
})

test('an id that a pack wrote down and that is not there is a defect', () => {
  assert.equal(law.findRule('sv-9999'), undefined)
  assert.throws(() => law.getRule('sv-9999'), /There is no rule 'sv-9999'/)
})
