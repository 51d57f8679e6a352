import { Temporal } from '#platform/clock.ts'

/** The first day on which a story should be read again. ISO dates; a month later is the same day, or the last of a shorter month. */
export const againOn = (completedOn: string, months: number): string =>
  Temporal.PlainDate.from(completedOn).add({ months }).toString()

export type Standing =
  | { readonly how: 'never' }
  | { readonly how: 'fresh' | 'again'; readonly completedOn: string; readonly againOn: string }

/** How somebody's last reading of a story stands today. */
export function standingOf(
  completedOn: string | undefined,
  { months, today }: { readonly months: number; readonly today: string },
): Standing {
  if (completedOn === undefined) return { how: 'never' }
  const again = againOn(completedOn, months)
  return { how: again <= today ? 'again' : 'fresh', completedOn, againOn: again }
}
