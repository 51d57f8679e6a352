import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { partsOf } from './frame.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).list.title`. */
export const t = speak<typeof nl>({ nl, en })

/** A group of schools in words: `voortgezet onderwijs / Utrecht`. */
export function stratumTold(language: Language, stratum: string): string {
  const { kinds, wave } = t(language)
  if (stratum === '') return wave.all
  const words: Readonly<Record<string, string>> = {
    ...kinds,
    unknown: wave.unknown,
    others: wave.others,
  }
  return partsOf(stratum)
    .map((part) => (Object.hasOwn(words, part) ? words[part] : part))
    .join(' / ')
}
