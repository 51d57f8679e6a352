import {
  type Actor,
  hasRole,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Who answers for the organisation, of the kinds that publish figures. */
const leads: Partial<Readonly<Record<OrganisationKind, Role>>> = {
  'secondary-school': 'school-leader',
  'vocational-school': 'school-leader',
  'primary-school': 'school-leader',
  municipality: 'municipal-coordinator',
  'youth-help': 'administrator',
  police: 'administrator',
  prosecution: 'administrator',
}

/** Who sees what the organisation publishes, and turns it on and off. */
export function mayPublish(actor: Actor): actor is PersonActor {
  const role = actor.kind === 'person' ? leads[actor.organisationKind] : undefined
  return role !== undefined && hasRole(actor, role)
}

/** Who writes at a ministry with what came of it. */
export const writesWithFigures = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.organisationKind === 'ministry' &&
  hasRole(actor, 'programme-staff')

/** To anybody else there is no such page. */
export const publisher = ({ actor }: Work): PersonActor =>
  mayPublish(actor) ? actor : refuse('not-found', 'no-such-page')
