import type { Cell, TableFile } from './table-file.ts'

export const csvType = 'text/csv; charset=utf-8'

/** What a spreadsheet would take for the beginning of a calculation. source: OWASP, CSV Injection. */
const calculates = /^[=+\-@\t\r]/

/**
 * Lines that the spreadsheets of Dutch offices open as they are: semicolons, a byte order mark, lines that end as
 * RFC 4180 has them. No text in it is ever calculated with.
 */
export function writeCsv({ columns, rows }: TableFile): Buffer {
  const lines = [columns, ...rows].map((row) => row.map(written).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

function written(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return cell.day
  return csvText(cell)
}

/** Text as it can stand between semicolons: never calculated with, and read back as it was. */
export function csvText(cell: string): string {
  const text = calculates.test(cell) ? `'${cell}` : cell
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
