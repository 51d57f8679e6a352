import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { formatProblem } from '#capabilities/knowledge/index.ts'
import { type Answers, askedOf, readAnswers } from './answers.ts'
import { checkSurveys } from './check-surveys.ts'
import { loadSurveys } from './load-surveys.ts'
import { nameOf, type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import { publishedIn } from './survey-edition.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const surveys = loadSurveys(folder)
const first = surveys.find('criminal-exploitation-1') as Questionnaire

/** The problems of the shipped questionnaires after one text in one file was replaced. */
function afterChanging(file: string, from: string, to: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'surveys-'))
  try {
    cpSync(folder, copy, { recursive: true })
    const path = join(copy, 'surveys', file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    assert.notEqual(changed, text, `${file} does not hold ${from}`)
    writeFileSync(path, changed)
    return checkSurveys(copy).map(formatProblem).join('\n')
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const questionnaireFile = 'criminal-exploitation-1.yaml'
const faults: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'a route that looks ahead',
    questionnaireFile,
    'question: concrete, is: ["yes"]',
    'question: knows, is: ["yes"]',
    /no question with options before this one is called 'knows'/,
  ],
  [
    'a route by an option that is not there',
    questionnaireFile,
    'question: protocol, is: ["yes"]',
    'question: protocol, is: ["never"]',
    /'protocol' has no option 'never'/,
  ],
  ['a question twice', questionnaireFile, '- id: equipped', '- id: knows', /'knows' is used twice/],
  [
    'a published figure that is not there',
    questionnaireFile,
    'besides: [worried-2020]',
    'besides: [worried-1999]',
    /there is no published figure 'worried-1999'/,
  ],
  [
    'a version that is not in the name of its file',
    questionnaireFile,
    'version: 1',
    'version: 2',
    /the file is not called 'criminal-exploitation-2.yaml'/,
  ],
  [
    'a question in one language',
    questionnaireFile,
    '          en: "What is your work at school?"\n',
    '',
    /text\.en/,
  ],
  [
    'a figure without a source',
    'edition.yaml',
    '        sources: [BROEK]',
    '        sources: []',
    /sourced, and no source is named/,
  ],
  [
    'a source that is not listed',
    'edition.yaml',
    '        sources: [BROEK]',
    '        sources: [NOBODY]',
    /the source 'NOBODY' is not known/,
  ],
]

describe('the check of questionnaires tells', () => {
  for (const [what, file, from, to, expected] of faults) {
    it(what, () => assert.match(afterChanging(file, from, to), expected))
  }
})

test('the shipped questionnaires are right, and the first has its wording marked as our own', () => {
  assert.deepEqual(checkSurveys(folder), [])
  assert.deepEqual(surveys.questionnaires.map(nameOf), ['criminal-exploitation-1'])
  assert.deepEqual([...new Set(questionsOf(first).map(({ mark }) => mark))], ['own'])
})

test('a figure has a share only where its words are that very percentage', () => {
  for (const { figure, share } of publishedIn(surveys)) {
    const [, percentage] = /^(\d+)%$/.exec(figure.nl) ?? []
    assert.equal(share, percentage === undefined ? null : Number(percentage) / 100, figure.nl)
  }
})

describe('an answer is refused', () => {
  const refused: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['to a question that is not there', { nothing: 'yes' }, 'no-such-question'],
    ['that is the name of what every object has', { constructor: 'yes' }, 'no-such-question'],
    ['with an option that is not there', { worried: 'perhaps' }, 'no-such-option'],
    ['with several where one is asked', { worried: ['yes', 'no'] }, 'not-one-answer'],
    ['with one where a list is asked', { kinds: 'drugs' }, 'not-a-list'],
    ['with an option twice', { kinds: ['drugs', 'drugs'] }, 'twice'],
    ['with another beside "I do not know"', { kinds: ['drugs', 'unknown'] }, 'goes-with-no-other'],
    ['that is no words', { help: 7 }, 'not-words'],
    ['that is too long', { help: 'a'.repeat(1001) }, 'too-long'],
  ]
  for (const [what, given, because] of refused) {
    it(what, () => {
      const read = readAnswers(first, given)
      assert.deepEqual(read.ok ? [] : read.wrong.map((each) => each.because), [because])
    })
  }
})

test('a question may be left open, and what the route leads past is dropped', () => {
  assert.deepEqual(readAnswers(first, {}), { ok: true, answers: {} })
  const changed = { concrete: 'no', frequency: 'monthly', kinds: ['other'], 'kinds-other': 'iets' }
  assert.deepEqual(readAnswers(first, changed), { ok: true, answers: { concrete: 'no' } })
  const kept = { concrete: 'yes', kinds: ['other', 'drugs'], 'kinds-other': ' iets ' }
  assert.deepEqual(readAnswers(first, kept), {
    ok: true,
    answers: { concrete: 'yes', kinds: ['drugs', 'other'], 'kinds-other': 'iets' },
  })
})

const answerTo = (question: Question): fc.Arbitrary<string | string[] | undefined> =>
  question.kind === 'text'
    ? fc.option(fc.constant('woorden'), { nil: undefined })
    : question.kind === 'one'
      ? fc.option(fc.constantFrom(...question.options.map(({ id }) => id)), { nil: undefined })
      : fc.option(
          fc.subarray(
            question.options.filter(({ alone }) => !alone).map(({ id }) => id),
            { minLength: 1 },
          ),
          { nil: undefined },
        )

test('whatever somebody answers, what is kept was asked, and reading it again changes nothing', () => {
  const given = fc.record(
    Object.fromEntries(questionsOf(first).map((each) => [each.id, answerTo(each)])),
  )
  fc.assert(
    fc.property(given, (answers) => {
      const read = readAnswers(first, answers)
      assert.equal(read.ok, true)
      const kept: Answers = read.ok ? read.answers : {}
      const asked = askedOf(first, kept).map(({ id }) => id)
      assert.deepEqual(
        Object.keys(kept).filter((id) => !asked.includes(id)),
        [],
      )
      assert.deepEqual(readAnswers(first, kept), { ok: true, answers: kept })
    }),
    { numRuns: 200 },
  )
})
