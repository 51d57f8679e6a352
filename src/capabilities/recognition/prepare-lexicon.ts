import type { Language } from '#platform/language.ts'
import type { CueName, Lexicon } from './lexicon.ts'
import type { PreparedPattern } from './match.ts'
import { readPattern } from './pattern.ts'
import { Vocabulary } from './vocabulary.ts'

/** 1 at the number of each class that is meant. */
export type Marks = Uint8Array

/** A lexicon ready for use: words indexed, patterns read. */
export type PreparedLexicon = {
  readonly language: Language
  readonly vocabulary: Vocabulary
  /** The classes that can come from words in a row. */
  readonly madeOfPhrases: Marks
  /** The classes that patterns and cues ask for. */
  readonly asked: Marks
  readonly cues: Readonly<Record<CueName, number>>
  readonly plain: ReadonlySet<string>
  /** The classes whose words deny. */
  readonly negations: readonly number[]
  readonly signals: readonly {
    readonly id: string
    readonly reason: string
    readonly patterns: readonly PreparedPattern[]
  }[]
}

export function prepareOne(lexicon: Lexicon): PreparedLexicon {
  const vocabulary = new Vocabulary(lexicon)
  const asked = new Set<number>()
  const ask = (wordClass: number): number => {
    asked.add(wordClass)
    return vocabulary.want(wordClass)
  }
  const signals = lexicon.signals.map(({ id, reason, patterns }) => ({
    id,
    reason,
    patterns: patterns.map((text) => {
      const pattern = readPattern(text)
      const classes = (groups: typeof pattern.groups) =>
        groups.map((group) => ask(vocabulary.groupClass(group)))
      return {
        groups: classes(pattern.groups),
        within: pattern.within,
        near: pattern.near,
        denied: pattern.denied,
        unless: classes(pattern.unless),
        unlessNear: classes(pattern.unlessNear),
      }
    }),
  }))
  const cues = Object.fromEntries(
    Object.entries(lexicon.cues).map(([name, number]) => [
      name,
      ask(vocabulary.numberOf(`<${number}>`)),
    ]),
  ) as Record<CueName, number>
  const negations = [cues['negates-forward'], cues['negates-around']]
  const marked = (classes: Iterable<number>): Marks => {
    const marks = new Uint8Array(vocabulary.size)
    for (const one of classes) marks[one] = 1
    return marks
  }
  return {
    language: lexicon.language,
    vocabulary,
    madeOfPhrases: marked(vocabulary.madeOfPhrases()),
    asked: marked(asked),
    cues,
    plain: new Set(lexicon.plain),
    negations,
    signals,
  }
}
