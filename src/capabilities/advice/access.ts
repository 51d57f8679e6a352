import {
  type Actor,
  hasRole,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'

export type RolesByKind = Partial<Readonly<Record<OrganisationKind, readonly Role[]>>>

const atSchool: readonly Role[] = ['care-coordinator', 'safety-coordinator', 'school-leader']

/** Who coordinates cases or follows up signals, or cares for victims, with whom others can meet. */
export const coordinating: RolesByKind = {
  'secondary-school': atSchool,
  'vocational-school': atSchool,
  'primary-school': atSchool,
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
}

/**
 * Whoever does the work of an organisation with others: asks them for advice, sits at a table with them. Own rule
 * (decisions 165, 166 and 199): who asks in the line `advice-without-names` of the sharing table.
 */
export const workingWithOthers: RolesByKind = {
  ...coordinating,
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
}

/**
 * Who gives advice. Of the police every officer may: whether somebody is a youth officer is not a role
 * here. Own rule (decisions 165 and 199): to whom the line `advice-without-names` of the sharing table goes.
 */
const advising: RolesByKind = {
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
  'safe-home': ['safe-home-worker'],
  'expert-group': ['expert', 'trafficking-detective'],
  police: ['officer', 'trafficking-detective'],
  'trafficking-coordination': ['partner-worker'],
}

/** Who hears that a question came, where not everybody who may answer it should. */
const toldFirst: RolesByKind = { police: ['trafficking-detective'] }

export const advisingKinds = Object.keys(advising) as readonly OrganisationKind[]

/** Whether this person holds one of the roles that are meant at their kind of organisation. */
export const holdsOneOf = (roles: RolesByKind, actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, ...(roles[actor.organisationKind] ?? []))

export const mayAsk = (actor: Actor): actor is PersonActor => holdsOneOf(workingWithOthers, actor)

export const mayAdvise = (actor: Actor): actor is PersonActor => holdsOneOf(advising, actor)

export const rolesThatAsk = (kind: OrganisationKind): readonly Role[] =>
  workingWithOthers[kind] ?? []

export const rolesThatAdvise = (kind: OrganisationKind): readonly Role[] => advising[kind] ?? []

/** Whom to tell of a new question; everybody who may answer when none of these works there. */
export const rolesToldFirst = (kind: OrganisationKind): readonly Role[] =>
  toldFirst[kind] ?? rolesThatAdvise(kind)
