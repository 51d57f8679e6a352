import type { Role } from '#platform/actor.ts'
import { activeSteps, type SchoolProtocol, type SchoolStep } from './edition.ts'
import type { Requirement } from './protocol.ts'

/** What a protocol lacks, against the published list. Pure: a protocol in, findings out. */

export const findingKinds = ['missing', 'unreachable', 'without-owner', 'without-term'] as const
export type FindingKind = (typeof findingKinds)[number]

export type Finding = { readonly kind: FindingKind } & (
  | {
      readonly because: 'nothing-covers-it' | 'switched-off'
      readonly requirement: string
      /** the step that would cover it */
      readonly step: string | undefined
    }
  | {
      readonly because:
        | 'never-opens'
        | 'nobody-to-call'
        | 'no-role'
        | 'role-elsewhere'
        | 'role-unheld'
        | 'colleague-gone'
        | 'no-term'
      /** `immediate` for the immediate route */
      readonly step: string
    }
)

/** What only the outside world knows. */
export type Surroundings = {
  /** whether somebody here holds one of these roles; nothing where that cannot be known */
  readonly isHeld?: (roles: readonly Role[]) => boolean
  /** whether anybody can hold this role there */
  readonly exists?: (role: Role) => boolean
  /** whether this colleague still works here */
  readonly worksHere?: (personId: string) => boolean
  /** whether this help line can be called or written to */
  readonly canBeReached: (line: string) => boolean
}

export const immediateStep = 'immediate'

/** In the order of the list, and then of the steps. */
export function findingsIn(
  protocol: SchoolProtocol,
  requirements: readonly Requirement[],
  around: Surroundings,
): readonly Finding[] {
  const reachable = reachableSteps(activeSteps(protocol))
  return [
    ...requirements.flatMap(({ id }) => uncovered(protocol, id, reachable)),
    ...missingPeople(immediateStep, protocol.immediate, around),
    ...outOfReach(immediateStep, protocol.immediate, around),
    ...activeSteps(protocol).flatMap((step): Finding[] => [
      ...(reachable.has(step.id)
        ? []
        : [{ kind: 'unreachable' as const, because: 'never-opens' as const, step: step.id }]),
      ...(step.lines.length > 0 ? outOfReach(step.id, step, around) : []),
      ...missingPeople(step.id, step, around),
      ...(step.term === null
        ? [{ kind: 'without-term' as const, because: 'no-term' as const, step: step.id }]
        : []),
    ]),
  ]
}

function uncovered(
  protocol: SchoolProtocol,
  requirement: string,
  reachable: ReadonlySet<string>,
): Finding[] {
  const covers = (one: { covers: readonly string[] }) => one.covers.includes(requirement)
  if (covers(protocol.immediate)) return []
  const steps = protocol.steps.filter(covers)
  if (steps.some(({ id, off }) => off === undefined && reachable.has(id))) return []
  const off = steps.find((step) => step.off !== undefined)
  return [
    {
      kind: 'missing',
      because: off ? 'switched-off' : 'nothing-covers-it',
      requirement,
      step: off?.id,
    },
  ]
}

/**
 * Steps that can come in some run: whatever they wait for can be over, because it was done or turns out
 * not to be needed, and a question on which they depend is asked.
 */
function reachableSteps(steps: readonly SchoolStep[]): ReadonlySet<string> {
  const active = new Set(steps.map(({ id }) => id))
  const opens = new Set<string>()
  const ends = new Set<string>()
  const over = (id: string) => !active.has(id) || ends.has(id)
  for (let more = true; more; ) {
    const before = opens.size + ends.size
    for (const { id, after, when } of steps) {
      if (after.every(over) && (when.length === 0 || when.some(({ step }) => opens.has(step)))) {
        opens.add(id)
      }
      const needless = when.length > 0 && when.every(({ step }) => over(step))
      if (opens.has(id) || needless) ends.add(id)
    }
    more = opens.size + ends.size > before
  }
  return opens
}

type Reached = { readonly lines: readonly string[]; readonly contact: string }

const outOfReach = (step: string, { lines, contact }: Reached, around: Surroundings): Finding[] =>
  contact !== '' || lines.some(around.canBeReached)
    ? []
    : [{ kind: 'unreachable', because: 'nobody-to-call', step }]

type OwnerFault = 'no-role' | 'role-elsewhere' | 'role-unheld' | 'colleague-gone'
type Owned = { readonly roles: readonly Role[]; readonly personId: string | undefined }

function missingPeople(step: string, { roles, personId }: Owned, around: Surroundings): Finding[] {
  const found = (because: OwnerFault): Finding[] => [{ kind: 'without-owner', because, step }]
  if (personId !== undefined) {
    return around.worksHere?.(personId) === false ? found('colleague-gone') : []
  }
  if (roles.length === 0) return found('no-role')
  const { exists } = around
  if (exists && !roles.every(exists)) return found('role-elsewhere')
  return around.isHeld?.(roles) === false ? found('role-unheld') : []
}
