import { addTask, endTasksFrom, type NewTask } from '#capabilities/cases/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ProtocolDesk } from './desk.ts'
import type { SchoolStep } from './edition.ts'
import type { OpenRun } from './open-run.ts'
import { immediatePath, stepPath } from './run-place.ts'
import type { RunRow, StepRow } from './tables.ts'
import { t } from './words.ts'

const capability = 'protocols'

/** The task of this step, or of the immediate route of this run, is over. */
export const endTask = (
  work: Work,
  row: Pick<StepRow | RunRow, 'id'>,
  how: 'done' | 'dropped',
): Promise<void> => endTasksFrom(work, { capability, id: row.id }, how)

/** How many colleagues are tried before the coordinator has the task. */
const mostTried = 5

/**
 * A task in the day list of whoever the protocol names, as far as they are in the circle of the case;
 * otherwise of the coordinator. A step without a term has no day on which it could stand there.
 */
export async function giveTask(
  work: Work,
  desk: ProtocolDesk,
  { open, step, row, dueOn }: { open: OpenRun; step: SchoolStep; row: StepRow; dueOn: string },
  language: Language,
): Promise<void> {
  const { head, home } = open
  if (!head) return
  const task = {
    title: step.title[language],
    dueOn,
    clock: step.term?.law ? 'law' : 'protocol',
    from: { capability, id: row.id },
    place: stepPath(home, open.row.id, step.id),
  } as const
  for (const ownerId of await candidates(work, desk, open, step)) {
    if (await given(work, desk, head.id, { ...task, ownerId })) return
  }
}

/** Write down today how the danger ended: for the coordinator, or whoever acts now when that one is gone. */
export async function giveImmediateTask(
  work: Work,
  desk: ProtocolDesk,
  { actor, head, home, row }: OpenRun,
  language: Language,
): Promise<void> {
  if (!head) return
  const task = {
    title: t(language).immediate.task,
    dueOn: dutchDay(work.now),
    clock: 'protocol',
    from: { capability, id: row.id },
    place: immediatePath(home, row.id),
  } as const
  for (const ownerId of new Set([head.coordinatorId, actor.personId])) {
    if (await given(work, desk, head.id, { ...task, ownerId })) return
  }
}

/** The colleague who is named; whoever acts now and holds the role; others who hold it; the coordinator. */
async function candidates(
  work: Work,
  { colleagues }: ProtocolDesk,
  { actor, head }: OpenRun,
  { personId, roles }: SchoolStep,
): Promise<ReadonlySet<string>> {
  const own = actor.roles.some((role) => roles.includes(role)) ? [actor.personId] : []
  const coordinator = head ? [head.coordinatorId] : []
  const holders = roles.length > 0 ? await colleagues(work, roles) : []
  const coordinatorHolds = holders.some((one) => one.personId === head?.coordinatorId)
  const others = holders.slice(0, mostTried).map((one) => one.personId)
  return new Set([
    ...(personId ? [personId] : []),
    ...own,
    ...(coordinatorHolds ? coordinator : []),
    ...others,
    ...coordinator,
  ])
}

async function given(work: Work, desk: ProtocolDesk, caseId: string, task: NewTask) {
  try {
    await addTask(work, desk.cases, caseId, task)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.because === 'not-in-circle') return false
    throw error
  }
}
