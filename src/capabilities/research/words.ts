import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { partsOf } from './frame.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

/** A code as one of these sentences. One that nobody wrote a sentence for is a defect, and says so itself. */
export function sentenceIn(sentences: Readonly<Record<string, string>>, code: string): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (sentence === undefined) throw new Error(`There is no sentence for '${code}'.`)
  return sentence
}

/** Field → sentence, as forms show them. */
export const sentencesIn = (
  sentences: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, sentenceIn(sentences, code)]),
  )

/** A group of schools in words: `voortgezet onderwijs / Utrecht`. */
export function stratumTold(language: Language, stratum: string): string {
  const { kinds, wave } = t(language)
  if (stratum === '') return wave.all
  const words: Readonly<Record<string, string>> = { ...kinds, unknown: wave.unknown }
  return partsOf(stratum)
    .map((part) => (Object.hasOwn(words, part) ? words[part] : part))
    .join(' / ')
}
