import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { nearDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { ClockNow } from './clock.ts'
import { t } from './words.ts'

/** A clock in plain words: "tot 14:20, nacht telt niet mee". */
export function clockSentence(language: Language, clock: ClockNow, now: Temporal.Instant): string {
  const words = t(language).clocks
  const { state, rule, until, missing, endedBy } = clock
  if (state === 'unknown') {
    if (missing.includes('arrested-again')) return words.heldAgain
    return words.unknown(missing.map((one) => missingWords(language, one)).join(', '))
  }
  if (state === 'waiting') return words.waiting(t(language).events[rule.starts[0]])
  if (endedBy)
    return words.ended(t(language).events[endedBy.event], whenOf(language, endedBy.at, now))
  if (!until) return rule.limit.unit === 'at-once' ? rule.limit.says[language] : ''
  const ends = endWords(language, clock, until, now)
  return state === 'over' ? words.was(ends) : ends
}

function endWords(
  language: Language,
  { rule, notCounted }: ClockNow,
  until: Temporal.Instant,
  now: Temporal.Instant,
): string {
  const words = t(language).clocks
  const { unit } = rule.limit
  if (unit === 'calendar-days' || unit === 'calendar-months') {
    return words.through(nearDay(language, dayOf(until.subtract({ seconds: 1 }))))
  }
  const pause = rule.pause && notCounted.length > 0 ? words.also(rule.pause.says[language]) : ''
  return words.until(whenOf(language, until, now)) + pause
}

const missingWords = (language: Language, one: ClockNow['missing'][number]): string =>
  one === 'offence' ? t(language).clocks.missingOffence : t(language).events[one]

/** "14:20" today, "morgen 14:20" tomorrow, "maandag 30 november 14:20" on another day; on a Dutch clock. */
export function whenOf(language: Language, at: Temporal.Instant, now: Temporal.Instant): string {
  const words = t(language).clocks
  const zoned = at.toZonedDateTimeISO(dutchTimeZone)
  const time = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  const day = dayOf(at)
  const tomorrow = Temporal.PlainDate.from(dayOf(now)).add({ days: 1 }).toString()
  if (day === dayOf(now)) return words.today(time)
  return day === tomorrow ? words.tomorrow(time) : words.onDay(nearDay(language, day), time)
}

const dayOf = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(dutchTimeZone).toPlainDate().toString()
