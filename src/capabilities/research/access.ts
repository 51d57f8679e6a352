import { type Actor, hasRole, type OrganisationKind, type PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

const places: readonly OrganisationKind[] = ['ministry', 'research-institute']

/** Who leads surveys: researchers of a ministry or a research institute. Interviewers are researchers too. */
export const leadsSurveys = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && places.includes(actor.organisationKind) && hasRole(actor, 'researcher')

/** Whoever may; for anybody else there is no such page. */
export const researcher = ({ actor }: Work): PersonActor =>
  leadsSurveys(actor) ? actor : refuse('not-found', 'no-such-page')
