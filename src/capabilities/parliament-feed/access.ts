import { type Actor, hasRole, type PersonActor, type SystemActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'

/** Who reads what was found: programme staff of a ministry, who keep its register. */
export const maySeeFeed = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind === 'ministry' &&
  hasRole(actor, 'programme-staff')

/** Who decides whether this server goes out to the House: the administrators of a ministry. */
export const maySetFeed = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind === 'ministry' &&
  hasRole(actor, 'administrator')

/** For anybody else there is no such page. */
export const reader = ({ actor }: { readonly actor: Actor }): PersonActor =>
  maySeeFeed(actor) ? actor : refuse('not-found', 'no-such-page')

export const setter = ({ actor }: { readonly actor: Actor }): PersonActor =>
  maySetFeed(actor) ? actor : refuse('not-found', 'no-such-page')

/** What reads along acts for a ministry, never as a person. */
export const asFeedOf = (organisationId: string): SystemActor => ({
  kind: 'system',
  name: 'open-data',
  organisationId,
})
