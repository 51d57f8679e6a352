import {
  type Actor,
  type PersonActor,
  professionals,
  type Role,
  worksWithPupils,
} from '#platform/actor.ts'

/** Any professional may start an intervision, facilitate it, and join one with its code. */
export const mayHoldIntervision = (actor: Actor): actor is PersonActor => worksWithPupils(actor)

type Table = { readonly facilitatorId: string }

/** Moving the steps, turning the cards and writing down the decision. */
export const mayFacilitate = (actor: PersonActor, { facilitatorId }: Table): boolean =>
  actor.personId === facilitatorId

/**
 * Never whoever facilitates, and never whoever set the table: somebody with the wrong code who takes over
 * cannot shut out the person whose table it is.
 */
export const mayBeTakenAway = (
  { facilitatorId, startedBy }: Table & { readonly startedBy: string },
  personId: string,
): boolean => personId !== facilitatorId && personId !== startedBy

/** To whom an agreement can be given: whoever works with pupils here. */
export const owners: readonly Role[] = professionals
