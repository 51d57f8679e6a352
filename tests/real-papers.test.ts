// Uses shared material beside the checkout (../shared/data/kamerstukken and the letter 29240-120); skipped where
// that is absent. The product starts and runs without it.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { loadNames } from '#capabilities/papers/names-pack.ts'
import type { Paper } from '#capabilities/papers/paper.ts'
import { readPaper } from '#capabilities/papers/read-paper.ts'

type Truth = {
  readonly id: string
  readonly kind: string
  readonly date: string
  readonly question_letter_date?: string
  readonly vergaderjaar?: string
  readonly dossiers: readonly { readonly dossier: string; readonly nr: string }[]
  readonly authors?: readonly string[]
  readonly referenced_kamerstukken: readonly string[]
  readonly replaces?: string | null
  readonly requests_count?: number
  readonly motions_mentioned: readonly string[]
  readonly commitments_mentioned: readonly string[]
  readonly deadlines?: readonly string[]
  readonly law_articles?: readonly string[]
}

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const truthFiles = globSync(`${folder}kamerstukken/*.yaml`).sort()
const skip = truthFiles.length === 0 && '../shared/data/kamerstukken is not there'
const letterFile = `${folder}kamerstuk-29240-120.txt`
const skipLetter = !existsSync(letterFile) && '../shared/data/kamerstuk-29240-120.txt is not there'

const names = loadNames(fileURLToPath(new URL('../knowledge', import.meta.url)))

type Pair = { readonly file: string; readonly truth: Truth; readonly paper: Paper }

/** Every paper with its truth; a motion twice, as text and as official XML. */
const pairs: readonly Pair[] = truthFiles.flatMap((file) => {
  const truth = load(readFileSync(file, 'utf8')) as Truth
  return ['.txt', '.xml']
    .map((end) => file.replace(/\.yaml$/, end))
    .filter((one) => existsSync(one))
    .map((one) => ({ file: one, truth, paper: readPaper(readFileSync(one), names) }))
})

type Count = { right: number; wrong: number; missed: number }

/** Everything wrong and missed is in the message of a test that fails. */
function measured(
  of: (pair: Pair) => {
    found: readonly string[]
    wanted: readonly string[]
    same?: (a: string, b: string) => boolean
  },
) {
  const count: Count = { right: 0, wrong: 0, missed: 0 }
  const told: string[] = []
  for (const pair of pairs) {
    const { found, wanted, same = (a, b) => a === b } = of(pair)
    const left = [...wanted]
    for (const one of found) {
      const at = left.findIndex((other) => same(one, other))
      if (at >= 0) {
        left.splice(at, 1)
        count.right += 1
      } else {
        count.wrong += 1
        told.push(`wrong in ${pair.file}: ${one}`)
      }
    }
    count.missed += left.length
    told.push(...left.map((one) => `missed in ${pair.file}: ${one}`))
  }
  const f1 = (2 * count.right) / (2 * count.right + count.wrong + count.missed)
  return { f1, told: `F1 ${f1.toFixed(3)}\n${told.join('\n')}` }
}

test('dossiers, numbers, dates, years, kinds and who proposes are those of the truth, all of them', {
  skip,
}, () => {
  for (const { file, truth, paper } of pairs) {
    assert.equal(paper.id, truth.id, file)
    assert.equal(paper.kind, truth.kind, file)
    assert.equal(paper.date, truth.date, file)
    assert.equal(paper.questionLetter?.date, truth.question_letter_date, file)
    const dossiers = paper.dossiers.map(({ dossier, nr }) => ({ dossier, nr }))
    assert.deepEqual(
      dossiers,
      truth.dossiers.map(({ dossier, nr }) => ({ dossier, nr })),
      file,
    )
    if (truth.vergaderjaar) assert.equal(paper.parliamentaryYear, truth.vergaderjaar, file)
    if (truth.authors)
      assert.deepEqual(
        paper.authors.map(({ name }) => name),
        truth.authors,
        file,
      )
    assert.ok(paper.complete, file)
  }
})

test('references: F1 of at least 0.97', { skip }, () => {
  const { f1, told } = measured(({ truth, paper }) => ({
    found: paper.references
      .filter(({ kind }) => kind === 'kst' || kind === 'ah')
      .map(({ id }) => id),
    wanted: truth.referenced_kamerstukken,
  }))
  assert.ok(f1 >= 0.97, told)
})

