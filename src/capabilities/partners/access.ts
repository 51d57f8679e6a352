import { type Actor, hasRole, type PersonActor, type SystemActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'

/** Which programs work for an organisation: only its administrators. */
export const mayManagePrograms = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, 'administrator')

/** Anybody else finds no such page. */
export const programManager = (actor: Actor): PersonActor =>
  mayManagePrograms(actor) ? actor : refuse('not-found', 'no-such-page')

/** A program acts as its organisation, never as a person. */
export const asProgramOf = (organisationId: string): SystemActor => ({
  kind: 'system',
  name: 'partner-system',
  organisationId,
})
