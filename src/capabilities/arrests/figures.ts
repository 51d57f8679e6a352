import { Temporal } from '#platform/clock.ts'
import { safeCount, safeParts } from '#platform/safe-count.ts'

/** How numbers about young people may be shown. Pure. */

/** How soon after the arrest somebody first looked; the last part is that nobody did yet. */
export const lookParts = ['within-six-hours', 'within-a-day', 'later', 'not-yet'] as const
export type LookTime = (typeof lookParts)[number]

type Looks<Count> = Readonly<Record<LookTime, Count>>

/** Numbers of one quarter of a year. */
type Quarter<Count> = {
  /** the first day, as an ISO date */
  readonly quarter: string
  /** minors, and whoever's age is not known */
  readonly arrested: Count
  /** of them: whose age is not known */
  readonly ageUnknown: Count
  /** how soon somebody first looked, and how soon a certified detective did */
  readonly looked: Looks<Count>
  readonly certified: Looks<Count>
  readonly consultations: Count
}

/** As counted. Leaves this folder only through `safe`. */
export type Counted = Quarter<number>

/** Nothing stands for a number that is kept secret. */
export type SafeNumber = number | undefined

export type Safe = Quarter<SafeNumber>

const shownOf = (told: number | 'secret'): SafeNumber => (told === 'secret' ? undefined : told)
const rounded = (count: number): SafeNumber => shownOf(safeCount(count))

export function safe(counted: Counted): Safe {
  const { quarter, arrested, ageUnknown, consultations } = counted
  const whole = rounded(arrested)
  const ofLooks = (looks: Looks<number>): Looks<SafeNumber> => {
    const shown = safeParts(lookParts.map((part) => looks[part])).map(shownOf)
    const [first, second, third, last] = whole === undefined ? [] : shown
    return { 'within-six-hours': first, 'within-a-day': second, later: third, 'not-yet': last }
  }
  const [shownUnknown] = safeParts([ageUnknown, arrested - ageUnknown]).map(shownOf)
  return {
    quarter,
    arrested: whole,
    ageUnknown: whole && shownUnknown,
    looked: ofLooks(counted.looked),
    certified: ofLooks(counted.certified),
    consultations: whole && rounded(consultations),
  }
}

/**
 * The last quarters that are over, newest first, as their first days. The running one is not shown: from one
 * day to the next its difference would be one young person.
 */
export function quartersBefore(today: string, count: number): readonly string[] {
  const day = Temporal.PlainDate.from(today)
  const first = day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 })
  return Array.from({ length: count }, (_, back) =>
    first.subtract({ months: 3 * (back + 1) }).toString(),
  )
}
