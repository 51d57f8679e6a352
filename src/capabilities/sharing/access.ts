import { type Actor, type PersonActor, type Role, roles } from '#platform/actor.ts'
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

export const mayNeverShare = (role: Role): boolean => never.includes(role)

/** The roles in which somebody shares or receives. Which of them may what, the sharing table says. */
export const sharingRoles = (actor: PersonActor): readonly Role[] =>
  actor.roles.filter((role) => !never.includes(role))

export const takesPart = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && sharingRoles(actor).length > 0

/** Who reads and answers what was received, and in which roles. */
export type Receiver = {
  readonly roles: readonly Role[]
  /** nobody, when a program of the organisation does it */
  readonly personId: string | undefined
}

/** Everyone to whom something can be sent here: an organisation lets a program in for all of them or not at all. */
const receivingRoles = roles.filter((role) => !never.includes(role))

/** A person in the roles that they hold; a program that the organisation let in, in all of them. */
export function receiverOf(work: Work): Receiver {
  const { actor } = work
  if (actor.kind === 'system' && actor.name === 'partner-system') {
    return { roles: receivingRoles, personId: undefined }
  }
  const person = sharingPerson(work)
  return { roles: sharingRoles(person), personId: person.personId }
}

/** Anybody else has no business here. */
export function sharingPerson({ actor }: Work): PersonActor {
  if (!takesPart(actor)) return refuse('not-allowed', 'shares-nothing')
  return actor
}
