import {
  type Actor,
  followers,
  hasRole,
  type OrganisationKind,
  type PersonActor,
  type Role,
} from '#platform/actor.ts'

type Roles = Partial<Readonly<Record<OrganisationKind, readonly Role[]>>>

/**
 * Who asks another organisation for advice: whoever coordinates cases or follows up signals there. Where
 * there are no cases yet: whoever does the work of that organisation. Own rule (decision 165).
 */
const asking: Roles = {
  'secondary-school': followers,
  'vocational-school': followers,
  'primary-school': followers,
  municipality: [...followers, 'trafficking-care-coordinator'],
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

/**
 * Who gives advice. Of the police every officer may: whether somebody is a youth officer is not a role
 * here. Own rule (decision 165).
 */
const advising: Roles = {
  municipality: ['municipal-coordinator', 'trafficking-care-coordinator'],
  'safe-home': ['safe-home-worker'],
  'expert-group': ['expert'],
  police: ['officer', 'trafficking-detective'],
  'trafficking-coordination': ['partner-worker'],
}

/** Who hears that a question came, where not everybody who may answer it should. */
const toldFirst: Roles = { police: ['trafficking-detective'] }

export const advisingKinds = Object.keys(advising) as readonly OrganisationKind[]

const may = (roles: Roles, actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && hasRole(actor, ...(roles[actor.organisationKind] ?? []))

export const mayAsk = (actor: Actor): actor is PersonActor => may(asking, actor)

export const mayAdvise = (actor: Actor): actor is PersonActor => may(advising, actor)

export const rolesThatAsk = (kind: OrganisationKind): readonly Role[] => asking[kind] ?? []

export const rolesThatAdvise = (kind: OrganisationKind): readonly Role[] => advising[kind] ?? []

/** Whom to tell of a new question; everybody who may answer when none of these works there. */
export const rolesToldFirst = (kind: OrganisationKind): readonly Role[] =>
  toldFirst[kind] ?? rolesThatAdvise(kind)
