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

/** To whom an agreement can be given: whoever works with pupils here. */
export const owners: readonly Role[] = professionals
