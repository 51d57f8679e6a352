import { dateNames } from '#design/date/date.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { type TypedDate, typedDate } from '#platform/typed-date.ts'

/** The day in the three fields of this name. */
export function typedDay(typed: Typed, name: string): TypedDate {
  const { day, month, year } = dateNames(name)
  return typedDate({
    day: textOf(typed, day),
    month: textOf(typed, month),
    year: textOf(typed, year),
  })
}

/** What was typed in them, to show again. */
export function dayParts(typed: Typed, name: string) {
  const { day, month, year } = dateNames(name)
  return { day: textOf(typed, day), month: textOf(typed, month), year: textOf(typed, year) }
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
