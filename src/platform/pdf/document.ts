import type { Temporal } from '#platform/clock.ts'
import type { Language } from '#platform/language.ts'

/** A part of a text. With `href` it leads there: an https address, or on pages a path of this site. */
export type Run = { readonly text: string; readonly href?: string }

/** Text, of which parts may lead somewhere. */
export type Inline = string | readonly Run[]

export const textOfInline = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.map(({ text }) => text).join('')

/** What is said about something, in the order in which it should be read. */
export type Pair = { readonly key: string; readonly value: string }

/**
 * Everything a printed document can hold. A new kind is drawn in `template.typ`, once, so that all
 * documents of the house look alike. All text is plain: what looks like markup is printed as it is.
 * A blank line begins a new paragraph, a line end a new line.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  /** one paragraph, in which parts lead somewhere */
  | { readonly kind: 'linked'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly Inline[]; readonly ordered?: boolean }
  | { readonly kind: 'key-values'; readonly pairs: readonly Pair[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Inline[])[]
      /** how wide the columns are beside each other: `[1, 3]` is a quarter and the rest */
      readonly widths?: readonly number[]
    }
  | {
      readonly kind: 'note'
      /** how it stands apart without colour: indented, a line beside it, a dashed frame, a heavy frame */
      readonly form: 'plain' | 'line' | 'dashed' | 'frame'
      readonly label: string
      readonly text: string
      readonly about?: readonly Pair[]
    }

export type PdfDocument = {
  readonly language: Language
  readonly title: string
  /** on every page: what this is */
  readonly header: string
  /** on every page, beside "page x of y": for whom it was made */
  readonly footer: string
  /** when it was made: the same document of the same moment has the same bytes */
  readonly made: Temporal.Instant
  readonly blocks: readonly Block[]
}

/** The document cannot be made as it was asked; says which block, never what stands in it. */
export class PdfProblem extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = 'PdfProblem'
  }
}

/** source: ISO 14289-1 (PDF/UA-1): a title, and heading levels that skip none on the way down */
export function checkDocument({ title, header, footer, blocks }: PdfDocument): void {
  if (!title.trim()) throw new PdfProblem('a PDF has a title')
  if (!header.trim() || !footer.trim()) throw new PdfProblem('a PDF has a header and a footer')
  let level = 0
  for (const [nth, block] of blocks.entries()) {
    const wrong = (what: string) => new PdfProblem(`block ${nth + 1} (${block.kind}): ${what}`)
    if (block.kind === 'heading') {
      if (block.level > level + 1) throw wrong(`level ${block.level} comes after level ${level}`)
      if (!block.text.trim()) throw wrong('a heading has words')
      level = block.level
    }
    if (block.kind === 'linked' && block.runs.length === 0) throw wrong('a paragraph has words')
    if (block.kind === 'list' && block.items.length === 0) throw wrong('a list has items')
    if (block.kind === 'key-values' && block.pairs.length === 0) throw wrong('there are pairs')
    if (block.kind === 'table') {
      const { columns, rows, widths = columns.map(() => 1) } = block
      if (columns.length === 0 || rows.length === 0) throw wrong('a table has columns and rows')
      if (widths.length !== columns.length || !widths.every((one) => one > 0)) {
        throw wrong('each column has a width above zero')
      }
      const odd = rows.findIndex((row) => row.length !== columns.length)
      if (odd >= 0) throw wrong(`row ${odd + 1} does not have ${columns.length} cells`)
    }
  }
}
