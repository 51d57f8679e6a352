import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { budgetDay, findDeadlines } from './find-deadlines.ts'
import { findLawArticles } from './find-law-articles.ts'
import { findReferences } from './find-references.ts'
import { printArticle, readArticle } from './law-article.ts'
import { printReference, type Referent, readReference } from './reference.ts'
import { dossierName, referenceAddress, referenceName } from './reference-name.ts'

const idsIn = (text: string): string[] => findReferences(text).map(({ id }) => id)
const articlesIn = (text: string): string[] => findLawArticles(text).map(({ id }) => id)

const digits = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String)
const house = fc.constantFrom('tk' as const, 'ek' as const)
const session = fc.integer({ min: 1900, max: 2090 }).map((from) => `${from}${from + 1}`)
const five = fc.integer({ min: 0, max: 99999 }).map((one) => String(one).padStart(5, '0'))
const year = digits(1900, 2099)
const law = fc.integer({ min: 0, max: 9999999 }).map((one) => `BWBR${String(one).padStart(7, '0')}`)
const paperNumber = fc.oneof(digits(1, 99999), fc.constantFrom('A', 'B', 'AB'))
const anyReferent: fc.Arbitrary<Referent> = fc.oneof(
  fc.record({ kind: fc.constant('kst' as const), dossier: digits(10000, 99999), nr: paperNumber }),
  fc.record({
    ...{ kind: fc.constant('kst' as const), dossier: digits(10000, 99999), nr: paperNumber },
    chapter: fc.constantFrom('VI', 'XIII', 'IXA', 'A', 'H', '(R1944)'),
  }),
  fc.record({
    kind: fc.constantFrom('ah' as const, 'kv-alias' as const),
    house,
    year: session,
    nr: digits(1, 9999),
  }),
  fc.record({
    kind: fc.constant('kv' as const),
    house,
    question: fc.tuple(year, five).map(([of, nr]) => `${of}Z${nr}`),
  }),
  fc.record({
    kind: fc.constant('h' as const),
    house,
    year: session,
    meeting: digits(1, 200),
    item: digits(1, 99),
  }),
  fc.tuple(year, five).map(([of, nr]): Referent => ({ kind: 'case', number: `${of}Z${nr}` })),
  fc.tuple(year, five).map(([of, nr]): Referent => ({ kind: 'document', number: `${of}D${nr}` })),
  fc.record({
    kind: fc.constantFrom('stb' as const, 'stcrt' as const),
    year,
    nr: digits(1, 99999),
  }),
  fc.record({
    ...{ kind: fc.constant('ecli' as const), country: fc.constantFrom('NL', 'EU', 'CE') },
    ...{
      court: fc.constantFrom('HR', 'RBDHA', 'C', 'ECHR'),
      year,
      nr: fc.constantFrom('1234', '0216JUD007758712', 'BX1.A'),
    },
  }),
  law.map((one): Referent => ({ kind: 'bwb', law: one })),
  fc.record({
    ...{ kind: fc.constant('jci' as const), version: fc.constantFrom('1.3', '1.31'), law },
    where: fc.constantFrom('', '&artikel=5', '&z=2022-04-01&g=2022-04-01'),
  }),
)

describe('the id of what a paper refers to', () => {
  it('printed and read back is the same, whatever its kind', () => {
    fc.assert(
      fc.property(anyReferent, (one) =>
        assert.deepEqual(readReference(printReference(one)), { ...one }),
      ),
      { numRuns: 500 },
    )
  })

  it('written in a sentence is found as itself', () => {
    fc.assert(
      fc.property(anyReferent, (one) => {
        const id = printReference(one)
        assert.deepEqual(idsIn(`Zie ${id}, en verder niets.`), [id])
      }),
      { numRuns: 300 },
    )
  })

  it('anything that is read is printed as it stood', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(kst|ah-tk|stb|h-ek)-[0-9A-Z()-]{1,20}$/), (text) => {
        const one = readReference(text)
        if (one) assert.equal(printReference(one), text)
      }),
      { numRuns: 300 },
    )
  })

  const none = [
    'kst-2924-120',
    'kst-29240-',
    'ah-tk-20192021-5',
    'ah-tk-20192020-0',
    '2020X09415',
    'stb-19-180',
    'ECLI:NL',
    'BWBR12',
    '',
  ]
  for (const text of none) it(`"${text}" is none`, () => assert.equal(readReference(text), null))
})

