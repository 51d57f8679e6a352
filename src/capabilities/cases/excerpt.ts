import { plainLetters } from '#platform/plain-words.ts'

/** Signs before and after what was found. */
const around = 70

/** The words around the first place where one of these words begins; `wanted` is plain. */
export function excerptOf(text: string, wanted: readonly string[]): string {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const plain = plainLetters(word)
    if (!wanted.some((one) => plain.startsWith(one))) continue
    const from = Math.max(0, index - around)
    const until = Math.min(text.length, index + word.length + around)
    const before = from === 0 ? '' : '… '
    const after = until === text.length ? '' : ' …'
    const cut = text.slice(from, until).toWellFormed()
    return `${before}${wholeWords(cut, from > 0, until < text.length)}${after}`
  }
  return text.slice(0, around).toWellFormed()
}

/** Without the half word at an end that was cut. */
function wholeWords(cut: string, atStart: boolean, atEnd: boolean): string {
  const begun = atStart ? cut.replace(/^\S*\s+/, '') : cut
  return (atEnd ? begun.replace(/\s+\S*$/, '') : begun).replaceAll('\n', ' · ')
}
