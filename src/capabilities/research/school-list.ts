import { type CsvRow, csvRows, decodeList, UnreadableList } from './csv.ts'

/** The official lists of schools, as DUO publishes them: which columns they have has changed over the years. */

/** One location of a school; a location is what is asked. */
export type ListedSchool = {
  /** the institution (BRIN, four signs) with the two figures of the location; of vocational institutions four signs */
  readonly code: string
  readonly name: string
  readonly municipality: string | undefined
  readonly province: string | undefined
  /** in the list, counted from 1 */
  readonly line: number
}

/** A number that is not always told: `<5` in the lists is a number from 1 to 4. */
export type Count = { readonly low: number; readonly high: number }

/** In the order of preference: what one list calls its location another uses for the institution. */
const columns = {
  code: ['VESTIGINGSCODE', 'VESTIGINGSNUMMER', 'BRIN', 'INSTELLINGSCODE', 'BRIN NUMMER'],
  name: ['VESTIGINGSNAAM', 'INSTELLINGSNAAM VESTIGING', 'INSTELLINGSNAAM'],
  municipality: ['GEMEENTENAAM', 'GEMEENTE'],
  province: ['PROVINCIE'],
} as const

const codeShape = /^\d{2}[A-Z]{2}(\d{2})?$/

/**
 * Every location in a list, one a row, in the order of the list. Throws `UnreadableList` with the line when the list
 * has no column of codes, a row has other cells than the first line has, a code is not one, or a location is in it
 * twice: from a half list no sample is drawn.
 */
export function readSchoolList(bytes: Uint8Array): readonly ListedSchool[] {
  const { column, rows } = readTable(bytes)
  const at = {
    code: needed(column, columns.code),
    name: needed(column, columns.name),
    municipality: column(columns.municipality),
    province: column(columns.province),
  }
  const seen = new Map<string, number>()
  const schools = rows.map(({ line, cells }) => {
    const code = codeIn(cells[at.code], line)
    const before = seen.get(code)
    if (before !== undefined) {
      throw new UnreadableList(
        line,
        `the location ${code} stands on line ${before} already`,
        'twice',
        code,
      )
    }
    seen.set(code, line)
    const told = (index: number | undefined) =>
      (index === undefined ? '' : cells[index]) || undefined
    return {
      code,
      name: told(at.name) ?? code,
      municipality: told(at.municipality),
      province: told(at.province),
      line,
    }
  })
  if (schools.length === 0) throw new UnreadableList(1, 'there is no school in this list')
  return schools
}

const totalOfAYear = /^EXAMENKANDIDATEN SCHOOLJAAR (\d{4})-\d{4} - TOTAAL$/

/**
 * How many candidates for the examinations each location had in the newest year of a list: the size of a school as
 * far as the public lists tell it. A location has many rows, one per course; each may be no more than `<5`, so the
 * sum has a lowest and a highest value. Throws `UnreadableList`.
 */
export function readSizes(bytes: Uint8Array): ReadonlyMap<string, Count> {
  const { names, column, rows } = readTable(bytes)
  const code = needed(column, columns.code)
  const years = names.filter((name) => totalOfAYear.test(name)).sort()
  const count = needed(column, [...years.slice(-1), 'CANDIDATES_TOTAL'])
  const sizes = new Map<string, Count>()
  for (const { line, cells } of rows) {
    const school = codeIn(cells[code], line)
    const { low, high } = countIn(cells[count] ?? '', line)
    const before = sizes.get(school) ?? { low: 0, high: 0 }
    sizes.set(school, { low: before.low + low, high: before.high + high })
  }
  return sizes
}

type Table = {
  readonly names: readonly string[]
  column(wanted: readonly string[]): number | undefined
  readonly rows: readonly CsvRow[]
}

function readTable(bytes: Uint8Array): Table {
  const [head, ...rows] = [...csvRows(decodeList(bytes))]
  if (!head) throw new UnreadableList(1, 'the file is empty')
  const names = head.cells.map((name) => name.toUpperCase())
  const unequal = rows.find(({ cells }) => cells.length !== names.length)
  if (unequal) {
    throw new UnreadableList(
      unequal.line,
      `there are ${unequal.cells.length} cells, and the first line has ${names.length}`,
      'cells',
    )
  }
  return {
    names,
    rows,
    column: (wanted) => {
      const name = wanted.find((each) => names.includes(each))
      return name === undefined ? undefined : names.indexOf(name)
    },
  }
}

function needed(column: Table['column'], wanted: readonly string[]): number {
  const index = column(wanted)
  if (index !== undefined) return index
  throw new UnreadableList(1, `there is no column ${wanted.join(' or ')}`, 'column', wanted[0])
}

function codeIn(cell: string | undefined, line: number): string {
  const code = (cell ?? '').toUpperCase()
  if (codeShape.test(code)) return code
  const shown = code.slice(0, 40)
  throw new UnreadableList(line, `'${shown}' is not the code of a location`, 'code', shown)
}

function countIn(cell: string, line: number): Count {
  if (cell === '') return { low: 0, high: 0 }
  if (/^\d{1,6}$/.test(cell)) return { low: Number(cell), high: Number(cell) }
  const [, most] = /^<(\d{1,3})$/.exec(cell) ?? []
  if (most !== undefined) return { low: 1, high: Number(most) - 1 }
  const shown = cell.slice(0, 40)
  throw new UnreadableList(line, `'${shown}' is not a number`, 'number', shown)
}
