import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'

/** A day in three fields and a time of day, on a Dutch clock. Errors are codes, by field. */

/** Which of the two, of an hour that comes twice in the night in which the clock goes back. */
export const turns = ['first', 'second'] as const

export const turnField = (name: string): string => `${name}-turn`

type Read = { readonly value: Temporal.Instant | undefined } | { readonly errors: FormErrors }

/** All empty is nothing. An hour that does not exist is refused, and of one that comes twice is asked which. */
export function momentIn(typed: Typed, name: string): Read {
  const wall = wallIn(typed, name)
  if (wall === undefined) return { value: undefined }
  if (typeof wall === 'string') return { errors: { [name]: wall } }
  const [first, second] = instantsOf(wall)
  if (!first) return { errors: { [name]: 'hour-skipped' } }
  if (!second) return { value: first }
  const turn = textOf(typed, turnField(name))
  if (turn === 'first') return { value: first }
  return turn === 'second' ? { value: second } : { errors: { [turnField(name)]: 'hour-twice' } }
}

/** The fields of a moment, filled in. */
export function momentFields(name: string, at: Temporal.Instant): Typed {
  const wall = at.toZonedDateTimeISO(dutchTimeZone).toPlainDateTime()
  const [first, second] = instantsOf(wall)
  return {
    ...datePartsFrom(name, wall.toPlainDate().toString()),
    [`${name}-time`]: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...(first && second ? { [turnField(name)]: at.equals(first) ? 'first' : 'second' } : {}),
  }
}

/** Whether what stands there is an hour that comes twice, so that which of the two is asked. */
export function comesTwice(typed: Typed, name: string): boolean {
  const wall = wallIn(typed, name)
  return wall instanceof Temporal.PlainDateTime && instantsOf(wall).length === 2
}

/** What stands on the wall; a code when it cannot be read. */
function wallIn(typed: Typed, name: string): Temporal.PlainDateTime | string | undefined {
  const day = typedDate(datePartsOf(typed, name))
  const time = textOf(typed, `${name}-time`).trim().replace('.', ':')
  if (!day.ok) return day.because
  if (day.date === undefined) return time === '' ? undefined : 'date-incomplete'
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return 'time-strange'
  return Temporal.PlainDate.from(day.date).toPlainDateTime({
    hour: Number(hour),
    minute: Number(minute),
  })
}

/** None in the hour that is skipped, two in the one that comes twice, oldest first; else one. */
function instantsOf(wall: Temporal.PlainDateTime): readonly Temporal.Instant[] {
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(dutchTimeZone, { disambiguation }),
  )
  if (!first || !last || !first.toPlainDateTime().equals(wall)) return []
  return first.equals(last) ? [first.toInstant()] : [first.toInstant(), last.toInstant()]
}
