import type { Language } from '#platform/language.ts'

/** The word classes that the recogniser itself needs, beside those the signals name. */
export const cueNames = [
  'negates-forward',
  'negates-around',
  'cancels-negation',
  'does-not-negate',
  'breaks-clause',
  'hearsay',
  'uncertain',
] as const
export type CueName = (typeof cueNames)[number]

/**
 * One language, compiled from `knowledge/recognition/`: only what recognising needs, as plain JSON.
 * Word classes are numbered; `<12>` in an entry or a pattern is the word class at index 12.
 */
export type Lexicon = {
  readonly language: Language
  /** Entries of each word class, separated by commas. */
  readonly words: readonly string[]
  readonly cues: Readonly<Record<CueName, number>>
  /** Words that say little by themselves ("hij", "met"): they can guard a pattern, but are not underlined. */
  readonly plain: readonly string[]
  readonly signals: readonly LexiconSignal[]
}

export type LexiconSignal = {
  readonly id: string
  /** One sentence for a teacher: what in the text points to this signal. */
  readonly reason: string
  readonly patterns: readonly string[]
}