describe('references as people write them', () => {
  const written: readonly (readonly [string, readonly string[]])[] = [
    ['(Kamerstuk 28 286, nr. 1255)', ['kst-28286-1255']],
    ['Kamerstuk II 28286, nr. 1056', ['kst-28286-1056']],
    ['Kamerstukken II 2020/21,  35690, nr. 3', ['kst-35690-3']],
    [
      'Kamerstukken II 2019–2020, 29 911, nrs. 266, 267 en 268',
      ['kst-29911-266', 'kst-29911-267', 'kst-29911-268'],
    ],
    ['Kamerstuk 36 600 VI, nr. 72', ['kst-36600-VI-72']],
    ['Kamerstukken 36600-VI, nr. 72', ['kst-36600-VI-72']],
    ['Kamerstukken I 2024/25, 36 547, B', ['kst-36547-B']],
    ['Kamerstukken II 2019/20, 35 349, 3.', ['kst-35349-3']],
    ['Kamerstuk 28 638, nr. 164, 29 911, nr. 266', ['kst-28638-164', 'kst-29911-266']],
    [
      'Kamerstukken 28 638, nrs. 174, 175 en 29 911, nr. 6',
      ['kst-28638-174', 'kst-28638-175', 'kst-29911-6'],
    ],
    ['Kamerstuk 28 638, nr. 164, 12 december 2019', ['kst-28638-164']],
    ['Kamerstuk 28 638, nr. 164 en nr. 178', ['kst-28638-164', 'kst-28638-178']],
    ['Tweede Kamer, vergaderjaar 2021–2022, 29 628, nr. 1099', ['kst-29628-1099']],
    ['Kamerstukken I 2024/25, 36 547, nr. B', ['kst-36547-B']],
    ['Kamerstuk 34 193-10', ['kst-34193-10']],
    ['(t.v.v. 36547-30)', ['kst-36547-30']],
    ['de motie (29 911, nr. 266)', ['kst-29911-266']],
    ['Kamerstuk 29\u00a0911, nr.\u00a0266', ['kst-29911-266']],
    ['Aanhangsel van de Handelingen II, 2022/-23, nr. 1823.', ['ah-tk-20222023-1823']],
    ['Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1121', ['ah-tk-20232024-1121']],
    ['Aanhangsel Handelingen II 1999/00, nr. 5', ['ah-tk-19992000-5']],
    ['Aanhangsel Handelingen II 2019/22, nr. 5', []],
    ['Handelingen II 2018/19, nr. 31, item 5', ['h-tk-20182019-31-5']],
    ['Kamervragen (2020Z09415) en 2020D27320', ['2020Z09415', '2020D27320']],
    ['Stb. 2019, 180 en Stcrt. 2022, nr. 5901', ['stb-2019-180', 'stcrt-2022-5901']],
    ['ECLI:NL:HR:2021:1234.', ['ECLI:NL:HR:2021:1234']],
    ['https://zoek.officielebekendmakingen.nl/kst-28638-183.html', ['kst-28638-183']],
    ['bel 12 345, nr. niets', []],
    ['op 12 januari 2024 waren er 28 638 mensen', []],
  ]
  for (const [text, ids] of written) it(text, () => assert.deepEqual(idsIn(text), ids))

  it('the same twice is one reference with two places', () => {
    const [one, ...others] = findReferences(
      'Kamerstuk 29 911, nr. 266 en weer Kamerstuk 29911, nr. 266',
    )
    assert.equal(others.length, 0)
    assert.equal(one?.also.length, 1)
  })
})

