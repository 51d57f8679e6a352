// Uses shared material beside the checkout (../shared/data/kamerstukken and the letter 29240-120); skipped where
// that is absent. The product starts and runs without it.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
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

type Pair = { readonly file: string; readonly truth: Truth; readonly paper: Paper }

/** Every paper with its truth; a motion twice, as text and as official XML. */
const pairs: readonly Pair[] = truthFiles.flatMap((file) => {
  const truth = load(readFileSync(file, 'utf8')) as Truth
  return ['.txt', '.xml']
    .map((end) => file.replace(/\.yaml$/, end))
    .filter((one) => existsSync(one))
    .map((one) => ({ file: one, truth, paper: readPaper(readFileSync(one)) }))
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
  const paper = readPaper(readFileSync(letterFile))
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
