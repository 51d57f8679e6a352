import {
  type Actor,
  careCoordinators,
  coordinators,
  followers,
  hasRole,
  type PersonActor,
  type Role,
  worksWithPupils,
} from '#platform/actor.ts'
import type { Readers, SignalState } from './signal.ts'

/** Whoever works with pupils records what they notice. */
export const mayRecord = worksWithPupils

export const mayHaveQueue = (actor: Actor): boolean =>
  mayRecord(actor) && hasRole(actor, ...followers)

/** Who reads a signal now: whom the reporter chose, or others when nobody of those is left. */
export type ReadersNow = Readers | 'nobody'

/** What access is decided on. */
export type SignalCircle = {
  readonly reportedBy: string
  readonly readersNow: ReadersNow
  readonly readerId: string | undefined
  readonly assignedTo: string | undefined
}

/**
 * An open signal never stays with nobody. When none of those whom the reporter chose, and nobody to
 * whom it was passed, works here any more as one who follows up, the care coordinators read it; when
 * there are none either, any coordinator. What is closed or withdrawn opens to nobody else.
 */
export function readersNow(
  { readers, state }: { readonly readers: Readers; readonly state: SignalState },
  here: {
    /** the colleague who was chosen, or to whom it was passed, still follows up */
    readonly colleague: boolean
    readonly careCoordinator: boolean
    readonly coordinator: boolean
  },
): ReadersNow {
  const chosen =
    here.colleague ||
    (readers === 'coordinators' && here.coordinator) ||
    (readers === 'care-coordinators' && here.careCoordinator)
  if (chosen || state === 'closed' || state === 'withdrawn') return readers
  if (here.careCoordinator) return 'care-coordinators'
  return here.coordinator ? 'coordinators' : 'nobody'
}

export const isReporter = (actor: Actor, { reportedBy }: SignalCircle): boolean =>
  mayRecord(actor) && actor.personId === reportedBy

/**
 * Follow-up belongs to whom the reporter chose, and to the colleague it was passed to. Coordinators
 * follow up only what the reporter opened to them, and what would otherwise be with nobody.
 */
export function mayFollowUp(actor: Actor, signal: SignalCircle): boolean {
  if (!mayRecord(actor)) return false
  if (signal.assignedTo === actor.personId) return hasRole(actor, ...followers)
  if (signal.readerId === actor.personId) return hasRole(actor, ...followers)
  return hasRole(actor, ...rolesFor(signal.readersNow))
}

export const maySee = (actor: Actor, signal: SignalCircle): boolean =>
  isReporter(actor, signal) || mayFollowUp(actor, signal)

/** The same rule for a list query: which choices of the reporter include this person. */
export const openTo = (actor: PersonActor): readonly Readers[] => [
  ...(hasRole(actor, ...coordinators) ? (['coordinators'] as const) : []),
  ...(hasRole(actor, ...careCoordinators) ? (['care-coordinators'] as const) : []),
]

/** And the other way round: the roles to which a signal is open; none when it is for one colleague. */
export const rolesFor = (readers: ReadersNow): readonly Role[] =>
  readers === 'coordinators'
    ? coordinators
    : readers === 'care-coordinators'
      ? careCoordinators
      : []
