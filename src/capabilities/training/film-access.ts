import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

const besides = ['administrator', 'privacy-officer']

/**
 * Whoever works with young people or their cases: the letter speaks of professionals and names no kind of
 * organisation (decision 158). Who lends the film does not ask for it.
 */
export const mayAskForFilm = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind !== 'expert-group' &&
  actor.roles.some((role) => !besides.includes(role))

/** The contact persons: the members of the expert group. */
export const mayLendFilm = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && actor.organisationKind === 'expert-group' && hasRole(actor, 'expert')

export const asking = ({ actor }: Work): PersonActor =>
  mayAskForFilm(actor) ? actor : refuse('not-found', 'no-such-page')

export const lending = ({ actor }: Work): PersonActor =>
  mayLendFilm(actor) ? actor : refuse('not-found', 'no-such-page')
