import type { Knowledge } from '#capabilities/knowledge/index.ts'
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
        | 'after-the-end'
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

/** A help line that can be called or written to, as far as our knowledge has it. */
export const canBeReachedIn =
  ({ findLine }: Pick<Knowledge, 'findLine'>): Surroundings['canBeReached'] =>
  (line) => {
    const found = findLine(line)
    return found?.phone !== undefined || found?.website !== undefined
  }

export const immediateStep = 'immediate'

/** In the order of the list, and then of the steps. */
export function findingsIn(
  protocol: SchoolProtocol,
  requirements: readonly Requirement[],
  around: Surroundings,
): readonly Finding[] {
  const steps = activeSteps(protocol)
  const reachable = reachableSteps(steps)
  const butForTheEnd = reachableSteps(steps.map((step) => ({ ...step, ends: false })))
  return [
    ...requirements.flatMap(({ id }) => uncovered(protocol, id, reachable)),
    ...missingPeople(immediateStep, protocol.immediate, around),
    ...outOfReach(immediateStep, protocol.immediate, around),
    ...steps.flatMap((step): Finding[] => [
      ...(reachable.has(step.id)
        ? []
        : [
            {
              kind: 'unreachable' as const,
              because: butForTheEnd.has(step.id)
                ? ('after-the-end' as const)
                : ('never-opens' as const),
              step: step.id,
            },
          ]),
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
 * not to be needed, and a question on which they depend is asked. Doing a step that ends the run opens
 * nothing; whoever skips that step goes on with a reason, and is not counted on here.
 */
function reachableSteps(steps: readonly SchoolStep[]): ReadonlySet<string> {
  const active = new Map(steps.map((step) => [step.id, step]))
  const opens = new Set<string>()
  const done = new Set<string>()
  const needless = new Set<string>()
  const settled = (id: string) => !active.has(id) || done.has(id) || needless.has(id)
  const overFor = (step: SchoolStep) => (id: string) => {
    const before = active.get(id)
    return !before || done.has(id) || (needless.has(id) && canComeWithout(step, before))
  }
  for (let more = true; more; ) {
    const size = opens.size + needless.size
    for (const step of steps) {
      const { id, after, when, ends } = step
      const asked = when.length === 0 || when.some((one) => done.has(one.step))
      if (asked && after.every(overFor(step))) {
        opens.add(id)
        if (!ends) done.add(id)
      }
      if (when.length > 0 && when.every((one) => settled(one.step))) needless.add(id)
    }
    more = opens.size + needless.size > size
  }
  return opens
}

/** Whether an answer can ask for this step and not for the one before it. */
const canComeWithout = ({ when }: SchoolStep, before: SchoolStep): boolean =>
  when.length === 0 ||
  when.some(({ step, field, is }) =>
    is.some(
      (answer) =>
        !before.when.some(
          (one) => one.step === step && one.field === field && one.is.includes(answer),
        ),
    ),
  )

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
