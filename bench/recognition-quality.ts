// node bench/recognition-quality.ts: the recogniser beside two baselines, on cases retold.
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { type Language, languages } from '#platform/language.ts'
import { loadLexicon } from '../src/capabilities/recognition/lexicon-file.ts'
import { prepareLexicon, recognise } from '../src/capabilities/recognition/recognise.ts'
import {
  type Finder,
  isUnread,
  measureQuality,
  ownVignettes,
  type Quality,
  retoldVignettes,
  sharedVignettes,
  toldVignettes,
  type Vignette,
} from './recognition-vignettes.ts'

const sets: readonly (readonly [string, readonly Vignette[]])[] = [
  ['shared', sharedVignettes()],
  ['own', ownVignettes()],
  ['retold', retoldVignettes()],
  ['told', toldVignettes()],
]
const all = sets.flatMap(([, vignettes]) => vignettes)
const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))
const signals = [
  ...loadKnowledge(fileURLToPath(new URL('../knowledge', import.meta.url))).signals.values(),
]

const recognised: Finder = (one) =>
  recognise(recogniser, one.text)
    .hits.filter((hit) => !hit.negated)
    .map((hit) => hit.signal)

/** Baseline 1: the wording of a signal, or one of its parts between commas and "or", word for word. */
const exact: Finder = (one) => {
  const text = one.text.toLowerCase().replace(/\s+/g, ' ')
  const found = signals.filter((signal) =>
    signal.wording[one.language]
      .toLowerCase()
      .split(/, | of | or /)
      .some((part) => part.split(' ').length >= 2 && text.includes(part)),
  )
  return found.map((signal) => signal.id)
}

type Ranked = { readonly id: string; readonly score: number }

function indexOf(language: Language): MiniSearch {
  // Words of three letters or fewer say nothing here; without them search does better.
  const processTerm = (term: string) => (term.length > 3 ? term.toLowerCase() : null)
  const index = new MiniSearch({ fields: ['wording'], processTerm })
  index.addAll(signals.map((signal) => ({ id: signal.id, wording: signal.wording[language] })))
  return index
}
const indexes = Object.fromEntries(languages.map((one) => [one, indexOf(one)]))

/** The best score of each signal in any sentence of the text, highest first. */
function rank(one: Vignette): Ranked[] {
  const scores = new Map<string, number>()
  for (const sentence of one.text.split(/[.!?]\s/)) {
    for (const { id, score } of indexes[one.language]?.search(sentence) ?? []) {
      scores.set(id, Math.max(score, scores.get(id) ?? 0))
    }
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((left, right) => right.score - left.score)
}
const rankings = new Map<Vignette, Ranked[]>(all.map((one) => [one, rank(one)]))

/** Baseline 2: BM25; how many, and from what score on, is chosen for the best F1 on this very set. */
function bestSearch(vignettes: readonly Vignette[]): { name: string; find: Finder } {
  let best = { f1: -1, name: '', find: exact }
  for (const most of [1, 2, 3, 4, 6, 8]) {
    for (let least = 0; least <= 80; least += 2) {
      const find: Finder = (one) =>
        (rankings.get(one) ?? [])
          .filter((ranked) => ranked.score >= least)
          .slice(0, most)
          .map((ranked) => ranked.id)
      const { f1 } = measureQuality(vignettes, find)
      if (f1 > best.f1) best = { f1, name: `BM25, best ${most} from score ${least}`, find }
    }
  }
  return best
}

function row(name: string, quality: Quality): void {
  const figures = [quality.precision, quality.recall, quality.f1, quality.ordinary]
  console.log(`${name.padEnd(34)}${figures.map((one) => one.toFixed(2).padStart(10)).join('')}`)
}

for (const [name, vignettes] of sets) {
  if (vignettes.length === 0) {
    console.log(`\n${name}: absent, skipped`)
    continue
  }
  const heading = ['precision', 'recall', 'F1', 'ordinary'].map((one) => one.padStart(10)).join('')
  console.log(`\n${`${name}, ${vignettes.length} texts`.padEnd(34)}${heading}`)
  row('recogniser', measureQuality(vignettes, recognised))
  const unread = vignettes.filter(isUnread)
  if (unread.length > 0) row(`  never read (${unread.length})`, measureQuality(unread, recognised))
  for (const language of languages) {
    const those = vignettes.filter((one) => one.language === language)
    row(`  ${language} (${those.length})`, measureQuality(those, recognised))
  }
  row('exact wording', measureQuality(vignettes, exact))
  const search = bestSearch(vignettes)
  row(search.name, measureQuality(vignettes, search.find))
}
const unread = all.filter(isUnread)
console.log()
row(`all that was never read (${unread.length})`, measureQuality(unread, recognised))
console.log('\nordinary: mean number of signals on the text of an ordinary pupil')
