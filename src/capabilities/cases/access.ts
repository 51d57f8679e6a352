import {
  type Actor,
  careCoordinators,
  coordinators,
  followers,
  hasRole,
  type PersonActor,
  type Role,
  worksWithPupils,
} from '#platform/actor.ts'

/** Whoever works with pupils can be in a circle. */
export const mayHaveCases = worksWithPupils

/** A case is opened, coordinated and decided on by those who follow up. */
export const mayOpenCase = (actor: Actor): actor is PersonActor =>
  mayHaveCases(actor) && hasRole(actor, ...followers)

/** What access is decided on. */
export type Standing = {
  readonly coordinatorId: string
  /** in the circle now */
  readonly inCircle: boolean
  /** nobody of the circle works here any more as one who follows up, and the case is open */
  readonly forsaken: boolean
  /** whoever coordinates it does not follow up here any more, or not in its circle */
  readonly coordinatorGone: boolean
  /** somebody with a role that comes before this person's to take it over works here */
  readonly othersFirst: boolean
}

/**
 * The circle sees a case. An open case never stays with nobody: when none of its circle follows up here
 * any more, the care coordinators see it; without them the safety coordinator, and then the leader.
 */
export const maySee = (actor: Actor, standing: Standing): boolean =>
  mayHaveCases(actor) &&
  (standing.inCircle || (standing.forsaken && mayOpenCase(actor) && !standing.othersFirst))

export const mayDecide = (actor: Actor, standing: Standing): boolean =>
  mayOpenCase(actor) && maySee(actor, standing)

/** Who changes the circle, gives it to somebody else, closes it and opens it again. */
export const mayCoordinate = (actor: Actor, standing: Standing): boolean =>
  mayDecide(actor, standing) &&
  actor.kind === 'person' &&
  actor.personId === standing.coordinatorId &&
  !standing.coordinatorGone

export const mayTakeOver = (actor: Actor, standing: Standing): boolean =>
  mayDecide(actor, standing) && standing.coordinatorGone

/** The roles that come before this person's when a case is with nobody. */
export const rolesBefore = (actor: PersonActor): readonly Role[] => {
  if (hasRole(actor, ...careCoordinators)) return []
  return hasRole(actor, ...coordinators) ? careCoordinators : coordinators
}
