import type { Marks, PreparedLexicon } from './prepare-lexicon.ts'
import type { Tokens } from './tokenise.ts'
import { anyWord, type Phrase } from './vocabulary.ts'

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
const none: readonly Phrase[] = []

/**
 * Reads from the last word to the first, so that everything a phrase needs further on is known
 * when its first word is met.
 */
export function readChart(prepared: PreparedLexicon, tokens: Tokens): Chart {
  const { vocabulary, negations, madeOfPhrases } = prepared
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
      for (const occurrence of at[here] ?? []) {
        if (occurrence.wordClass !== wordClass) continue
        const end = finish(phrase, next + 1, occurrence.to + 1, sentence)
        if (end < 0) continue
        const negates = occurrence.negates ? negatesBit : 0
        return end | negates | (skipped > 0 || occurrence.loose ? looseBit : 0)
      }
    }
    return -1
  }

  // The same words come back in a text; nothing of it is kept after the text.
  const classesOfWord = new Map<string, readonly number[]>()
  const present = madeOfPhrases.slice()
  present[anyWord] = 1
  for (const word of tokens.words) {
    if (classesOfWord.has(word)) continue
    const classes = vocabulary.classesOf(word)
    classesOfWord.set(word, classes)
    for (const one of classes) present[one] = 1
  }
  // Most phrases miss a word that is nowhere in the text; those are not tried at all.
  const phrasesOfClass = new Map<number, readonly Phrase[]>()
  const phrasesFrom = (first: number): readonly Phrase[] => {
    const all = vocabulary.phrases[first]
    if (!all) return none
    const known = phrasesOfClass.get(first)
    if (known) return known
    const possible = all.filter(({ parts }) =>
      parts.every((part) => part < 0 || present[part] === 1),
    )
    phrasesOfClass.set(first, possible)
    return possible
  }

  for (let from = length - 1; from >= 0; from--) {
    const word = tokens.words[from] ?? ''
    const sentence = tokens.sentences[from] ?? 0
    const classes = classesOfWord.get(word) ?? []
    const denies = classes.some((wordClass) => negations.includes(wordClass))
    const here: Occurrence[] = classes.map((wordClass) => ({
      wordClass,
      from,
      to: from,
      negates: denies,
      loose: false,
    }))
    steps += here.length + 1
    at[from] = here

    const add = (phraseClass: number, to: number, negates: boolean, loose: boolean) => {
      for (const wordClass of vocabulary.leadsTo(phraseClass)) {
        steps++
        if (here.length >= mostPerWord) return
        if (here.some((known) => known.wordClass === wordClass && known.to === to)) continue
        here.push({ wordClass, from, to, negates, loose })
      }
    }

    // `here` grows while phrases are found: a phrase can be the first part of a longer one.
    for (let index = 0; index < here.length; index++) {
      const first = here[index]
      if (!first) continue
      for (const phrase of phrasesFrom(first.wordClass)) {
        const end = finish(phrase, 1, first.to + 1, sentence)
        if (end < 0) continue
        const negates = first.negates || (end & negatesBit) > 0
        add(phrase.makes, end >> 2, negates, first.loose || (end & looseBit) > 0)
      }
    }
  }
  return { tokens, at, steps }
}

/** The places of each class that is asked for, in the order of the text. */
export function placesByClass(chart: Chart, asked: Marks): Map<number, Occurrence[]> {
  const places = new Map<number, Occurrence[]>()
  for (const here of chart.at) {
    for (const occurrence of here) {
      if (asked[occurrence.wordClass] !== 1) continue
      const known = places.get(occurrence.wordClass)
      if (known) known.push(occurrence)
      else places.set(occurrence.wordClass, [occurrence])
    }
  }
  return places
}
