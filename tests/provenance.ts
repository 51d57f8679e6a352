type Piece = Readonly<Record<string, unknown>>
type Found = { readonly pieces: number; readonly faults: string[] }

/** Bookkeeping: words and names that the pieces use, editions, and the sources themselves. */
const bookkeeping = /^knowledge\/(sources|signals\/vocabulary)\.yaml$/

/**
 * Walks a pack as it stands in its file, without the program's own reader: every entry of every list
 * says where it comes from, or its whole file does.
 */
export function provenanceFaults(file: string, content: Piece, known: ReadonlySet<string>): Found {
  if (bookkeeping.test(file)) return { pieces: 0, faults: [] }
  if (content.mark === 'own' || content.source === 'own') return { pieces: 1, faults: [] }
  const entries = listsIn(content, '')
  if (entries.length === 0 && !('edition' in content)) {
    return { pieces: 0, faults: [`${file}: says nothing about where it comes from`] }
  }
  const faults = entries.flatMap(({ at, piece }) => {
    const fault = faultOf(piece, known)
    return fault ? [`${at}: ${fault}`] : []
  })
  return { pieces: entries.length, faults }
}

type Entry = { readonly at: string; readonly piece: Piece }

/** Marked statements and the entries of every list at the top, and of lists one group deeper, such as one per reader. */
function listsIn(content: Piece, at: string): Entry[] {
  return Object.entries(content).flatMap(([name, value]) => {
    if (Array.isArray(value)) {
      return value
        .filter((piece): piece is Piece => typeof piece === 'object' && piece !== null)
        .map((piece, index) => ({ at: `${at}${name}[${index}] ${piece.id ?? ''}`, piece }))
    }
    if (typeof value === 'object' && value !== null && at === '') {
      const piece = value as Piece
      const itself = 'mark' in piece ? [{ at: name, piece }] : []
      return [...itself, ...listsIn(piece, `${name}.`)]
    }
    return []
  })
}

function faultOf(piece: Piece, known: ReadonlySet<string>): string | undefined {
  const says = piece.mark ?? piece.basis
  const sources = Array.isArray(piece.sources) ? piece.sources.map(String) : []
  if (typeof says !== 'string') return 'neither a source nor a mark'
  const unknown = sources.filter((key) => !known.has(key))
  if (unknown.length > 0) return `unknown source ${unknown.join(', ')}`
  const needsNone = ['own', 'general-knowledge'].includes(says)
  return sources.length === 0 && !needsNone ? `${says}, and names no source` : undefined
}
