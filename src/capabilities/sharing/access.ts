import type { Actor, PersonActor, Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Oversight and administration share nothing and receive nothing; nor do those who only record. */
const never: readonly Role[] = [
  'teacher',
  'mentor',
  'caretaker',
  'privacy-officer',
  'administrator',
]

/** The roles in which somebody shares or receives. Which of them may what, the sharing table says. */
export const sharingRoles = (actor: PersonActor): readonly Role[] =>
  actor.roles.filter((role) => !never.includes(role))

export const takesPart = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && sharingRoles(actor).length > 0

/** Anybody else has no business here. */
export function sharingPerson({ actor }: Work): PersonActor {
  if (!takesPart(actor)) return refuse('not-allowed', 'shares-nothing')
  return actor
}
