import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { formatProblem } from '#capabilities/knowledge/index.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { loadCatalogue } from './load-catalogue.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const catalogue = loadCatalogue(folder)

/** The problems of the shipped catalogue after one text in one file was replaced. */
function afterChanging(file: string, from: string | RegExp, to: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'catalogue-'))
  try {
    cpSync(folder, copy, { recursive: true })
    const path = join(copy, 'interventions', file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    assert.notEqual(changed, text, `${file} does not hold ${from}`)
    writeFileSync(path, changed)
    return checkCatalogue(copy).map(formatProblem)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('nothing is wrong in the shipped catalogue', () => {
  assert.deepEqual(checkCatalogue(folder), [])
})

test('a level without a date is found at its line', () => {
  const problems = afterChanging('basta.yaml', 'date: "2020-12-09", ', '')
  assert.match(
    problems.join('\n'),
    /^interventions\/basta\.yaml:\d+:\d+ recognition\.levels\[0\]\.date: this field is missing\. Add date:\.$/,
  )
})

const faults: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  [
    'a date that is none',
    'basta.yaml',
    '"2020-12-09"',
    '"9 december"',
    /recognition\.levels\[0\]\.date: this is not written well/,
  ],
  [
    'recognised without a level',
    'basta.yaml',
    /levels:\n.*\n/,
    'levels: []\n',
    /recognised, but no level is given/,
  ],
  [
    'a level of something that was not found',
    'pit.yaml',
    'status: none-found',
    'status: recognised',
    /recognised, but no level is given/,
  ],
  [
    'an unknown level',
    'basta.yaml',
    'level: goed-onderbouwd',
    'level: bewezen',
    /'bewezen' is not known\. Add it to levels/,
  ],
  [
    'evidence of our own',
    'pit.yaml',
    /(direction: for.*)mark: sourced/,
    '$1mark: own',
    /evidence\[0\]\.mark: evidence is never our own/,
  ],
  [
    'evidence without a source',
    'pit.yaml',
    'sources: [PITW, INVP] }\n  - { direction: against',
    'sources: [] }\n  - { direction: against',
    /evidence\[0\]\.sources: this says it has a source/,
  ],
  [
    'a source nobody knows',
    'basta.yaml',
    'sources: [NJIB, JSO]',
    'sources: [NERGENS]',
    /the source 'NERGENS' is not known/,
  ],
  [
    'an age that ends before it begins',
    'basta.yaml',
    'from: 6, to: 11',
    'from: 11, to: 6',
    /age\.to: this age ends before it begins/,
  ],
  [
    'an age of which nothing was found',
    'basta.yaml',
    'from: 6, to: 11',
    'from: null, to: null',
    /Write age: null/,
  ],
  [
    'a gap that was left out instead of told',
    'basta.yaml',
    'where: null\n',
    '',
    /where: this field is missing/,
  ],
  [
    'a goal nobody knows',
    'basta.yaml',
    'codes: [no-reoffending, less',
    'codes: [geluk, less',
    /goals\.codes\[0\]: 'geluk' is not known/,
  ],
  [
    'a question that leads to a goal nobody knows',
    'edition.yaml',
    'goals: [less-delinquency]',
    'goals: [geluk]',
    /questions\[0\]\.goals\[0\]: 'geluk' is not known/,
  ],
  [
    'a caution nobody knows',
    'kapot-sterk.yaml',
    '[awareness-lessons, one-off',
    '[gevaar, one-off',
    /'gevaar' is not known/,
  ],
  [
    'an older recognition above a newer one',
    'alleen-jij-bepaalt.yaml',
    '"2019-03-13"',
    '"2016-03-13"',
    /newer than the one above it/,
  ],
  [
    'a file under another name',
    'basta.yaml',
    'id: basta',
    'id: bastas',
    /this file is not called bastas\.yaml/,
  ],
  [
    'a text in one language',
    'basta.yaml',
    'name: { nl: BASTA!, en: BASTA! }',
    'name: { nl: BASTA! }',
    /name\.en: the English text is missing/,
  ],
]
for (const [what, file, from, to, told] of faults) {
  test(`noticed in the catalogue: ${what}`, () => {
    assert.match(afterChanging(file, from, to).join('\n'), told)
  })
}

test('the five of the letter of 30 June 2020 are there, and said to be', () => {
  const named = catalogue.interventions.filter(({ inLetter }) => inLetter)
  assert.deepEqual(named.map(({ id }) => id).sort(), [
    'alleen-jij-bepaalt',
    'alles-kidzzz',
    'basta',
    'gelijke-kansen-alliantie',
    'pit',
  ])
})

test('the levels and their dates are those of the sources', () => {
  // source: school.md 5
  const given = catalogue.interventions.flatMap(({ id, recognition }) =>
    recognition.levels.map(({ level, date }) => `${id} ${level} ${date}`),
  )
  assert.deepEqual(given.sort(), [
    'alleen-jij-bepaalt eerste-aanwijzingen 2019-03-13',
    'alleen-jij-bepaalt goed-onderbouwd 2017',
    'alles-kidzzz goede-aanwijzingen 2018-11-02',
    'basta goed-onderbouwd 2020-12-09',
    'be-wise-think-twice goed-onderbouwd 2020-02-13',
    'stop-nu-ander-plan eerste-aanwijzingen 2018-09-21',
  ])
  assert.deepEqual(
    catalogue.levels.map(({ id }) => id),
    ['goed-onderbouwd', 'eerste-aanwijzingen', 'goede-aanwijzingen', 'sterke-aanwijzingen'],
  )
})

test('the doubt about PIT stands with PIT: evidence against, and a caution', () => {
  const pit = catalogue.find('pit')
  assert.equal(pit?.recognition.status, 'none-found')
  assert.ok(pit?.evidence.some(({ direction }) => direction === 'against'))
  assert.ok((pit?.cautions.length ?? 0) > 0)
})

test('what the national framework warns of is told with every choice, with its date', () => {
  assert.match(
    catalogue
      .cautionsFor()
      .map(({ text }) => text.nl)
      .join(),
    /6 juni 2024/,
  )
  for (const id of ['kapot-sterk', 'leerlingalert', 'buit-in-de-klas']) {
    const ids = catalogue.cautionsFor(catalogue.find(id)).map((one) => one.id)
    assert.ok(ids.includes('awareness-lessons'), id)
    assert.ok(ids.includes('national-framework'), id)
  }
})

test('that nothing recognised was made for victims of exploitation is told beside it, as our own words', () => {
  const told = catalogue.guidance.find(({ id }) => id === 'not-made-for-exploitation')
  assert.equal(told?.mark, 'own')
})

test('what nobody found stays empty: Framed and Re-B-Leave have a name and nothing else', () => {
  const ids = catalogue.nothingFound.map(({ id }) => id)
  for (const id of ['framed', 're-b-leave']) {
    assert.ok(ids.includes(id))
    assert.equal(catalogue.find(id), undefined)
  }
})

test('getting free from people who coerce leads to no goal, because no intervention states one', () => {
  assert.deepEqual(catalogue.findQuestion('get-free')?.goals, [])
})
