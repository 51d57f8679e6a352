import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findReferences, printReference, type Referent } from '#capabilities/papers/index.ts'
import { digestOf } from './approved-text.ts'
import { bareNumbersIn } from './bare-numbers.ts'
import { answersThatStand, faultsOfText, unansweredNumbers } from './check-text.ts'
import { compareLetters } from './compare.ts'
import {
  type LetterBlock,
  type LetterContent,
  movedEarlier,
  withBlock,
  withFigure,
} from './letter.ts'
import { documentOf } from './letter-document.ts'
import { figuresUsed, malformedIn, piecesOf, printedReference, referredTo } from './letter-text.ts'

const known = { figures: [], isKnown: () => true }

test('a reference that nobody can follow is refused, with the words in which it stands', () => {
  for (const [text, words] of [
    ['Zie Kamerstuk 2924, nr. 120.', 'Kamerstuk 2924, nr. 120'],
    ['Zie kst-29240 voor meer.', 'kst-29240'],
    ['Zie Stb. 12.', 'Stb. 12'],
    ['Volgens ECLI:NL:HR is dat zo.', 'ECLI:NL:HR'],
    ['De vragen 2020Z1 zijn beantwoord.', '2020Z1'],
  ] as const) {
    const [fault, ...more] = faultsOfText(text, known)
    assert.deepEqual([fault?.code, fault?.words, more], ['reference-malformed', words, []], text)
  }
})

test('words for papers without a number are just words', () => {
  assert.deepEqual(malformedIn('In de Kamerstukken staat veel. Het Staatsblad volgt in 2027.'), [])
  assert.deepEqual(
    malformedIn('Kamerstuk 29 240, nr. 120 en Kamerstukken II 2019/20, 29 911, nrs. 266 en 275.'),
    [],
  )
})

test('a paper of Parliament that the register does not hold is refused; a law is not looked up', () => {
  const isKnown = (id: string) => id === 'kst-29240-120'
  const faults = faultsOfText('Kamerstuk 29 240, nr. 120, kst-12345-6 en Stb. 2021, 123.', {
    figures: [],
    isKnown,
  })
  assert.deepEqual(faults, [{ code: 'reference-unknown', words: 'kst-12345-6' }])
})

test('a figure that was not bound is refused', () => {
  const figures = [{ number: 1, ref: { definition: 'a', version: 1, period: '2026', cell: 'all' } }]
  const faults = faultsOfText('Er waren {cijfer 1} en { figure 2 } signalen.', {
    ...known,
    figures,
  })
  assert.deepEqual(faults, [{ code: 'figure-unknown', words: '{cijfer 2}' }])
})

test('of a list of numbers each leads to its own paper, and all words stay', () => {
  const text = 'Zie Kamerstukken II 2019/20, 29 911, nrs. 266, 275 en 254 (en kst-29240-120).'
  assert.deepEqual(referredTo(text), [
    'kst-29911-266',
    'kst-29911-275',
    'kst-29911-254',
    'kst-29240-120',
  ])
  assert.equal(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
    'Zie Kamerstukken II 2019/20, 29 911, nrs. 266, 275 en 254 (en Kamerstuk 29 240, nr. 120).',
  )
})

test('whatever is typed, no sign of it is lost', () => {
  const part = fc.constantFrom(
    '{cijfer 1}',
    '{cijfer',
    'nrs. 266 en 267',
    'kst-1',
    ' en ',
    '29 911, ',
    'é😀',
    '\n\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const pieces = piecesOf(text)
      if (pieces.some((piece) => piece.kind === 'reference')) return
      assert.equal(pieces.map((piece) => piece.text).join(''), text)
    }),
    { numRuns: 200, seed: 20261130 },
  )
})

test('a reference as the letter prints it is read back to the same paper', () => {
  const nr = fc.integer({ min: 1, max: 9999 }).map(String)
  const year = fc.integer({ min: 1990, max: 2030 }).map((from) => `${from}${from + 1}`)
  const dossier = fc.integer({ min: 10_000, max: 39_999 }).map(String)
  const referent: fc.Arbitrary<Referent> = fc.oneof(
    fc.record({ kind: fc.constant('kst' as const), dossier, nr }),
    fc.record({ kind: fc.constant('ah' as const), house: fc.constant('tk' as const), year, nr }),
    fc.record({ kind: fc.constant('stb' as const), year: fc.constant('2021'), nr }),
  )
  fc.assert(
    fc.property(referent, (one) => {
      const id = printReference(one)
      const found = findReferences(`Zie ${printedReference(id)}.`)
      assert.deepEqual(
        found.map((each) => each.id),
        [id],
      )
    }),
    { numRuns: 150, seed: 20261130 },
  )
})

test('a number that somebody typed beside a word for people wants an answer, however it is written', () => {
  const marked = (text: string) =>
    bareNumbersIn(text).map(({ words, isSmall }) => `${words}${isSmall ? ' (small)' : ''}`)
  assert.deepEqual(
    marked(
      'Er waren 3 minderjarige verdachten, zeven signalen en één kind. 3 minderjarige verdachten!',
    ),
    ['3 minderjarige verdachten (small)', 'zeven signalen (small)', 'één kind (small)'],
  )
  const each: Readonly<Record<string, string>> = {
    'Het ging om 3 van de 20 leerlingen.': '3 van de 20 leerlingen (small)',
    'vijf van de acht meisjes': 'vijf van de acht meisjes (small)',
    'twee basisschoolleerlingen': 'twee basisschoolleerlingen (small)',
    '4 mbo-studenten': '4 mbo-studenten (small)',
    '3 (vermoedelijke) slachtoffers': '3 (vermoedelijke) slachtoffers (small)',
    '3-4 leerlingen': '3-4 leerlingen (small)',
    'Het aantal leerlingen was 3.': 'aantal leerlingen was 3 (small)',
    'Slachtoffers: 3': 'Slachtoffers: 3 (small)',
    ['één kind'.normalize('NFD')]: 'één kind (small)',
    'ruim 2.500 vermoedelijke slachtoffers': '2.500 vermoedelijke slachtoffers',
    '20 procent van de leerlingen': '20 procent van de leerlingen',
  }
  for (const [text, words] of Object.entries(each)) assert.deepEqual(marked(text), [words], text)
})

