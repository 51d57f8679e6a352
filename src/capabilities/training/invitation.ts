import { Temporal } from '#platform/clock.ts'

/** So many days between two invitations to one story: a mail every week is read by nobody. */
export const daysBetween = 14

/** Whether people may be invited to a story again. ISO dates; never invited is always. */
export const mayInvite = (lastOn: string | undefined, today: string): boolean =>
  lastOn === undefined ||
  Temporal.PlainDate.compare(Temporal.PlainDate.from(lastOn).add({ days: daysBetween }), today) <= 0
