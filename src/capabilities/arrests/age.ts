import type { AgeGroup } from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { yearsOn } from '#platform/dates.ts'

/** How old a young person was on a day, and the group of rules that goes with it. Pure. */

/** What is known of an age: days are ISO dates; empty and undefined are not known. */
type Known = {
  readonly born: string
  readonly told: number | undefined
  /** the day on which it was told */
  readonly toldOn: string
}

/**
 * By the day of birth if that is known, else by the age that was told. Who tells an age on another day may have had
 * a birthday in between: when that makes the difference, and when nothing is known, it stays unknown.
 */
export function ageGroupOn({ born, told, toldOn }: Known, day: string): AgeGroup {
  if (born !== '') return groupOf(yearsOn(born, day))
  if (told === undefined) return 'unknown'
  const [first, last] = bornBetween(told, toldOn).map((one) => groupOf(yearsOn(one, day)))
  return first && first === last ? first : 'unknown'
}

/** The first and the last day on which somebody of this age on this day can be born. */
const bornBetween = (age: number, day: string): readonly string[] => {
  const on = Temporal.PlainDate.from(day)
  const first = on.subtract({ years: age + 1 }).add({ days: 1 })
  return [first, on.subtract({ years: age })].map(String)
}

function groupOf(age: number): AgeGroup {
  if (age < 12) return 'under-12'
  if (age < 18) return '12-17'
  return age < 23 ? '18-22' : '23-and-over'
}
