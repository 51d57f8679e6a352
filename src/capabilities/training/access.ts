import {
  type Actor,
  hasRole,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

const leads: Partial<Record<OrganisationKind, Role>> = {
  'secondary-school': 'school-leader',
  'vocational-school': 'school-leader',
  'primary-school': 'school-leader',
  municipality: 'municipal-coordinator',
}

/** Who sees how far the team is and sets the term: the school leader; elsewhere whoever manages the people (decision 157). */
export const mayLead = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, leads[actor.organisationKind] ?? 'administrator')

/** Anybody signed in practises; only what is their own. */
export const practising = ({ actor }: Work): PersonActor =>
  actor.kind === 'person' ? actor : refuse('not-found', 'no-such-page')

export const leading = ({ actor }: Work): PersonActor =>
  mayLead(actor) ? actor : refuse('not-found', 'no-such-page')
