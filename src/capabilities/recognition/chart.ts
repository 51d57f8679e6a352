import type { Tokens } from './tokenise.ts'
import { anyWord, type Phrase, type Vocabulary } from './vocabulary.ts'

/** One place where a word class occurs: words `from` up to and including `to`. */
export type Occurrence = {
  readonly wordClass: number
  readonly from: number
  readonly to: number
  /** True when one of its own words is a negation ("kan niet stoppen"). */
  readonly negates: boolean
  /** True when other words stand between its own ("spreken een leerling aan"). */
  readonly loose: boolean
}

/** The end of a found phrase, with what is known of it in the two lowest bits. */
const negatesBit = 1
const looseBit = 2

/** Every word class that begins at every word of a text. */
export type Chart = {
  readonly tokens: Tokens
  readonly at: readonly (readonly Occurrence[])[]
  /** How much work it was, in looked-at places: grows linearly with the text. */
  readonly steps: number
}

const mostPerWord = 400

/**
 * Reads from the last word to the first, so that everything a phrase needs further on is known
 * when its first word is met.
 */
export function readChart(
  vocabulary: Vocabulary,
  tokens: Tokens,
  negations: readonly number[],
): Chart {
  const length = tokens.words.length
  const at: Occurrence[][] = new Array(length)
  let steps = 0

  const finish = (phrase: Phrase, part: number, position: number, sentence: number): number => {
    const wanted = phrase.parts[part]
    if (wanted === undefined) return (position - 1) * 4
    const gap = wanted < 0 ? -wanted : 0
    const next = gap > 0 ? part + 1 : part
    const wordClass = phrase.parts[next] ?? anyWord
    for (let skipped = 0; skipped <= gap; skipped++) {
      const here = position + skipped
      if (here >= length || tokens.sentences[here] !== sentence) return -1
      steps++
      if (wordClass === anyWord) {
        const end = finish(phrase, next + 1, here + 1, sentence)
        if (end >= 0) return skipped > 0 ? end | looseBit : end
        continue
      }
      const found = at[here] ?? []
      for (const occurrence of found) {
        if (occurrence.wordClass !== wordClass) continue
        const end = finish(phrase, next + 1, occurrence.to + 1, sentence)
        if (end < 0) continue
        const negates = occurrence.negates ? negatesBit : 0
        return end | negates | (skipped > 0 || occurrence.loose ? looseBit : 0)
      }
    }
    return -1
  }

  for (let from = length - 1; from >= 0; from--) {
    const word = tokens.words[from] ?? ''
    const sentence = tokens.sentences[from] ?? 0
    const exceptions = vocabulary.exceptions.get(word)
    const here: Occurrence[] = []
    at[from] = here

    const add = (wordClass: number, to: number, negates: boolean, loose: boolean) => {
      steps++
      if (here.length >= mostPerWord) return
      if (to === from && exceptions?.includes(wordClass)) return
      for (const known of here) if (known.wordClass === wordClass && known.to === to) return
      here.push({ wordClass, from, to, negates, loose })
      for (const larger of vocabulary.partOf[wordClass] ?? []) add(larger, to, negates, loose)
    }

    vocabulary.index.forEachClass(word, (wordClass) => add(wordClass, from, false, false))
    if (here.some((occurrence) => negations.includes(occurrence.wordClass))) {
      for (let index = 0; index < here.length; index++) {
        const occurrence = here[index]
        if (occurrence) here[index] = { ...occurrence, negates: true }
      }
    }
    // `here` grows while phrases are found: a phrase can be the first part of a longer one.
    for (let index = 0; index < here.length; index++) {
      const first = here[index]
      if (!first) continue
      for (const phrase of vocabulary.phrases[first.wordClass] ?? []) {
        const end = finish(phrase, 1, first.to + 1, sentence)
        if (end < 0) continue
        const negates = first.negates || (end & negatesBit) > 0
        add(phrase.makes, end >> 2, negates, first.loose || (end & looseBit) > 0)
      }
    }
  }
  return { tokens, at, steps }
}

/** The places of each class, in the order of the text. */
export function placesByClass(chart: Chart): Map<number, Occurrence[]> {
  const places = new Map<number, Occurrence[]>()
  for (const here of chart.at) {
    for (const occurrence of here) {
      const known = places.get(occurrence.wordClass)
      if (known) known.push(occurrence)
      else places.set(occurrence.wordClass, [occurrence])
    }
  }
  return places
}
