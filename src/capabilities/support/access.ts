import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'

/** Who says what is on offer: a municipality that coordinates, or an organisation that helps. */
export const mayOffer = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  ((actor.organisationKind === 'municipality' &&
    hasRole(actor, 'municipal-coordinator', 'trafficking-care-coordinator')) ||
    (actor.organisationKind === 'youth-help' && hasRole(actor, 'youth-worker')))
