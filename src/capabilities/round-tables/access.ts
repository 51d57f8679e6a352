import {
  type Actor,
  hasRole,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'

type Roles = Partial<Readonly<Record<OrganisationKind, readonly Role[]>>>

const atSchool: readonly Role[] = ['care-coordinator', 'safety-coordinator', 'school-leader']

/** Who brings organisations together: whoever coordinates cases, or care for victims. Own rule (decision 166). */
const convening: Roles = {
  'secondary-school': atSchool,
  'vocational-school': atSchool,
  'primary-school': atSchool,
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
}

/** Who can be invited, with the roles of each kind of organisation. Own rule (decision 166). */
export const seats: Roles = {
  ...convening,
  'youth-help': ['youth-worker'],
  'safe-home': ['safe-home-worker'],
  police: ['officer', 'trafficking-detective'],
  prosecution: ['youth-prosecutor'],
  'expert-group': ['expert'],
  'child-protection-board': ['partner-worker'],
  'trafficking-coordination': ['partner-worker'],
  'diversion-service': ['partner-worker'],
  'victim-support': ['partner-worker'],
  probation: ['partner-worker'],
  'certified-institution': ['partner-worker'],
}

const may = (roles: Roles, actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, ...(roles[actor.organisationKind] ?? []))

export const mayConvene = (actor: Actor): actor is PersonActor => may(convening, actor)

/** May sit at a table at all; at which is in the query. */
export const maySit = (actor: Actor): actor is PersonActor => may(seats, actor)

export const isSeat = (kind: OrganisationKind, role: string): boolean =>
  seats[kind]?.some((one) => one === role) ?? false
