import { type Actor, hasRole, type PersonActor, type Role } from '#platform/actor.ts'
import type { Readers } from './signal.ts'

const recordingOrganisations = [
  'secondary-school',
  'vocational-school',
  'primary-school',
  'municipality',
]

const careCoordinators: readonly Role[] = ['care-coordinator', 'municipal-coordinator']
export const coordinators: readonly Role[] = [...careCoordinators, 'safety-coordinator']

/** Who works with pupils there. Oversight and administration roles alone do not record or read. */
const professionals: readonly Role[] = [
  ...coordinators,
  'teacher',
  'mentor',
  'caretaker',
  'school-leader',
]

/** To whom a signal may be passed: those who follow up, and the school leader. */
export const followers: readonly Role[] = [...coordinators, 'school-leader']

export const mayRecord = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  recordingOrganisations.includes(actor.organisationKind) &&
  hasRole(actor, ...professionals)

export const mayHaveQueue = (actor: Actor): boolean =>
  mayRecord(actor) && hasRole(actor, ...followers)

/** What access is decided on. */
export type SignalCircle = {
  readonly reportedBy: string
  readonly readers: Readers
  readonly readerId: string | undefined
  readonly assignedTo: string | undefined
}

export const isReporter = (actor: Actor, { reportedBy }: SignalCircle): boolean =>
  mayRecord(actor) && actor.personId === reportedBy

/**
 * Follow-up belongs to whom the reporter chose, and to the colleague it was passed to. Coordinators
 * follow up only what the reporter opened to them.
 */
export function mayFollowUp(actor: Actor, signal: SignalCircle): boolean {
  if (!mayRecord(actor)) return false
  if (signal.assignedTo === actor.personId) return hasRole(actor, ...followers)
  switch (signal.readers) {
    case 'coordinators':
      return hasRole(actor, ...coordinators)
    case 'care-coordinators':
      return hasRole(actor, ...careCoordinators)
    case 'one-colleague':
      return signal.readerId === actor.personId && hasRole(actor, ...followers)
  }
}

export const maySee = (actor: Actor, signal: SignalCircle): boolean =>
  isReporter(actor, signal) || mayFollowUp(actor, signal)

/** The same rule for a list query: which choices of the reporter include this person. */
export const openTo = (actor: PersonActor): readonly Readers[] => [
  ...(hasRole(actor, ...coordinators) ? (['coordinators'] as const) : []),
  ...(hasRole(actor, ...careCoordinators) ? (['care-coordinators'] as const) : []),
]

/** And the other way round: which roles a choice of the reporter opens a signal to. */
export const rolesFor = (readers: Readers): readonly Role[] =>
  readers === 'coordinators'
    ? coordinators
    : readers === 'care-coordinators'
      ? careCoordinators
      : []
