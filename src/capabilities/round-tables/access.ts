import { coordinating, holdsOneOf, workingWithOthers } from '#capabilities/advice/index.ts'
import type { Actor, OrganisationKind, PersonActor } from '#platform/actor.ts'

/** Who can be invited, with the roles of each kind of organisation (decision 166). */
export const seats = workingWithOthers

/** Who brings organisations together: whoever coordinates cases, or care for victims (decision 166). */
export const mayConvene = (actor: Actor): actor is PersonActor => holdsOneOf(coordinating, actor)

/** May sit at a table at all; at which is in the query. */
export const maySit = (actor: Actor): actor is PersonActor => holdsOneOf(seats, actor)

export const isSeat = (kind: OrganisationKind, role: string): boolean =>
  seats[kind]?.some((one) => one === role) ?? false
