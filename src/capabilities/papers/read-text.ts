import { type Extract, extractFrom, type Piece } from './extract.ts'

const noteAtBegin = [
  /^<sup>(\d{1,3})<\/sup>\s+(\S.*)$/,
  /^\[(\d{1,3})\]\s*(\S.*)$/,
  /^(\d{1,3})\)\s+(\S.*)$/,
]

/** Plain text, one paragraph or one line each; also with the marks that a PDF turned into text brings. */
export function readText(source: string): Extract {
  const marks = new Set<string>()
  const pieces = source
    .replace(/\r\n?/g, '\n')
    .split(/[\n\f]/)
    .map((line) => pieceOf(line.trim(), marks))
  return extractFrom(pieces)
}

function pieceOf(line: string, marks: Set<string>): Piece {
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(line)) return { kind: 'page', text: '' }
  for (const form of noteAtBegin) {
    const [, label = '', text = ''] = form.exec(line) ?? []
    // A list may be numbered `1)` too: a note is one when its mark stood in the text before.
    if (label && (form !== noteAtBegin[2] || marks.has(label))) {
      return { kind: 'note', label, text: `[${label}] ${bare(text)}` }
    }
  }
  for (const [, label = ''] of line.matchAll(/[\s(](\d{1,3})\)/g)) marks.add(label)
  const marked = /^#{1,6}\s+(.+)$/.exec(line)?.[1] ?? /^\*\*([^*]+)\*\*$/.exec(line)?.[1]
  return marked === undefined
    ? { kind: 'line', text: bare(line) }
    : { kind: 'heading', text: bare(marked) }
}

/** Without what makes letters bold; the mark of a note in square brackets. */
const bare = (text: string): string =>
  text.replace(/\*\*/g, '').replace(/\s*<sup>\s*(\d{1,3})\s*<\/sup>/g, '[$1]')
