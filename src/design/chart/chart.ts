import { type Html, html } from '#design/html.ts'

export type Bar = {
  readonly label: string
  /** nothing: there is no number that may be told, and the place of the bar stays open */
  readonly value: number | undefined
  /** the number in words, as it stands in the table */
  readonly told: string
  /** from where to where it can be */
  readonly range?: { readonly least: number; readonly most: number } | undefined
}

export type Chart = {
  /** unique on the page */
  readonly id: string
  readonly title: string
  /** what there is to see, for who does not see it */
  readonly description: string
  readonly bars: readonly Bar[]
  /** the same for charts that are read beside each other, such as shares from 0 to 100; else the longest bar decides */
  readonly scale?: Scale
}

export type Scale = {
  readonly most: number
  /** lines across the drawing, from low to high, with their number below it */
  readonly marks: readonly { readonly at: number; readonly told: string }[]
}

/** Percentages of a whole. */
export const sharesScale: Scale = {
  most: 100,
  marks: [0, 25, 50, 75, 100].map((at) => ({ at, told: `${at}%` })),
}

/** Units of the drawing: as wide as a phone, so that its text is as large there as other text. */
const width = 340
const line = 20
const thick = 18
const gap = 16
/** how far a line across reaches above and below a bar */
const reach = 3
/** room at the right for the longest number in words */
const beside = 90
/** about so many signs of this size are as wide as the drawing */
const signs = 38

/**
 * Lying bars with their label above and their number beside them. Nothing hangs on colour, and what it says stands in
 * a table too: give that beside it.
 */
export function chart({ id, title, description, bars, scale: given }: Chart): Html {
  const most =
    given?.most ?? Math.max(1, ...bars.map(({ value, range }) => range?.most ?? value ?? 0))
  const scale = (value: number) => round((value / most) * (width - beside))
  const marks = (given?.marks ?? []).map(({ at, told }) => ({ x: scale(at), told }))
  let top = 0
  const drawn = bars.map((bar) => {
    const lines = wrapped(bar.label)
    const begin = top
    top += lines.length * line + thick + gap
    return drawnBar(bar, { lines, begin, scale, marks })
  })
  const axis = top + line - 5
  const high = marks.length > 0 ? top + line : top
  return html`<figure class="chart"><svg class="chart__drawing" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${width} ${Math.max(high, 1)}" xmlns="http://www.w3.org/2000/svg">
<title id="${id}-title">${title}</title>
<desc id="${id}-text">${description}</desc>
${drawn}${marks.map(({ x, told }) => html`<text class="chart__mark" x="${x}" y="${axis}"${x === 0 ? '' : html` text-anchor="middle"`}>${told}</text>\n`)}</svg></figure>`
}

type Place = {
  readonly lines: readonly string[]
  readonly begin: number
  readonly scale: (value: number) => number
  readonly marks: readonly { readonly x: number }[]
}

function drawnBar({ value, told, range }: Bar, { lines, begin, scale, marks }: Place): Html {
  const y = begin + lines.length * line
  const long = value === undefined ? 0 : scale(value)
  const end = range ? scale(range.most) : long
  return html`${lines.map(
    (text, nth) =>
      html`<text class="chart__label" x="0" y="${begin + (nth + 1) * line - 5}">${text}</text>`,
  )}
${marks.map(({ x }) => html`<path class="chart__grid" d="M${x} ${y - reach}v${thick + 2 * reach}"/>`)}
${
  value === undefined
    ? html`<path class="chart__open" d="M1 ${y}v${thick}"/>`
    : html`<rect class="chart__bar" x="0" y="${y}" width="${long}" height="${thick}"/>`
}
${range ? interval(scale(range.least), end, y) : ''}
<text class="chart__told" x="${end + 8}" y="${y + thick - 4}">${told}</text>
`
}

/** A line with its two ends, twice: the wide one below keeps the other readable on the bar and beside it. */
function interval(from: number, to: number, y: number): Html {
  const path = `M${from} ${y + 4}v${thick - 8}M${from} ${y + thick / 2}H${to}M${to} ${y + 4}v${thick - 8}`
  return html`<path class="chart__around" d="${path}"/><path class="chart__range" d="${path}"/>`
}

const round = (value: number): number => Math.round(value * 10) / 10

/** In lines that fit; a word that is longer than a line stays whole. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= signs) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
