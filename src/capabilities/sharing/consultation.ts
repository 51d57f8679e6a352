/** A consultation: a delivery that asks for an answer, until when it is read, and by whom. Pure. */

import type { OrganisationKind, Role } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'

/** What can be asked about a kind of file. */
export type Consults = {
  /** the kind of message in which the answer comes, `capability.word` */
  readonly answer: string
  /** who can be asked */
  readonly whom: readonly { readonly kind: OrganisationKind; readonly role: Role }[]
}

export const mayBeAsked = (
  { whom }: Consults,
  { kind, role }: { readonly kind: OrganisationKind; readonly role: Role },
): boolean => whom.some((one) => one.kind === kind && one.role === role)

/** How long what was asked and answered is still read there after the answer, in days. Our own choice. */
const keptAfterAnswer = 14

/** The last day of a consultation once it is answered, never later than it was. ISO dates. */
export function lastDayAfterAnswer(endOn: string, today: string): string {
  const kept = Temporal.PlainDate.from(today).add({ days: keptAfterAnswer }).toString()
  return kept < endOn ? kept : endOn
}
