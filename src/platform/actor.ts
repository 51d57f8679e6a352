export const organisationKinds = [
  'secondary-school',
  'vocational-school',
  'primary-school',
  'municipality',
  'youth-help',
  'safe-home',
  'police',
  'prosecution',
  'expert-group',
  'child-protection-board',
  'trafficking-coordination',
  'diversion-service',
  'victim-support',
  'probation',
  'certified-institution',
  'ministry',
  'research-institute',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The roles of product.md; a person may hold several in one organisation. */
export const roles = [
  'teacher',
  'mentor',
  'caretaker',
  'care-coordinator',
  'safety-coordinator',
  'school-leader',
  'municipal-coordinator',
  'trafficking-care-coordinator',
  'mayor',
  'youth-worker',
  'safe-home-worker',
  'officer',
  'trafficking-detective',
  'expert',
  'youth-prosecutor',
  'partner-worker',
  'programme-staff',
  'researcher',
  'privacy-officer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Someone signed in, working for one organisation. */
export type PersonActor = {
  readonly kind: 'person'
  readonly personId: string
  readonly organisationId: string
  readonly organisationKind: OrganisationKind
  readonly roles: readonly Role[]
}

/** A part of the program acting on its own, for one organisation. */
export type SystemActor = {
  readonly kind: 'system'
  readonly name:
    | 'sealing'
    | 'outbox'
    | 'reminders'
    | 'sign-in'
    | 'retention'
    | 'live'
    | 'delivery'
    | 'partner-system'
    | 'survey'
    | 'download'
    | 'open-data'
    | 'figures'
    | 'demo'
    | 'command-line'
  readonly organisationId: string
}

/** Acts for no organisation: row-level security shows it nothing but the public list of organisations. */
export const noOrganisation = '00000000-0000-0000-0000-000000000000'

export type Actor = PersonActor | SystemActor

export const hasRole = (actor: Actor, ...anyOf: readonly Role[]): boolean =>
  actor.kind === 'person' && anyOf.some((role) => actor.roles.includes(role))

const schools: readonly OrganisationKind[] = [
  'secondary-school',
  'vocational-school',
  'primary-school',
]
const placesWithPupils: readonly OrganisationKind[] = [...schools, 'municipality']

export const careCoordinators: readonly Role[] = ['care-coordinator', 'municipal-coordinator']
export const coordinators: readonly Role[] = [...careCoordinators, 'safety-coordinator']

/** Those who follow up what others noticed: coordinators and the school leader. */
export const followers: readonly Role[] = [...coordinators, 'school-leader']

/** Who works with pupils there. Oversight and administration roles alone do not record or read. */
export const professionals: readonly Role[] = [...followers, 'teacher', 'mentor', 'caretaker']

export const worksWithPupils = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  placesWithPupils.includes(actor.organisationKind) &&
  hasRole(actor, ...professionals)

/**
 * Where young people are helped, whoever does that work keeps the cases: there is no second role that could.
 * Police and prosecution keep files of their own (decision 182).
 */
const helping: Partial<Readonly<Record<OrganisationKind, readonly Role[]>>> = {
  municipality: ['trafficking-care-coordinator'],
  'youth-help': ['youth-worker'],
  'safe-home': ['safe-home-worker'],
  'expert-group': ['expert'],
  'child-protection-board': ['partner-worker'],
  'trafficking-coordination': ['partner-worker'],
  'diversion-service': ['partner-worker'],
  'victim-support': ['partner-worker'],
  probation: ['partner-worker'],
  'certified-institution': ['partner-worker'],
}

export const helpers: readonly Role[] = [...new Set(Object.values(helping).flat())]

/** Who opens, coordinates and decides on cases in an organisation of this kind. */
export const caseKeepers = (kind: OrganisationKind): readonly Role[] => [
  ...(placesWithPupils.includes(kind) ? followers : []),
  ...(helping[kind] ?? []),
]

/** Who can be let into a case in an organisation of this kind; they are among them. */
export const caseWorkers = (kind: OrganisationKind): readonly Role[] => [
  ...(placesWithPupils.includes(kind) ? professionals : []),
  ...(helping[kind] ?? []),
]

/** A school: where a young person is a pupil, with a class and a pupil number. */
export const isSchool = (kind: OrganisationKind): boolean => schools.includes(kind)

/** Why someone acts. A closed list, shown in the trail. */
const purposes = [
  'recognise-exploitation',
  'follow-up-signals',
  'follow-up-cases',
  'hold-intervision',
  'publish-offers',
  'share',
  'look-at-arrests',
  'weigh-prosecution',
  'train',
  'keep-account',
  'ask-schools',
  'tell-figures',
  'manage-own-account',
  'manage-organisation',
  'sign-in',
  'oversight',
  'maintenance',
] as const
export type Purpose = (typeof purposes)[number]