test('motions, with each request of each: F1 of at least 0.85', { skip }, () => {
  const { f1, told } = measured(({ truth, paper }) => ({
    found: paper.motions.flatMap((one) =>
      one.part === 'own' ? one.requests.map((_, at) => `request ${at + 1}`) : [one.by.join('/')],
    ),
    wanted: [
      ...Array.from({ length: truth.requests_count ?? 0 }, (_, at) => `request ${at + 1}`),
      ...truth.motions_mentioned.map((one) => one.replace(/^motie[ -]/, '')),
    ],
  }))
  assert.ok(f1 >= 0.85, told)
})

test('commitments: F1 of at least 0.85, matched by the words they share', { skip }, () => {
  const { f1, told } = measured(({ truth, paper }) => ({
    found: paper.commitments.map(({ what }) => what),
    wanted: truth.commitments_mentioned,
    same: (found, wanted) => sharedPart(found, wanted) >= 0.4,
  }))
  assert.ok(f1 >= 0.85, told)
})

/**
 * Ours, read by hand: the truth beside the papers has no names, and articles only of motions. Papers that stand in none
 * of these lists name none.
 */
const byHand: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  organisations: {
    'antwoord-2023Z14759': [
      'politie',
      'Centrum voor Criminaliteitspreventie en Veiligheid',
      'Nederlandse Vereniging voor Plastische Chirurgie',
    ],
    'antwoord-2023Z19006': [
      ...['politie', 'Openbaar Ministerie', 'Inspectie Leefomgeving en Transport'],
      ...['Nederlandse Voedsel- en Warenautoriteit', 'Strategische Milieukamer'],
      ...['Landelijke Milieukamer', 'Wetenschappelijk Onderzoek- en Datacentrum'],
    ],
    'antwoord-2024Z11889': [
      ...['politie', 'Dienst Speciale Interventies', 'GHSV Schiedam', 'Douane'],
      ...['Koninklijke Nederlandse Politiehonden Vereniging', 'Dienst Justitiële Inrichtingen'],
      ...['Ministerie van Defensie', 'Koninklijke Marechaussee', 'Universiteit Utrecht'],
      ...['Hogeschool Aeres', 'Ministerie van Justitie en Veiligheid'],
      'Ministerie van Landbouw, Natuur en Voedselkwaliteit',
    ],
    'antwoord-5303168': ['politie', 'Mobiele Eenheid'],
    'kst-28638-243': ['Openbaar Ministerie'],
    'kst-29240-141': ['Inspectie van het Onderwijs'],
    'kst-29911-461': ['Koninklijke Marechaussee'],
    'kst-36547-46': ['Femmes for Freedom'],
  },
  programmes: {
    'antwoord-2023Z14759': ['The Safe Dog Project'],
    'antwoord-2023Z19006': ['IBP VTH', 'Veiligheidsagenda 2023-2026'],
    'antwoord-2024Z11889': ['Koers Politiehonden'],
    'antwoord-5303168': ['Veilig en Gezond werken'],
    'kst-28638-238': ['Samen tegen mensenhandel'],
    'kst-28638-240': ['Samen tegen mensenhandel'],
    'kst-29240-141': ['leefbare wijken', 'Preventie met Gezag'],
    'kst-29911-461': ['Team Ondermijning Luchthaven'],
  },
  lawArticles: {
    'antwoord-2023Z19006': [
      ...['art. 1a WED', 'art. 161quater Sr', 'art. 161quinquies Sr'],
      ...['art. 173 Sr', 'art. 173a Sr', 'art. 173b Sr'],
    ],
    'antwoord-2024Z11889': [
      ...['art. 2.1 Wet dieren', 'art. 8.11 Wet dieren', 'art. 1.3 Besluit houders van dieren'],
    ],
    'kst-28638-243': ['art. 22b lid 1 Sr', 'art. 22b lid 3 Sr'],
  },
}

test('organisations, programmes and articles of laws, read by hand: F1 of at least 0.9, 0.8 and 1', {
  skip,
}, () => {
  const least = { organisations: 0.9, programmes: 0.8, lawArticles: 1 }
  for (const what of ['organisations', 'programmes', 'lawArticles'] as const) {
    const { f1, told } = measured(({ truth, paper }) => ({
      found: paper[what].map((one) => ('name' in one ? one.name : one.id)),
      wanted: byHand[what]?.[truth.id] ?? [],
    }))
    assert.ok(f1 >= least[what], `${what}: ${told}`)
  }
})

