import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { ReadOffence, ReadStatement } from './read-dossier.ts'
import { t } from './words.ts'

/** "Sr 310": the code of the provision; another act has no code of ours, and is named. */
export const provision = (
  language: Language,
  { law, article, cited }: Pick<ReadOffence, 'law' | 'article' | 'cited'>,
): string =>
  law === 'other' ? (cited ?? `${t(language).page.laws.other}, ${article}`) : `${law} ${article}`

/** An offence among the others: its provision and its day, and what happened where those are the same. */
export function offenceName(
  language: Language,
  one: ReadOffence,
  all: readonly ReadOffence[],
): string {
  const inShort = (of: ReadOffence) =>
    [provision(language, of), of.on && fullDay(language, of.on)].filter(Boolean).join(', ')
  const alike = all.some((other) => other.id !== one.id && inShort(other) === inShort(one))
  const begin = one.text.length > 60 ? `${one.text.slice(0, 57)}…` : one.text
  return `${inShort(one)}${alike ? `: ${begin}` : ''}${one.withdrawn ? ` (${t(language).page.withdrawn})` : ''}`
}

/** Of a dossier with more than one offence: which ones a statement is about. */
export function aboutWords(
  language: Language,
  { offences }: Pick<ReadStatement, 'offences'>,
  all: readonly ReadOffence[],
): string {
  if (all.length < 2 || offences.length === 0) return ''
  const names = all.filter(({ id }) => offences.includes(id))
  if (names.length === 0) return ''
  return t(language).worksheet.about(names.map((one) => offenceName(language, one, all)).join('; '))
}

/** The offences that the dossier is about now. */
export const standingOf = (offences: readonly ReadOffence[]): readonly ReadOffence[] =>
  offences.filter((one) => !one.withdrawn)
