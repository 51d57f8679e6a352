import type { PdfDocument } from './document.ts'
import signs from './fonts/signs.json' with { type: 'json' }

type Ranges = readonly (readonly number[])[]

const fonts: readonly Ranges[] = Object.values(signs)
/** The names by which the template asks for them, in this order. */
export const fontNames = Object.keys(signs)

/** Signs that draw nothing themselves and only join or vary what stands beside them. */
const joining = /[\u200b-\u200d\u00ad]|\ufe0e|\ufe0f/
/** Controls, and signs that turn the order of reading around: they are shown, not obeyed. */
const unwanted = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const mark = /\p{M}/u

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })

function holds(ranges: Ranges, point: number): boolean {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first = 0, last = 0] = ranges[middle] ?? []
    if (point < first) high = middle - 1
    else if (point > last) low = middle + 1
    else return true
  }
  return false
}

const pointOf = (sign: string): number => sign.codePointAt(0) ?? 0
const drawable = (drawn: readonly string[]): boolean =>
  fonts.some((font) => drawn.every((sign) => holds(font, pointOf(sign))))

const named = (sign: string): string =>
  `[U+${pointOf(sign).toString(16).toUpperCase().padStart(4, '0')}]`

/** What none of our fonts can draw is named by its number: nothing that was written disappears. */
function shown(grapheme: string): string {
  if (grapheme === '\n' || grapheme === ' ') return grapheme
  const whole = [...grapheme]
  const drawn = whole.filter((sign) => !joining.test(sign))
  if (!whole.some((sign) => unwanted.test(sign)) && drawable(drawn)) {
    return drawn.length > 0 ? grapheme : ''
  }
  return drawn
    .map((sign) =>
      !mark.test(sign) && !unwanted.test(sign) && drawable([sign]) ? sign : named(sign),
    )
    .join('')
}

/** A run without a space longer than this many signs may be broken: a line is never lost in the margin. */
const longestRun = 20

/** What little text has: a sign that is not Western, or a run that may not fit. Else nothing needs doing. */
const special = /[^ \n!-~\u00a1-\u00ac\u00ae-\u00ff]|[^ \n]{21}/

/** Text that can be printed whole, whatever somebody typed. */
export function printable(text: string): string {
  if (!special.test(text)) return text
  let run = 0
  let made = ''
  const tidy = text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
  for (const { segment } of graphemes.segment(tidy)) {
    const sign = shown(segment)
    run = /\s/.test(sign) ? 0 : run + 1
    if (run > longestRun) {
      made += '\u200b'
      run = 1
    }
    made += sign
  }
  return made
}

/** The document as data for the template, with every text in it printable. Where a link leads is not printed. */
export const printableDocument = (document: Omit<PdfDocument, 'made'>): string =>
  JSON.stringify(document, (name, value) =>
    typeof value === 'string' && name !== 'href' ? printable(value) : value,
  )
