import { Temporal } from '#platform/clock.ts'

/** How old a young person was on a day, and the group of rules that goes with it. Pure. */

export const ageGroups = ['under-12', '12-17', '18-22', '23-and-over', 'unknown'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** Years completed on this day; both are ISO dates. Who is born on 29 February turns a year older on 1 March. */
function ageOn(born: string, day: string): number {
  const [from, on] = [Temporal.PlainDate.from(born), Temporal.PlainDate.from(day)]
  const years = on.year - from.year
  const had = on.month > from.month || (on.month === from.month && on.day >= from.day)
  return had ? years : years - 1
}

/** By the day of birth if that is known, else by the age that was told; neither known stays unknown. */
export function ageGroupOn(
  { born, told }: { readonly born: string; readonly told: number | undefined },
  day: string,
): AgeGroup {
  const age = born === '' ? told : ageOn(born, day)
  if (age === undefined) return 'unknown'
  if (age < 12) return 'under-12'
  if (age < 18) return '12-17'
  return age < 23 ? '18-22' : '23-and-over'
}
