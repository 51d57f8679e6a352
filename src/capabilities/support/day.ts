import { Temporal } from '#platform/clock.ts'

export type DayTyped = { readonly day: string; readonly month: string; readonly year: string }

export type DayRead =
  | { readonly ok: true; readonly day: string | undefined }
  | { readonly ok: false; readonly because: 'date-incomplete' | 'date-impossible' }

/** Day, month and year as typed → an ISO date; empty is allowed, half or impossible is not. */
export function readDay({ day, month, year }: DayTyped): DayRead {
  const parts = [year, month, day].map((part) => part.trim())
  if (parts.every((part) => part === '')) return { ok: true, day: undefined }
  if (parts.some((part) => part === '')) return { ok: false, because: 'date-incomplete' }
  if (!parts.every((part) => /^[0-9]{1,4}$/.test(part)))
    return { ok: false, because: 'date-impossible' }
  const [y = 0, m = 0, d = 0] = parts.map(Number)
  if (y < 1990 || y > 2100) return { ok: false, because: 'date-impossible' }
  try {
    const date = Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' })
    return { ok: true, day: date.toString() }
  } catch {
    return { ok: false, because: 'date-impossible' }
  }
}

/** Whole days from one ISO date to another; negative when `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
