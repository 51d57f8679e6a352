import { type Actor, hasRole } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'

/** The list of people: only an administrator of the organisation, or the operator's command line. */
export const mayManagePeople = (actor: Actor): boolean =>
  actor.kind === 'system' ? actor.name === 'command-line' : hasRole(actor, 'administrator')

export function requireManager(actor: Actor): void {
  if (!mayManagePeople(actor)) refuse('not-found', 'not-an-administrator')
}

/** Nobody gives themselves a role or takes one away: that is for another administrator. */
export const mayChange = (actor: Actor, personId: string): boolean =>
  mayManagePeople(actor) && !(actor.kind === 'person' && actor.personId === personId)
