import { secretUpTo } from '#platform/safe-count.ts'
import { piecesOf } from './letter-text.ts'

/** A number that somebody typed beside a word for people, as it stands there: "drie van de 20 leerlingen". */
export type BareNumber = {
  readonly words: string
  /** one of its numbers is so small that it can point at somebody */
  readonly isSmall: boolean
}

const small = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven']
if (small.length !== secretUpTo + 1) throw new Error('Every small number has its word.')
const large =
  'acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend'

/** Words for people, and for what is counted of them, also behind another word: "basisschoolleerlingen". Our own list. */
const behind =
  'leerling(?:en)?|scholier(?:en)?|student(?:en)?|jongeren?|jeugdigen?|minderjarigen?|volwassenen?|kind(?:eren)?|jongens?|meisjes?|tieners?|pupil(?:len)?|slachtoffers?|verdachten?|daders?|personen|persoon|signa(?:al|len)|melding(?:en)?|casus(?:sen)?|aanhouding(?:en)?|sepots?|geval(?:len)?|dossiers?|plaatsing(?:en)?|gezin(?:nen)?'
/** These only whole: "oorzaken" and "roman" count nobody. */
const whole =
  'mensen|man(?:nen)?|vrouw(?:en)?|ouders?|broers?|zus(?:sen)?|(?:straf|jeugd|rechts)?za(?:ak|ken)'
const counted = String.raw`(?:[\p{L}-]{0,30}?(?:${behind})|${whole})(?!\p{L})`

/** Behind a number: then it is a day, a term or an amount. */
const measure =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|uur|uren|minuten|euro|keer|maal|miljoen|miljard'
/** Before a number: then it names one of a row. */
const ordinal = String.raw`artikel|art\.|lid|groep|klas|leerjaar|bijlage|actielijn|hoofdstuk|paragraaf|stap|fase|deel|versie|nr\.|nummer`

const one = String.raw`(?:\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+|${small.join('|')}|${large})(?![\p{L}\d]|[.,]\d)`
/** "3", "3-4", "drie tot vijf", "3 van de 20", "1 op de 5", "20 procent" */
const number = String.raw`${one}(?:\s*(?:[-–/]|à|tot|of|op(?:\s+(?:de|elke))?|van(?:\s+(?:de|het|alle|deze|die))?)\s*${one})?(?:\s?%|\s+procent)?`
const between = String.raw`(?:[("'‘“]?[\p{L}-]+[)"'’”]?\s+){0,2}[("'‘“]?`
const start = String.raw`(?<![\p{L}\d]|\d[.,/–-]|[\p{L}]-)(?<!(?:${ordinal})\s)`

const found = new RegExp(
  [
    String.raw`${start}${number}\s+(?!(?:${measure})(?!\p{L}))(?:van\s+(?:de|het|alle|deze|die)\s+)?${between}${counted}`,
    String.raw`(?<!\p{L})aantal\s+(?:[\p{L}-]+\s+){0,3}?${counted}(?:\s+[\p{L}\d-]+){0,5}?\s+(?:is|was|naar|van|bedraagt|bedroeg)\s+${number}`,
    String.raw`(?<!\p{L})${counted}\s*[:=(]\s*${number}(?!\s+(?:${measure})(?!\p{L}))\)?`,
  ].join('|'),
  'giu',
)
const numbers = new RegExp(one, 'giu')
const isYear = (written: string): boolean => /^(?:19|20)\d\d$/.test(written)
const isFew = (written: string): boolean =>
  /^\d+$/.test(written) ? Number(written) <= secretUpTo : small.includes(written.toLowerCase())

/**
 * Bare numbers beside a word for people, as they stand in the text, each once. A number that was bound is none of them:
 * whether that one may be told was asked where it was published. Own design: software finds them, a person answers.
 */
export function bareNumbersIn(text: string): readonly BareNumber[] {
  const bare = piecesOf(text.normalize('NFC'))
    .map((piece) => (piece.kind === 'words' ? piece.text : '\u0000'))
    .join('')
  const all = new Map<string, BareNumber>()
  for (const [written] of bare.matchAll(found)) {
    const words = written.replaceAll(/\s+/g, ' ')
    const each = [...words.matchAll(numbers)].map(([said]) => said).filter((said) => !isYear(said))
    if (each.length > 0) all.set(words, { words, isSmall: each.some(isFew) })
  }
  return [...all.values()]
}
