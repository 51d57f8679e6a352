/** One piece as a reader hands it over, in the order of the file. */
export type Piece = {
  readonly kind: 'line' | 'heading' | 'note' | 'page'
  readonly text: string
  /** of a note: the mark that stands in the text */
  readonly label?: string
}

/** What a file says of itself beside its text: a second opinion, never the only one. */
export type Declared = Readonly<Record<string, readonly string[]>>

const mostDeclared = 200

/** Keeps one more statement of a file about itself; of what is without end, the first. */
export function declare(declared: Record<string, string[]>, name: string, value: string): void {
  if (!name || !value) return
  const known = Object.hasOwn(declared, name) ? declared[name] : undefined
  if (known && known.length < mostDeclared) known.push(value)
  else if (!known && Object.keys(declared).length < mostDeclared) declared[name] = [value]
}

export type Block = {
  readonly kind: 'line' | 'heading' | 'note'
  readonly start: number
  readonly end: number
  readonly label?: string
}

/** The text that all finds point into: one block a line, notes behind everything else. */
export type Extract = {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly declared: Declared
}

const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** How the parts of a motion begin: never the rest of the line before. */
const beginsAnew =
  /^(?:gehoord|constaterende|overwegende|verzoekt|roept|spreekt|draagt|en gaat over|van mening|de minister|de staatssecretaris|mede namens)\b/

/** What goes on for longer was not cut from one sentence. In UTF-16 units. */
const longestParagraph = 5000

/**
 * Puts the pieces behind each other. A sentence that a page, its notes or a hard line break cut in two is whole
 * again, so that it can be found.
 */
export function extractFrom(pieces: readonly Piece[], declared: Declared = {}): Extract {
  const body: Piece[] = []
  const notes: Piece[] = []
  let interrupted = false
  for (const { text, ...piece } of pieces) {
    const own = { ...piece, text: tidy(text) }
    if (own.kind === 'note' || own.kind === 'page') {
      interrupted = body.length > 0
      if (own.kind === 'note' && own.text) notes.push(own)
      continue
    }
    if (own.text === '') continue
    const before = body.at(-1)
    if (before && goesOn(before, own, interrupted)) {
      body[body.length - 1] = { ...before, text: `${before.text} ${own.text}` }
    } else body.push(own)
    interrupted = false
  }
  return layOut([...body, ...notes], declared)
}

function goesOn(before: Piece, next: Piece, interrupted: boolean): boolean {
  if (before.kind !== 'line' || next.kind !== 'line') return false
  if (before.text.length > longestParagraph) return false
  if (!/^\p{Ll}/u.test(next.text) || beginsAnew.test(next.text)) return false
  return (interrupted ? /[\p{L}\p{N},]$/u : /[\p{L}\p{N}]$/u).test(before.text.slice(-2))
}

function layOut(pieces: readonly Piece[], declared: Declared): Extract {
  const blocks: Block[] = []
  let at = 0
  for (const { kind, text, label } of pieces) {
    if (kind === 'page') continue
    blocks.push({ kind, start: at, end: at + text.length, ...(label ? { label } : {}) })
    at += text.length + 1
  }
  const text = pieces.map((one) => one.text).join('\n')
  return { text, blocks, declared }
}
