import { csvText } from '#platform/table-file/csv.ts'

/** Text with separators, as public bodies publish it: in old encodings, quoted or not, with any end of line. */

/** `line` counts from 1, and is where the row begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a list cannot be read, for who sent it from a page. */
export type ListFault = 'text' | 'quote' | 'cells' | 'column' | 'code' | 'twice' | 'number'

/** What cannot be read, and on which line. */
export class UnreadableList extends Error {
  readonly line: number
  readonly fault: ListFault
  /** what stands there, or what is missing */
  readonly about: string

  constructor(line: number, because: string, fault: ListFault = 'text', about = '') {
    super(`line ${line}: ${because}`)
    this.line = line
    this.fault = fault
    this.about = about
  }
}

/** In bytes. The largest list we know has 4 million. */
const longest = 32 * 1024 * 1024
/** In characters. */
const longestCell = 65_536

/**
 * UTF-8 where it is that, else Windows-1252 (which is what older lists are in). Throws `UnreadableList` where there
 * are characters that no list holds: then it is another kind of file.
 */
export function decodeList(bytes: Uint8Array): string {
  if (bytes.byteLength > longest) {
    throw new UnreadableList(1, `the file is larger than ${longest / 1024 / 1024} MB`)
  }
  const text = decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const odd = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.exec(text)
  if (odd) {
    throw new UnreadableList(lineAt(text, odd.index), 'this is not text with separators')
  }
  return text
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split(/\r\n|\r|\n/).length

/** What separates the cells: whatever stands most in the first line, outside quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r|\n/, 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Every row that holds anything, cells without the blanks around them. Throws `UnreadableList`. */
export function* csvRows(text: string): Generator<CsvRow> {
  const separator = separatorOf(text)
  let at = 0
  let line = 1
  while (at < text.length) {
    const row: CsvRow & { cells: string[] } = { line, cells: [] }
    let ended = false
    while (!ended) {
      const cell = readCell(text, at, separator, line)
      row.cells.push(cell.value.trim())
      line = cell.line
      at = cell.end
      ended = text[at] !== separator
      if (!ended) at += 1
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    line += 1
    if (row.cells.some((value) => value !== '')) yield row
  }
}

type Cell = { readonly value: string; readonly end: number; readonly line: number }

const ends = (sign: string | undefined, separator: string): boolean =>
  sign === undefined || sign === separator || sign === '\r' || sign === '\n'

function readCell(text: string, from: number, separator: string, line: number): Cell {
  if (text[from] === '"') return readQuoted(text, from, separator, line)
  let end = from
  while (!ends(text[end], separator)) end += 1
  if (end - from > longestCell) throw new UnreadableList(line, 'a cell is too long')
  return { value: text.slice(from, end), end, line }
}

function readQuoted(text: string, from: number, separator: string, begun: number): Cell {
  let line = begun
  let value = ''
  let at = from + 1
  while (at < text.length) {
    const close = text.indexOf('"', at)
    if (close === -1) break
    const piece = text.slice(at, close)
    line += piece.split(/\r\n|\r|\n/).length - 1
    value += piece
    if (value.length > longestCell) throw new UnreadableList(begun, 'a cell is too long')
    if (text[close + 1] !== '"') {
      let end = close + 1
      while (text[end] === ' ') end += 1
      if (ends(text[end], separator)) return { value, end, line }
      throw new UnreadableList(line, 'there is text behind a closing quote', 'quote')
    }
    value += '"'
    at = close + 2
  }
  throw new UnreadableList(begun, 'a quote is opened here and never closed', 'quote')
}

/**
 * One line with semicolons, as Dutch spreadsheets open it. Numbers keep their point: programs of researchers read them,
 * and so does `read-wave.ts`.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvText(cell))).join(';')}\r\n`
