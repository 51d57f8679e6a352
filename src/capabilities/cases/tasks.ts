import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TaskClock } from './case-file.ts'
import { type CaseKey, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import type { From } from './entry.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import { isInCircle } from './store-circle.ts'
import { endTasksOf, findTaskByKey, findTaskRow, insertTask, updateTask } from './store-tasks.ts'
import type { TaskRow } from './tables.ts'
import { noteEvent } from './write-entry.ts'

export type NewTask = {
  readonly title: string
  /** somebody in the circle */
  readonly ownerId: string
  /** ISO date: the last day on which it should be done */
  readonly dueOn: string
  readonly clock: TaskClock
  readonly from?: From | undefined
  /** the path where it is done, and ended by doing it; identifiers only */
  readonly place?: string | undefined
}

/** Something to do, in the day of its owner and of the coordinator. Answers its id. */
export async function addTask(
  work: Work,
  desk: Pick<CaseDesk, 'keyring' | 'tell'>,
  caseId: string,
  task: NewTask,
  key?: string,
): Promise<string> {
  const { actor, row } = await findFor(work, caseId, 'write')
  const before = key && (await findTaskByKey(work, caseId, key))
  if (before) {
    work.audit({ act: 'case.add-task-again', subject: caseId })
    return before.id
  }
  if (task.title.trim() === '') return refuse('invalid', 'words-missing')
  if (!(await isInCircle(work, caseId, task.ownerId))) return refuse('invalid', 'not-in-circle')
  const id = newId()
  const caseKey = await openCaseKey(work, desk.keyring, row)
  await insertTask(work, {
    id,
    case_id: caseId,
    owner_id: task.ownerId,
    coordinator_id: row.coordinator_id,
    clock: task.clock,
    due_on: task.dueOn,
    made_by: actor.personId,
    from_capability: task.from?.capability ?? null,
    from_id: task.from?.id ?? null,
    place: task.place ?? null,
    key: key ?? null,
    content: caseKey.seal(places.task(id), { title: task.title }),
  })
  if (task.ownerId !== actor.personId) {
    await desk.tell(work, { to: task.ownerId, template: 'task-given', reference: row.code })
  }
  updateCase(work, caseId)
  work.audit({ act: 'case.add-task', subject: caseId, details: { task: id } })
  return id
}

type TaskPlace = { readonly caseId: string; readonly id: string }

/** Done, or not needed any more with why; by its owner or the coordinator. */
export async function endTask(
  work: Work,
  { keyring }: CaseDesk,
  where: TaskPlace,
  { how, words }: { how: 'done' | 'dropped'; words: string },
): Promise<void> {
  const { actor, task, row, head } = await findTask(work, where)
  const key = await openCaseKey(work, keyring, row)
  // Ended already, and nothing was written that does not stand there: answered as the first.
  if (task.state === how && (words === '' || words === endWordsOf(key, task))) {
    work.audit({ act: `case.task-${how}-again`, subject: task.case_id })
    return
  }
  if (task.state !== 'open') return refuse('conflict', 'task-is-ended')
  // Ended here by hand, what it stands for would be open without anybody who is called to it.
  if (task.place) return refuse('conflict', 'ends-at-its-place')
  if (!head.isCoordinator && task.owner_id !== actor.personId) {
    return refuse('not-allowed', 'not-your-task')
  }
  if (how === 'dropped' && words.trim() === '') return refuse('invalid', 'words-missing')
  await updateTask(work, task.id, {
    state: how,
    ended_by: actor.personId,
    ended_at: work.now.toString(),
    end_words: words === '' ? null : key.seal(places.taskEnd(task.id), { text: words }),
  })
  const { title } = key.open<{ title: string }>(places.task(task.id), task.content)
  await noteEvent(
    work,
    { caseId: task.case_id, by: actor.personId, key },
    { event: `task-${how}`, text: words === '' ? title : `${title}\n\n${words}` },
  )
  updateCase(work, task.case_id)
  work.audit({ act: `case.task-${how}`, subject: task.case_id, details: { task: task.id } })
}

/** What somebody wrote when it ended; empty when nobody did. */
export const endWordsOf = (
  key: CaseKey,
  { id, end_words }: Pick<TaskRow, 'id' | 'end_words'>,
): string => (end_words ? key.open<{ text: string }>(places.taskEnd(id), end_words).text : '')

/** Another owner or another day, by the coordinator. */
export async function moveTask(
  work: Work,
  desk: CaseDesk,
  where: TaskPlace,
  { ownerId, dueOn }: { ownerId: string; dueOn: string },
): Promise<void> {
  const { actor, task, row, head } = await findTask(work, where)
  if (task.state !== 'open') return refuse('conflict', 'task-is-ended')
  if (!head.isCoordinator) return refuse('not-allowed', 'only-the-coordinator')
  if (!(await isInCircle(work, task.case_id, ownerId))) return refuse('invalid', 'not-in-circle')
  await updateTask(work, task.id, { owner_id: ownerId, due_on: dueOn, reminded_on: null })
  if (ownerId !== task.owner_id && ownerId !== actor.personId) {
    await desk.tell(work, { to: ownerId, template: 'task-given', reference: row.code })
  }
  updateCase(work, task.case_id)
  work.audit({ act: 'case.move-task', subject: task.case_id, details: { task: task.id } })
}

/** The case that this person may see, locked, and the task in it. */
async function findTask(work: Work, { caseId, id }: TaskPlace) {
  const found = await findFor(work, caseId, 'write')
  const task = await findTaskRow(work, id)
  if (task?.case_id !== caseId) return refuse('not-found', 'no-such-task')
  return { ...found, task }
}

/** For another capability, within an act of its own: ends the open tasks that came from its record. */
export async function endTasksFrom(work: Work, from: From, how: 'done' | 'dropped'): Promise<void> {
  await endTasksOf(work, from, how)
}