describe('articles of laws', () => {
  it('printed and read back are the same', () => {
    const anyArticle = fc.record(
      {
        article: fc.constantFrom('1', '22b', '161quater', '6:162', '2.1', '273f', '8:4a'),
        paragraph: fc.constantFrom('1', '12', '3a'),
        law: fc.constantFrom('Sr', 'Wet dieren', 'Wmo 2015', 'Besluit houders van dieren'),
      },
      { requiredKeys: ['article', 'law'] },
    )
    fc.assert(
      fc.property(anyArticle, (one) =>
        assert.deepEqual(readArticle(printArticle(one)), { ...one }),
      ),
    )
    assert.equal(readArticle('art. Sr'), null)
  })

  const written: readonly (readonly [string, readonly string[]])[] = [
    ['artikel 22b, lid 1 in het Wetboek van Strafrecht is opgenomen', ['art. 22b lid 1 Sr']],
    ['artikel 22b, lid 3 Sr ingeval', ['art. 22b lid 3 Sr']],
    ['artikel 273f, eerste lid, onder 2°, van het Wetboek van Strafrecht.', ['art. 273f lid 1 Sr']],
    ['de artikelen 173, 173a en 173b Sr)', ['art. 173 Sr', 'art. 173a Sr', 'art. 173b Sr']],
    ['artikel 161quater tot en met 161quinquies Sr', ['art. 161quater Sr', 'art. 161quinquies Sr']],
    [
      '(artikel 2.1 en artikel 8.11 van de Wet dieren).',
      ['art. 2.1 Wet dieren', 'art. 8.11 Wet dieren'],
    ],
    ['artikel 1.3 van het Besluit houders van dieren. Op', ['art. 1.3 Besluit houders van dieren']],
    ['de Wet op de economische delicten (WED). Artikel 1a van die wet stelt', ['art. 1a WED']],
    ['art. 6:162 BW', ['art. 6:162 BW']],
    ['artikel 5 van het rapport', []],
    ['artikel 5 van het Verdrag', []],
    ['artikel 13b Opiumwet geldt hier', ['art. 13b Ow']],
    ['artikel 3 Politiewet 2012 hierover', ['art. 3 Politiewet 2012']],
    ['artikel 9 van de Wet wapens en munitie biedt', ['art. 9 Wet wapens en munitie']],
    ['artikel 39e van de Wet justitiële en strafvorderlijke gegevens', ['art. 39e Wjsg']],
    ['artikel 5.2.6 van de Wet maatschappelijke ondersteuning 2015 biedt', ['art. 5.2.6 Wmo 2015']],
    ['artikel 12 van de Wet bedachte dingen regelt dat', ['art. 12 Wet bedachte dingen']],
    ['artikel 10, tweede en derde lid, van de Grondwet', ['art. 10 lid 2 Gw', 'art. 10 lid 3 Gw']],
    ['artikel 273f, eerste lid, onder 1° tot en met 9°, Sr', ['art. 273f lid 1 Sr']],
    ['art 140 Sr en 140a Sr', ['art. 140 Sr', 'art. 140a Sr']],
    ['artikel 8 van Richtlijn 2011/36/EU', ['art. 8 Richtlijn 2011/36/EU']],
    ['artikel 3 van het Internationaal Verdrag inzake de Rechten van het Kind', ['art. 3 IVRK']],
  ]
  for (const [text, ids] of written) it(text, () => assert.deepEqual(articlesIn(text), ids))

  it('a title that only the sentence ended is for a person; one that is known, or that a sign ended, is not', () => {
    const doubt = (text: string) => findLawArticles(text).map(({ uncertain }) => uncertain)
    assert.deepEqual(doubt('artikel 12 van de Wet bedachte dingen regelt dat'), [true])
    assert.deepEqual(doubt('artikel 12 van de Wet bedachte dingen.'), [false])
    assert.deepEqual(doubt('artikel 9 van de Wet wapens en munitie regelt dat'), [false])
  })
})

