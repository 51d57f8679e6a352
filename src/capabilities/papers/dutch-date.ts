export const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** `30 juni 2020`, `30-06-2020`; the year may be `jl.`, which is that of the paper. */
export const datePattern = String.raw`\d{1,2}\s+(?:${months.join('|')})(?:\s+(?:\d{4}|jl\.?))?|\d{1,2}-\d{1,2}-\d{4}`

/** 1 for January; 0 for no month. */
export const monthNumber = (name: string): number =>
  (months as readonly string[]).indexOf(name.toLowerCase()) + 1

const two = (number: number): string => String(number).padStart(2, '0')

/** The ISO date, or null where there is no such day, or no year to take. */
export function readDutchDate(text: string, around?: string | null): string | null {
  const found =
    /^(\d{1,2})\s+(\p{L}+)(?:\s+(\d{4}|jl\.?))?$/iu.exec(text.trim()) ??
    /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text.trim())
  if (!found) return null
  const [, day = '', name = '', said = ''] = found
  const month = /^\d/.test(name) ? Number(name) : monthNumber(name)
  if (/^\d{4}$/.test(said)) return isoDate(Number(said), month, Number(day))
  if (!around) return null
  // The last such day before the paper.
  const same = isoDate(Number(around.slice(0, 4)), month, Number(day))
  return same !== null && same <= around
    ? same
    : isoDate(Number(around.slice(0, 4)) - 1, month, Number(day))
}

export function isoDate(year: number, month: number, day: number): string | null {
  const longest = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > longest) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** An ISO date as it stands, when there is such a day. */
export function readIsoDate(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? []
  return isoDate(Number(year), Number(month), Number(day))
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