test('years, days, terms, papers, averages, what is no count of people, and bound figures want none', () => {
  for (const text of [
    'In 2025 kregen leerlingen les.',
    'Op 3 juli kwamen jongeren bijeen.',
    'jongeren van 12 tot 18 jaar',
    '{cijfer 1} leerlingen',
    '0,5 kinderen per klas',
    'Kamerstuk 29 240, nr. 3 leerlingen',
    'artikel 3 minderjarigen en groep 8 leerlingen',
    'een leerling, twee oorzaken en de zes programma’s',
  ]) {
    assert.deepEqual(bareNumbersIn(text), [], text)
  }
})

test('an answer holds for the words that stand there, and goes with them', () => {
  const answer = { words: '3 signalen', because: 'public', where: 'kst-29240-120' } as const
  assert.deepEqual(
    unansweredNumbers('Er waren 3 signalen.', []).map(({ words }) => words),
    ['3 signalen'],
  )
  assert.deepEqual(unansweredNumbers('Er waren 3 signalen.', [answer]), [])
  assert.deepEqual(unansweredNumbers('Er waren 4 signalen.', [answer]).length, 1)
  assert.deepEqual(answersThatStand('Er waren 4 signalen.', [answer]), [])
})

const block = (id: string, text = '', part: LetterBlock['part'] = 'line'): LetterBlock => ({
  ...{ id, part, text },
  heading: `Kop ${id}`,
  answered: [],
  changedIn: 1,
})
const content = (...blocks: LetterBlock[]): LetterContent => ({
  title: 'Verzonnen brief',
  ...{ dossiers: [], previous: '', discharged: [], vouched: [], answered: [], frameChangedIn: 1 },
  ...{ blocks, figures: [], lastFigure: 0 },
})

test('where a number was published stands in the letter, and is part of what is approved', () => {
  const cited = (where: string): LetterContent =>
    content({
      ...block('a', 'Er waren 2.500 slachtoffers.'),
      answered: [{ words: '2.500 slachtoffers', because: 'public', where }],
    })
  const around = { figures: new Map(), actions: [], items: [], papers: new Map() }
  const drawn = (one: LetterContent) =>
    documentOf({ ...around, content: one, from: 'A', along: [], day: undefined })
  const annexOf = (one: LetterContent) =>
    drawn(one).sections.find(({ id }) => id === 'annex-numbers')
  assert.deepEqual(annexOf(cited('Zie kst-29240-120'))?.blocks.at(-1), {
    kind: 'list',
    items: [
      [
        { text: '“2.500 slachtoffers”: ' },
        { text: 'Zie ' },
        {
          text: 'Kamerstuk 29 240, nr. 120',
          href: 'https://zoek.officielebekendmakingen.nl/kst-29240-120.html',
        },
      ],
    ],
  })
  const empty = content(block('a', 'Geen getal.'), block('b', '  '))
  assert.equal(annexOf(empty), undefined)
  // A piece in which nobody wrote anything does not leave its heading in the letter.
  assert.equal(JSON.stringify(drawn(empty)).includes('Kop b'), false)
  assert.notEqual(digestOf(cited('kst-29240-120')), digestOf(cited('kst-29240-121')))
})

test('pieces stand by part, move within it, and a figure keeps its number for good', () => {
  const begun = content(block('a'), block('b'), block('z', '', 'closing'))
  const opened = withBlock(begun, block('o', '', 'opening'))
  assert.deepEqual(
    opened.blocks.map(({ id }) => id),
    ['o', 'a', 'b', 'z'],
  )
  assert.deepEqual(
    movedEarlier(opened, 'b').blocks.map(({ id }) => id),
    ['o', 'b', 'a', 'z'],
  )
  assert.equal(movedEarlier(opened, 'a'), opened)
  const ref = { definition: 'signals', version: 1, period: '2026', cell: 'all' }
  const bound = withFigure(begun, ref)
  assert.equal(withFigure(bound, { ...ref }), bound)
  const after = withFigure({ ...bound, figures: [] }, ref)
  assert.deepEqual([bound.lastFigure, after.lastFigure], [1, 2])
  assert.deepEqual(figuresUsed('{cijfer 2} en {cijfer 2}'), [2])
})

test('two versions beside each other show every piece once, with what went and what came', () => {
  const compared = compareLetters(
    content(block('a', 'Wij gaan lopen.'), block('b', 'Blijft.'), block('c', 'Weg.')),
    content(block('n', 'Nieuw.'), block('a', 'Wij gaan fietsen.'), block('b', 'Blijft.')),
  )
  assert.deepEqual(compared.map((one) => one.after?.id ?? one.before?.id).toSorted(), [
    'a',
    'b',
    'c',
    'n',
  ])
  const of = (id: string) => compared.find((one) => (one.after ?? one.before)?.id === id)
  assert.equal(of('b')?.changes, undefined)
  assert.deepEqual(
    of('a')?.changes?.filter(({ kind }) => kind !== 'same'),
    [
      { kind: 'gone', text: 'lopen' },
      { kind: 'new', text: 'fietsen' },
    ],
  )
  assert.deepEqual(
    of('c')?.changes?.map(({ kind }) => kind),
    ['gone'],
  )
})
