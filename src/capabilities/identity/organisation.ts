import type { OrganisationKind, Role } from '#platform/actor.ts'

export type Organisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

const atSchool = [
  'teacher',
  'mentor',
  'caretaker',
  'care-coordinator',
  'safety-coordinator',
  'school-leader',
] as const

// Somebody guards privacy and somebody keeps the list of people in every organisation.
const everywhere = ['privacy-officer', 'administrator'] as const

const ownRoles: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  'secondary-school': atSchool,
  'vocational-school': atSchool,
  'primary-school': atSchool,
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator', 'mayor'],
  'youth-help': ['youth-worker'],
  'safe-home': ['safe-home-worker'],
  police: ['officer', 'trafficking-detective'],
  prosecution: ['youth-prosecutor'],
  'expert-group': ['expert', 'trafficking-detective'],
  'child-protection-board': ['partner-worker'],
  'trafficking-coordination': ['partner-worker'],
  'diversion-service': ['partner-worker'],
  'victim-support': ['partner-worker'],
  probation: ['partner-worker'],
  'certified-institution': ['partner-worker'],
  ministry: ['programme-staff', 'researcher'],
  'research-institute': ['researcher'],
}

/** Which roles people can have in an organisation of this kind. */
export const rolesOf = (kind: OrganisationKind): readonly Role[] => [
  ...ownRoles[kind],
  ...everywhere,
]

/** A role that does not belong to the kind is no role at all: a school has no prosecutor. */
export const mayHold = (kind: OrganisationKind, roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => rolesOf(kind).includes(role))
