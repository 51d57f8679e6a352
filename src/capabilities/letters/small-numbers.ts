import { secretUpTo } from '#platform/safe-count.ts'
import { piecesOf } from './letter-text.ts'

const written = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven']
if (written.length !== secretUpTo + 1) throw new Error('Every small number has its word.')

/** Words for what is counted of people. Our own list: it grows with what letters turn out to say. */
const counted =
  'leerling(?:en)?|scholier(?:en)?|student(?:en)?|jongeren?|minderjarigen?|kind(?:eren)?|jongens?|meisjes?|slachtoffers?|verdachten?|personen|persoon|signa(?:al|len)|melding(?:en)?|casus(?:sen)?|zaken|zaak|aanhouding(?:en)?|sepots?|geval(?:len)?|dossiers?|plaatsing(?:en)?'

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'

/** A small number, at most two words, and a word for people: "drie minderjarige verdachten". */
const beside = new RegExp(
  String.raw`(?<![\p{L}\d.,/–-])(?:[0-${secretUpTo}]|${written.join('|')})(?![\d.,/–-]\d|\d)[\s\u00a0]+(?!(?:${months})(?!\p{L}))(?:[\p{L}-]+[\s\u00a0]+){0,2}(?:${counted})(?!\p{L})`,
  'giu',
)

/**
 * Bare small numbers beside a word for people, as they stand in the text, each once. A number that was bound is none of
 * them: whether that one may be told was asked where it was published. Own design: software finds them, a person answers.
 */
export function smallNumbersIn(text: string): readonly string[] {
  const bare = piecesOf(text)
    .map((piece) => (piece.kind === 'words' ? piece.text : '\u0000'))
    .join('')
  return [...new Set([...bare.matchAll(beside)].map(([words]) => words.replaceAll(/\s+/g, ' ')))]
}
