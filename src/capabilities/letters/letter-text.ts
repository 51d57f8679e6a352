import { findReferences, readReference, referenceName } from '#capabilities/papers/index.ts'

/** A text of a letter in pieces: words, bound figures by number, and references to papers. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly number: number; readonly text: string }
  | { readonly kind: 'reference'; readonly id: string; readonly text: string }

/** How a bound figure stands in the text; the English word is understood as well. */
export const figureMark = (number: number): string => `{cijfer ${number}}`
const figureMarks = /\{\s*(?:cijfer|figure)\s+(\d{1,4})\s*\}/giu

type Place = { readonly start: number; readonly end: number }
type Found = Place & { readonly piece: Piece }

/** Every sign of the text is in one piece, in order. */
export function piecesOf(text: string): readonly Piece[] {
  const found = [...figuresIn(text), ...referencesIn(text)].toSorted((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, piece } of found) {
    if (start < at) continue
    if (start > at) pieces.push({ kind: 'words', text: text.slice(at, start) })
    pieces.push(piece)
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  return pieces
}

const figuresIn = (text: string): Found[] =>
  [...text.matchAll(figureMarks)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
    piece: { kind: 'figure', number: Number(one[1]), text: one[0] },
  }))

/** A reference to one paper is a piece; of a list such as "nrs. 266 en 275" each number is one. */
function referencesIn(text: string): Found[] {
  const bySpan = new Map<string, { place: Place; ids: string[] }>()
  for (const { id, span, also } of findReferences(text)) {
    for (const place of [span, ...also]) {
      const known = bySpan.get(`${place.start}-${place.end}`)
      if (known) known.ids.push(id)
      else bySpan.set(`${place.start}-${place.end}`, { place, ids: [id] })
    }
  }
  return [...bySpan.values()].flatMap(({ place, ids }) => {
    const written = text.slice(place.start, place.end)
    const [only] = ids
    if (ids.length === 1 && only) {
      return [{ ...place, piece: { kind: 'reference', id: only, text: printedReference(only) } }]
    }
    return numbersIn(written, ids).map(({ id, at, nr }) => ({
      start: place.start + at,
      end: place.start + at + nr.length,
      piece: { kind: 'reference', id, text: nr } as const,
    }))
  })
}

function numbersIn(written: string, ids: readonly string[]) {
  let from = written.search(/\bn(?:rs?|ummers)\b/)
  return ids.flatMap((id) => {
    const nr = id.slice(id.lastIndexOf('-') + 1)
    const at = written.indexOf(nr, Math.max(from, 0))
    if (at < 0) return []
    from = at + nr.length
    return [{ id, at, nr }]
  })
}

/** Begins as a reference and is none: a word for papers with digits behind it, or the beginning of an id. */
const almost =
  /(?<![\p{L}\d-])(?:(?:Kamerst(?:uk(?:ken|nummer)?|\.)|Kst\.|Aanhangsel(?:\s+(?:van\s+de\s+)?Handelingen)?|Handelingen|Staatsblad|Stb\.|Staatscourant|Stcrt\.)[\s\u00a0,]{1,3}(?:I{1,2}[\s,]{1,3})?\d[\d\s\u00a0.,/–-]*(?:nrs?\.?[\s\u00a0]*\d*)?|(?:kst|ah-tk|ah-ek|h-tk|h-ek|kv-tk|kv-ek|stb|stcrt)-(?:[\w-]|\(R\d{3,4}\))+|ECLI:[\w:.]+|BWB[\w]+|jci\d[\w.:&=/-]*|\d{4}[ZD]\d+)/giu

/** What stands in the text as a reference that nobody can follow. */
export function malformedIn(text: string): readonly string[] {
  const good = referencesIn(text)
  const wholes = findReferences(text).flatMap(({ span, also }) => [span, ...also])
  return [...text.matchAll(almost)]
    .filter(
      ({ index }) => ![...good, ...wholes].some(({ start, end }) => index >= start && index < end),
    )
    .map(([words]) => words.trim().replace(/[\s,.]+$/, ''))
}

/** The papers to which a text refers, each once. */
export const referredTo = (text: string): readonly string[] => [
  ...new Set(piecesOf(text).flatMap((piece) => (piece.kind === 'reference' ? [piece.id] : []))),
]

/** The numbers of the figures that stand in a text, each once. */
export const figuresUsed = (text: string): readonly number[] => [
  ...new Set(piecesOf(text).flatMap((piece) => (piece.kind === 'figure' ? [piece.number] : []))),
]

/** As a letter prints it: "Kamerstuk 29 240, nr. 120". */
export const printedReference = (id: string): string => referenceName('nl', id)

/** Papers of Parliament: a register can know them. Of laws and judgments there is no register here. */
export const isOfParliament = (id: string): boolean =>
  ['kst', 'ah', 'kv', 'kv-alias', 'h', 'case', 'document'].includes(readReference(id)?.kind ?? '')
