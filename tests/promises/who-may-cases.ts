/**
 * Who may see and do what with a case, written down a second time from the rules as people say them,
 * without a look at access.ts. The random tests hold the program against this.
 */
import { followsUpAtAll, type Somebody, type Verdict, worksWithPupils } from './who-may.ts'

type Colleague = { readonly person: string; readonly roles: readonly string[] }

/** Where young people are helped, whoever does that keeps the cases; police and prosecution keep none. */
const whoHelps: Readonly<Record<string, string>> = {
  municipality: 'trafficking-care-coordinator',
  'youth-help': 'youth-worker',
  'safe-home': 'safe-home-worker',
  'expert-group': 'expert',
}
const helps = (who: Pick<Somebody, 'kind' | 'roles'>): boolean =>
  who.roles.includes(whoHelps[who.kind] ?? '')

export const hasCases = (who: Somebody): boolean => worksWithPupils(who) || helps(who)

/** Opens, coordinates and decides on them. */
export const keepsCases = (who: Somebody): boolean => followsUpAtAll(who) || helps(who)

export type CaseFacts = {
  readonly id: string
  readonly organisation: string
  readonly kind: string
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
const schoolsAndTowns = ['secondary-school', 'vocational-school', 'primary-school', 'municipality']
const follows = (kind: string, { roles }: Colleague): boolean =>
  helps({ kind, roles }) ||
  (schoolsAndTowns.includes(kind) && roles.some((role) => followersRoles.includes(role)))
const holds = ({ roles }: { readonly roles: readonly string[] }, ...any: string[]): boolean =>
  roles.some((role) => any.includes(role))

/** Nobody who may see it follows up here any more: an open case that lies there. */
export const isForsaken = ({ state, kind, circle, staff }: CaseFacts): boolean =>
  state === 'open' && !staff.some((one) => follows(kind, one) && circle.includes(one.person))

/** Who helps and care coordinators first; without them the safety coordinator; without both the school leader. */
function isNext(who: Somebody, { kind, staff }: CaseFacts): boolean {
  const cares = ['care-coordinator', 'municipal-coordinator', whoHelps[kind] ?? '']
  if (staff.some((one) => holds(one, ...cares))) return holds(who, ...cares)
  if (staff.some((one) => holds(one, 'safety-coordinator'))) return holds(who, 'safety-coordinator')
  return holds(who, 'school-leader')
}

export const inItsCircle = (who: Somebody, row: CaseFacts): boolean =>
  who.organisation === row.organisation && hasCases(who) && row.circle.includes(who.person)

export const goesOnWith = (who: Somebody, row: CaseFacts): boolean =>
  who.organisation === row.organisation && keepsCases(who) && isForsaken(row) && isNext(who, row)

export const seesCase = (who: Somebody, row: CaseFacts): boolean =>
  inItsCircle(who, row) || goesOnWith(who, row)

export const coordinatesIt = (who: Somebody, row: CaseFacts): boolean =>
  row.coordinator === who.person && keepsCases(who) && row.circle.includes(who.person)

/**
 * Whoever coordinated it does not work here any more in a role that follows up, or came back after they
 * left: nobody has a case again by coming back.
 */
const coordinatorIsGone = ({ kind, coordinator, staff, circle }: CaseFacts): boolean =>
  !circle.includes(coordinator) ||
  !staff.some((one) => one.person === coordinator && follows(kind, one))

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
  if (!hasCases(who)) return 'no-business-here'
  if (!seesCase(who, row)) return 'hidden'
  if (readingCases.includes(act)) return 'allowed'
  // Whoever coordinates it already has nothing to take over, and is answered as if they did.
  if (act === 'take-over') {
    return coordinatesIt(who, row) || (keepsCases(who) && coordinatorIsGone(row))
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
  if (byDecider.includes(act)) return keepsCases(who) ? 'allowed' : 'refused'
  return 'allowed'
}
