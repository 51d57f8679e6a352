import { type Actor, followers, hasRole, type PersonActor, type Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'

/** Where terms are counted in school days. */
const organisations = ['secondary-school', 'vocational-school', 'primary-school', 'municipality']

const keepers: readonly Role[] = [...followers, 'administrator']

export const mayKeepCalendar = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  organisations.includes(actor.organisationKind) &&
  hasRole(actor, ...keepers)

/** Who says when the organisation is closed; anybody else finds no such page. */
export const keeper = (actor: Actor): PersonActor =>
  mayKeepCalendar(actor) ? actor : refuse('not-found', 'no-such-page')
