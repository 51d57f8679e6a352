import {
  type Actor,
  careCoordinators,
  caseKeepers,
  caseWorkers,
  coordinators,
  followers,
  hasRole,
  helpers,
  organisationKinds,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'

/** Whoever works with young people there can be in a circle. */
export const mayHaveCases = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, ...caseWorkers(actor.organisationKind))

/** A case is opened, coordinated and decided on by those who follow up, or help. */
export const mayOpenCase = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, ...caseKeepers(actor.organisationKind))

/** The roles that count as such in the organisation at work; the program itself does not know its kind. */
export const keepersIn = ({ actor }: Pick<Work, 'actor'>): readonly Role[] =>
  rolesIn(caseKeepers, actor)
export const workersIn = ({ actor }: Pick<Work, 'actor'>): readonly Role[] =>
  rolesIn(caseWorkers, actor)

const rolesIn = (ofKind: typeof caseKeepers, actor: Actor): readonly Role[] =>
  actor.kind === 'person'
    ? ofKind(actor.organisationKind)
    : [...new Set(organisationKinds.flatMap(ofKind))]

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
 * any more, the care coordinators see it; without them the safety coordinator, and then the leader. Where
 * people help, those who do.
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

/** To whom a case goes that is with nobody: the first of these of which a role is held there. */
export const tiersIn = (work: Pick<Work, 'actor'>): readonly (readonly Role[])[] =>
  [[...careCoordinators, ...helpers], coordinators, followers].map((tier) =>
    tier.filter((role) => keepersIn(work).includes(role)),
  )

/** The roles that come before this person's when a case is with nobody. */
export function rolesBefore(actor: PersonActor): readonly Role[] {
  const tiers = tiersIn({ actor })
  const own = tiers.findIndex((tier) => hasRole(actor, ...tier))
  return tiers.slice(0, own).flat()
}
