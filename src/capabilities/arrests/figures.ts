import { Temporal } from '#platform/clock.ts'
import { safeCount } from '#platform/safe-count.ts'

/** How numbers about young people may be shown. Pure. */

/** How soon after the arrest somebody first looked; the last part is that nobody did yet. */
export const lookParts = ['within-six-hours', 'within-a-day', 'later', 'not-yet'] as const
export type LookTime = (typeof lookParts)[number]

/** As counted, of one quarter of a year. Leaves this folder only through `safe`. */
export type Counted = {
  /** the first day, as an ISO date */
  readonly quarter: string
  readonly arrested: number
  readonly looked: Readonly<Record<LookTime, number>>
  readonly fully: number
  readonly consultations: number
}

/** Nothing stands for a number that is kept secret. */
export type SafeNumber = number | undefined

export type Safe = {
  readonly quarter: string
  readonly arrested: SafeNumber
  readonly looked: Readonly<Record<LookTime, SafeNumber>>
  readonly fully: SafeNumber
  readonly consultations: SafeNumber
}

const rounded = (count: number): SafeNumber => {
  const safe = safeCount(count)
  return safe === 'secret' ? undefined : safe
}

/**
 * When one part of a whole is secret, the whole less the other parts would tell it: then the smallest of the
 * others is kept secret too.
 */
export function safe({ quarter, arrested, looked, fully, consultations }: Counted): Safe {
  const whole = rounded(arrested)
  const shown = new Map(lookParts.map((part) => [part, whole && rounded(looked[part])] as const))
  const kept = lookParts.filter((part) => shown.get(part) === undefined)
  if (kept.length === 1) {
    const [smallest] = lookParts
      .filter((part) => !kept.includes(part))
      .sort((a, b) => looked[a] - looked[b])
    if (smallest) shown.set(smallest, undefined)
  }
  return {
    quarter,
    arrested: whole,
    looked: {
      'within-six-hours': shown.get('within-six-hours'),
      'within-a-day': shown.get('within-a-day'),
      later: shown.get('later'),
      'not-yet': shown.get('not-yet'),
    },
    fully: whole && rounded(fully),
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