describe('moments that are named', () => {
  const named: readonly (readonly [string, string, string | null, string | null])[] = [
    ['voor Prinsjesdag 2024', '2023-12-21', null, '2024-09-16'],
    ['dit najaar', '2020-06-30', '2020-09-22', '2020-12-21'],
    ['in de loop van 2024', '2023-12-04', '2024-01-01', '2024-12-31'],
    ['voor de kerst', '2023-12-04', null, '2023-12-24'],
    ['voor het kerstreces', '2023-12-04', null, '2023-12-24'],
    ['voor het zomerreces', '2024-06-30', null, '2024-07-15'],
    ['voor de zomer', '2024-06-30', null, '2025-06-20'],
    ['voor 1 april', '2024-06-30', null, '2025-03-31'],
    ['uiterlijk 1 oktober', '2024-06-30', null, '2024-10-01'],
    ['eind dit jaar', '2024-06-30', '2024-10-01', '2024-12-31'],
    ['medio volgend jaar', '2024-06-30', '2025-05-01', '2025-08-31'],
    ['voor het einde van het jaar', '2024-06-30', null, '2024-12-31'],
    ['eerste helft van 2025', '2024-06-30', '2025-01-01', '2025-06-30'],
    ['volgende maand', '2024-12-30', '2025-01-01', '2025-01-31'],
    ['voor de zomer', '2023-12-04', null, '2024-06-20'],
    ['uiterlijk 1 juli 2024', '2023-12-04', null, '2024-07-01'],
    ['voor 1 januari 2025', '2023-12-04', null, '2024-12-31'],
    ['eind 2024', '2023-12-04', '2024-10-01', '2024-12-31'],
    ['het vierde kwartaal van 2024', '2023-12-04', '2024-10-01', '2024-12-31'],
    ['binnen drie maanden', '2023-11-30', null, '2024-02-29'],
    ['op korte termijn', '2023-12-04', null, null],
  ]
  for (const [text, on, from, until] of named) {
    it(`${text}, said on ${on}`, () => {
      const [found, ...others] = findDeadlines(text, on, { start: 0, end: text.length })
      assert.deepEqual([found?.from, found?.until, others.length], [from, until, 0])
    })
  }

  it('the budget day is the third Tuesday of September', () => {
    assert.deepEqual([2019, 2020, 2024, 2026].map(budgetDay), [
      '2019-09-17',
      '2020-09-15',
      '2024-09-17',
      '2026-09-15',
    ])
  })
})

describe('what people write', () => {
  const at = 'https://zoek.officielebekendmakingen.nl'
  const written: readonly [id: string, name: string, address: string | undefined][] = [
    ['kst-29240-120', 'Kamerstuk 29 240, nr. 120', `${at}/kst-29240-120.html`],
    ['kst-36600-VI-72', 'Kamerstuk 36 600 VI, nr. 72', `${at}/kst-36600-VI-72.html`],
    ['kst-36547-B', 'Kamerstuk 36 547, nr. B', `${at}/kst-36547-B.html`],
    ['kst-31986-(R1944)-7', 'Kamerstuk 31 986 (R1944), nr. 7', undefined],
    [
      'ah-tk-20192020-3349',
      'Aanhangsel van de Handelingen 2019–2020, nr. 3349',
      `${at}/ah-tk-20192020-3349.html`,
    ],
    [
      'h-ek-20182019-31-5',
      'Handelingen (Eerste Kamer) 2018–2019, nr. 31, item 5',
      `${at}/h-ek-20182019-31-5.html`,
    ],
    ['kv-tk-2023Z06349', 'Kamervragen 2023Z06349', `${at}/kv-tk-2023Z06349.html`],
    ['stb-2019-180', 'Staatsblad 2019, 180', `${at}/stb-2019-180.html`],
    ['BWBR0001854', 'BWBR0001854', 'https://wetten.overheid.nl/BWBR0001854'],
    ['2020Z09415', '2020Z09415', undefined],
    ['ECLI:NL:HR:2018:1', 'ECLI:NL:HR:2018:1', undefined],
    ['what nobody wrote', 'what nobody wrote', undefined],
  ]
  it('names each as it is printed, and leads to where the government publishes it', () => {
    for (const [id, name, address] of written) {
      assert.equal(referenceName('nl', id), name)
      assert.equal(referenceAddress(id), address)
    }
    assert.equal(dossierName('36600-VI'), '36 600 VI')
  })

  it('is found again by whoever reads it', () => {
    for (const [id, name] of written.filter(([, name]) => name.startsWith('Kamerstuk '))) {
      assert.deepEqual(idsIn(name), [id])
    }
  })
})