test('motions that are replaced, deadlines and articles of laws in motions are those of the truth', {
  skip,
}, () => {
  for (const { file, truth, paper } of pairs) {
    if (paper.kind === 'antwoord') continue
    assert.equal(paper.motions[0]?.replaces, truth.replaces, file)
    assert.deepEqual(
      paper.deadlines.map(({ text }) => text),
      truth.deadlines,
      file,
    )
    assert.deepEqual(
      paper.lawArticles.map(({ id }) => id),
      truth.law_articles,
      file,
    )
  }
})

test('the letter of 30 June 2020: both dossiers, its references, motions, and what it keeps and promises', {
  skip: skipLetter,
}, () => {
  const paper = readPaper(readFileSync(letterFile), names)
  assert.equal(paper.id, 'kst-29240-120')
  assert.deepEqual(
    [paper.kind, paper.date, paper.parliamentaryYear, paper.title],
    ['brief', '2020-06-30', '2019-2020', 'Veiligheid op school'],
  )
  assert.deepEqual(
    paper.dossiers.map(({ dossier, nr }) => `${dossier} ${nr}`),
    ['29240 120', '29911 120'],
  )
  assert.deepEqual(
    paper.authors.map(({ name, role }) => [name, role]),
    [['A. Broekers-Knol', 'Staatssecretaris van Justitie en Veiligheid']],
  )
  assert.deepEqual(paper.references.map(({ id }) => id).sort(), [
    ...['2020Z09415', 'kst-28638-164', 'kst-28638-178', 'kst-29240-116'],
    ...['kst-29911-254', 'kst-29911-266', 'kst-29911-275'],
  ])
  assert.deepEqual(
    paper.motions.map(({ id, by, date }) => [id, ...by, date]),
    [
      ['kst-29911-266', 'Kuik', '2019-12-19'],
      ['kst-29240-116', 'Kuik', '2020-01-28'],
    ],
  )
  assert.match(paper.motions[1]?.requests[0]?.text ?? '', /^weerbaarheidslessen over drugs/)
  assert.deepEqual(
    paper.commitments.map(({ kind, references }) => [kind, ...references]),
    [['discharged', 'kst-28638-178']],
  )
  assert.deepEqual(
    paper.promises.map(({ kind, deadline }) => [kind, deadline?.text, deadline?.until]),
    [
      ['standing', 'jaarlijks', null],
      ['new', 'dit najaar', '2020-12-21'],
      ['intended', undefined, undefined],
    ],
  )
  assert.deepEqual(
    paper.organisations.map(({ name, uncertain }) => [name, uncertain]),
    [
      'Centrum tegen Kinderhandel en Mensenhandel',
      'Ministerie van Onderwijs, Cultuur en Wetenschap',
      ...['Stichting School en Veiligheid', 'politie', 'Openbaar Ministerie'],
      'landelijke expertgroep criminele uitbuiting minderjarigen',
      'Ministerie van Justitie en Veiligheid',
      'Ministerie van Volksgezondheid, Welzijn en Sport',
      'Ministerie van Sociale Zaken en Werkgelegenheid',
      'Ministerie van Buitenlandse Zaken',
      'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties',
    ].map((name) => [name, false]),
  )
  assert.deepEqual(
    paper.programmes.map(({ name }) => name),
    [
      ...['Gelijke Kansen Alliantie', 'Alleen jij bepaalt wie je bent', 'PIT', 'Basta!'],
      ...['Alles Kidzzz', 'Samen tegen mensenhandel'],
      'Breed Offensief Tegen Ondermijnende Criminaliteit',
    ],
  )
  assert.deepEqual(
    paper.headings.map(({ text }) => text),
    [
      ...[
        'Het onderzoek',
        'Signalering op scholen',
        'Bewustwording en bescherming mogelijke slachtoffers',
      ],
      'Integrale aanpak',
    ],
  )
})

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []

/** Which part of the words of what was wanted stands in what was found; endings may differ. */
function sharedPart(found: string, wanted: string): number {
  const begin = (word: string) => word.slice(0, 6)
  const there = new Set(wordsOf(found).map(begin))
  const words = wordsOf(wanted)
  return words.filter((one) => there.has(begin(one))).length / words.length
}
