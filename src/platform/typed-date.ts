/** A date as a person types it in three fields. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

export type TypedDate =
  | { readonly ok: true; readonly date: string | undefined }
  | { readonly ok: false; readonly because: 'date-incomplete' | 'date-impossible' }

/** Day, month and year as typed → an ISO date; empty is allowed, half or impossible is not. */
export function typedDate({ day, month, year }: DateParts): TypedDate {
  const parts = [day.trim(), month.trim(), year.trim()]
  if (parts.every((part) => part === '')) return { ok: true, date: undefined }
  if (parts.some((part) => part === '')) return { ok: false, because: 'date-incomplete' }
  const [d, m, y] = parts.map((part) => (/^[0-9]+$/.test(part) ? Number(part) : Number.NaN)) as [
    number,
    number,
    number,
  ]
  const possible = y >= 1990 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m)
  if (!possible) return { ok: false, because: 'date-impossible' }
  return { ok: true, date: `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` }
}

/** `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()
