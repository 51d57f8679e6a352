import { dateNames } from '#design/date/date.ts'
import { Temporal } from '#platform/clock.ts'
import { type Typed, textOf } from '#platform/form.ts'

export type TypedDay =
  | { readonly ok: true; readonly day: string | undefined }
  | { readonly ok: false; readonly because: 'date-incomplete' | 'date-impossible' }

/** Day, month and year as typed → an ISO date; nothing typed is allowed, half or impossible is not. */
export function typedDay(typed: Typed, name: string): TypedDay {
  const names = dateNames(name)
  const parts = [names.day, names.month, names.year].map((one) => textOf(typed, one).trim())
  if (parts.every((part) => part === '')) return { ok: true, day: undefined }
  if (parts.some((part) => part === '')) return { ok: false, because: 'date-incomplete' }
  if (!parts.every((part) => /^[0-9]{1,4}$/.test(part))) {
    return { ok: false, because: 'date-impossible' }
  }
  const [day, month, year] = parts.map(Number) as [number, number, number]
  if (year < 2000) return { ok: false, because: 'date-impossible' }
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return { ok: true, day: date.toString() }
  } catch {
    return { ok: false, because: 'date-impossible' }
  }
}

/** The three fields of a date, filled in. */
export function fieldsOfDay(name: string, day: string | undefined): Record<string, string> {
  const names = dateNames(name)
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return {
    [names.day]: date.replace(/^0/, ''),
    [names.month]: month.replace(/^0/, ''),
    [names.year]: year,
  }
}
