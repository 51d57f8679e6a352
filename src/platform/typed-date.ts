import { z } from 'zod'
import { type FormErrors, type FormResult, readForm, type Typed, textOf } from '#platform/form.ts'

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

/** The three fields of a date as they came in. */
export const datePartsOf = (typed: Typed, name: string): DateParts => ({
  day: textOf(typed, `${name}-day`),
  month: textOf(typed, `${name}-month`),
  year: textOf(typed, `${name}-year`),
})

/** An ISO date as the three fields of a form that is filled in already. */
export function datePartsFrom(name: string, date: string | undefined): Typed {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** How each date of a form must be filled in. */
type Dates = Readonly<Record<string, 'needed' | 'optional'>>

/**
 * `readForm` for a form with dates: the schema finds each as one ISO date under its own name, empty when
 * it was left empty. What is wrong with a date stands among what else is wrong, in the order in which the
 * schema names the fields: that of the page.
 */
export function readDatedForm<T>(schema: z.ZodType<T>, typed: Typed, dates: Dates): FormResult<T> {
  const errors: Record<string, string> = {}
  const read: Record<string, string> = {}
  for (const [name, need] of Object.entries(dates)) {
    const date = typedDate(datePartsOf(typed, name))
    if (!date.ok) errors[name] = date.because
    else if (date.date === undefined && need === 'needed') errors[name] = 'date-missing'
    read[name] = (date.ok && date.date) || ''
  }
  const form = readForm(schema, { ...typed, ...read })
  if (form.ok && Object.keys(errors).length === 0) return form
  const wrong = { ...(form.ok ? {} : form.errors), ...errors }
  return { ok: false, errors: inOrderOf(schema, wrong), typed }
}

const inOrderOf = (schema: z.ZodType, errors: FormErrors): FormErrors => {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const found = [...names, ...Object.keys(errors)].flatMap((name) =>
    errors[name] === undefined ? [] : [[name, errors[name]] as const],
  )
  return Object.fromEntries(found)
}
