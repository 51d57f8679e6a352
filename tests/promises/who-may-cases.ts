/**
 * Who may see and do what with a case, written down a second time from the rules as people say them,
 * without a look at access.ts. The random tests hold the program against this.
 */
import { followsUpAtAll, type Somebody, type Verdict, worksWithPupils } from './who-may.ts'

type Colleague = { readonly person: string; readonly roles: readonly string[] }

export type CaseFacts = {
  readonly id: string
  readonly organisation: string
  readonly coordinator: string
  readonly state: string
  /** whoever has access that was not ended and did not run out */
  readonly circle: readonly string[]
  /** who has to do its task, and who wrote its fact */
  readonly owner: string
  readonly writer: string
  /** the people who work there now, past every policy */
  readonly staff: readonly Colleague[]
}

const followersRoles = [
  'care-coordinator',
  'municipal-coordinator',
  'safety-coordinator',
  'school-leader',
]
const follows = ({ roles }: Colleague): boolean =>
  roles.some((role) => followersRoles.includes(role))
const holds = ({ roles }: { readonly roles: readonly string[] }, ...any: string[]): boolean =>
  roles.some((role) => any.includes(role))

/** Nobody who may see it follows up here any more: an open case that lies there. */
export const isForsaken = ({ state, circle, staff }: CaseFacts): boolean =>
  state === 'open' && !staff.some((one) => follows(one) && circle.includes(one.person))

/** Care coordinators first; without them the safety coordinator; without both the school leader. */
function isNext(who: Somebody, { staff }: CaseFacts): boolean {
  const cares = ['care-coordinator', 'municipal-coordinator']
  if (staff.some((one) => holds(one, ...cares))) return holds(who, ...cares)
  if (staff.some((one) => holds(one, 'safety-coordinator'))) return holds(who, 'safety-coordinator')
  return holds(who, 'school-leader')
}

export const inItsCircle = (who: Somebody, row: CaseFacts): boolean =>
  who.organisation === row.organisation && worksWithPupils(who) && row.circle.includes(who.person)

export const goesOnWith = (who: Somebody, row: CaseFacts): boolean =>
  who.organisation === row.organisation &&
  followsUpAtAll(who) &&
  isForsaken(row) &&
  isNext(who, row)

export const seesCase = (who: Somebody, row: CaseFacts): boolean =>
  inItsCircle(who, row) || goesOnWith(who, row)

export const coordinatesIt = (who: Somebody, row: CaseFacts): boolean =>
  row.coordinator === who.person && followsUpAtAll(who) && row.circle.includes(who.person)

/**
 * Whoever coordinated it does not work here any more in a role that follows up, or came back after they
 * left: nobody has a case again by coming back.
 */
const coordinatorIsGone = ({ coordinator, staff, circle }: CaseFacts): boolean =>
  !circle.includes(coordinator) || !staff.some((one) => one.person === coordinator && follows(one))

/** What everybody who sees the case may do, what needs somebody who decides, and what its coordinator. */
export const readingCases = ['case', 'circle', 'tasks', 'roles', 'entry', 'task', 'act-page']
const byMember = ['fact', 'interpretation', 'contact', 'add-task']
const byDecider = ['decision', 'role', 'question', 'identity', 'end-role']
/** By whoever wrote it or has to do it, and by the coordinator. */
const byOwner = ['end-task']
const byWriter = ['edit-fact', 'withdraw-fact']
const byCoordinator = ['add-to-circle', 'end-in-circle', 'hand-over', 'close', 'move-task']
export const caseActs = [
  ...byMember,
  ...byDecider,
  ...byOwner,
  ...byWriter,
  ...byCoordinator,
  'take-over',
  'reopen',
]

export function caseVerdict(who: Somebody, act: string, row: CaseFacts): Verdict {
  if (!who.active) return 'sign-in'
  if (!worksWithPupils(who)) return 'no-business-here'
  if (!seesCase(who, row)) return 'hidden'
  if (readingCases.includes(act)) return 'allowed'
  // Whoever coordinates it already has nothing to take over, and is answered as if they did.
  if (act === 'take-over') {
    return coordinatesIt(who, row) || (followsUpAtAll(who) && coordinatorIsGone(row))
      ? 'allowed'
      : 'refused'
  }
  if (byCoordinator.includes(act) || act === 'reopen') {
    return coordinatesIt(who, row) ? 'allowed' : 'refused'
  }
  if (byOwner.includes(act) || byWriter.includes(act)) {
    const theirs = byOwner.includes(act) ? row.owner : row.writer
    return theirs === who.person || coordinatesIt(who, row) ? 'allowed' : 'refused'
  }
  if (byDecider.includes(act)) return followsUpAtAll(who) ? 'allowed' : 'refused'
  return 'allowed'
}
