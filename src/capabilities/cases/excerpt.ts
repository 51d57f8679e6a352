import { plainLetters } from '#platform/plain-words.ts'

/** Signs before and after what was found. */
const around = 70

/** The words around the first place where one of these words begins; `wanted` is plain. */
export function excerptOf(text: string, wanted: readonly string[]): string {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const plain = plainLetters(word)
    if (!wanted.some((one) => plain.startsWith(one))) continue
    const end = index + word.length
    const from = Math.max(0, index - around)
    const until = Math.min(text.length, end + around)
    const before = text.slice(from, index).toWellFormed()
    const after = text.slice(end, until).toWellFormed()
    // Without the half word at an end that was cut; what was found is never cut.
    const begun = from === 0 ? before : `… ${before.replace(/^\S*\s+/, '')}`
    const ended = until === text.length ? after : `${after.replace(/\s+\S*$/, '')} …`
    return `${begun}${word}${ended}`.replaceAll('\n', ' · ')
  }
  return text.slice(0, around).toWellFormed()
}
