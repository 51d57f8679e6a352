import {
  type Actor,
  followers,
  hasRole,
  type PersonActor,
  worksWithPupils,
} from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Every professional of a school or municipality reads its protocol and takes part in a drill. */
export const mayReadProtocol = worksWithPupils

/** Coordinators and the school leader change it, put it in force, and set up a drill. */
export const mayEditProtocol = (actor: Actor): actor is PersonActor =>
  worksWithPupils(actor) && hasRole(actor, ...followers)

/** Whoever has no business with protocols finds no such page. */
export const reader = ({ actor }: Pick<Work, 'actor'>): PersonActor =>
  mayReadProtocol(actor) ? actor : refuse('not-found', 'no-such-page')

export const editor = (work: Pick<Work, 'actor'>): PersonActor => {
  const actor = reader(work)
  return mayEditProtocol(actor) ? actor : refuse('not-allowed', 'may-not-edit-the-protocol')
}
