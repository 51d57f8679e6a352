import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import type { Language } from '#platform/language.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

const formats = (options: Intl.DateTimeFormatOptions) => ({
  nl: new Intl.DateTimeFormat(locales.nl, options),
  en: new Intl.DateTimeFormat(locales.en, options),
})

const dayFormat = formats({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const yearFormat = formats({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const momentFormat = formats({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: dutchTimeZone,
})

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** "woensdag 25 november": for a day that is near. `day` is an ISO date. */
export const nearDay = (language: Language, day: string): string =>
  dayFormat[language].format(noonOf(day))

/** "25 november 2026": for a day in a file. */
export const fullDay = (language: Language, day: string): string =>
  yearFormat[language].format(noonOf(day))

/** "25 november 2026 om 16:10", on a Dutch clock. */
export const moment = (language: Language, instant: string): string =>
  momentFormat[language].format(
    new Date(Temporal.Instant.from(isoInstant(instant)).epochMilliseconds),
  )

/** PostgreSQL writes `2026-11-25 15:10:00.123456+00`; Temporal reads the ISO form of it. */
export const isoInstant = (text: string): string => text.replace(' ', 'T').replace(/\+00$/, 'Z')

/** Today on a Dutch calendar, as an ISO date. */
export const dutchDay = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(dutchTimeZone).toPlainDate().toString()

/** Years completed on a day since another; both ISO dates. From 29 February a year is completed on 1 March. */
export function yearsOn(since: string, day: string): number {
  const [from, on] = [Temporal.PlainDate.from(since), Temporal.PlainDate.from(day)]
  const years = on.year - from.year
  const had = on.month > from.month || (on.month === from.month && on.day >= from.day)
  return had ? years : years - 1
}

/** So many days from today on a Dutch calendar, as an ISO date; before today when negative. */
export const dutchDayFrom = (now: Temporal.Instant, days: number): string =>
  Temporal.PlainDate.from(dutchDay(now)).add({ days }).toString()

/** The day of an instant as PostgreSQL writes it, on a Dutch calendar. */
export const dutchDayOf = (instant: string): string =>
  dutchDay(Temporal.Instant.from(isoInstant(instant)))
