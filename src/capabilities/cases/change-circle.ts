import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { findToArrange } from './find-case.ts'
import { updateCase } from './store.ts'
import { endCircleRow, findCircleRow, insertCircleRow, isColleague } from './store-circle.ts'
import { passTasks } from './store-tasks.ts'
import type { CaseRow } from './tables.ts'
import { noteEvent, sentBefore } from './write-entry.ts'

type Addition = {
  readonly personId: string
  /** why this colleague needs to see the case */
  readonly reason: string
  /** the last moment of access for a while */
  readonly until?: string | undefined
  /** of the form */
  readonly key?: string | undefined
}

const reasonGiven = (reason: string): void => {
  if (reason.trim() === '') refuse('invalid', 'reason-missing')
}

/** Lets a colleague see the case, with a reason, for as long as needed; they hear of it without any detail. */
export async function addToCircle(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  { personId, reason, until, key: sentWith }: Addition,
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.add-to-circle', key: sentWith })) return
  const { actor, row } = await findToArrange(work, caseId, 'arrange')
  reasonGiven(reason)
  if (!(await isColleague(work, personId))) return refuse('invalid', 'no-such-colleague')
  const there = await findCircleRow(work, caseId, personId)
  if (there?.until_at === null) {
    work.audit({ act: 'case.add-to-circle-again', subject: caseId })
    return
  }
  const by = actor.personId
  // Access for a while that is given anew: the old ends, so that both stay to be seen.
  if (there) await endCircleRow(work, { caseId, id: there.id, by, reason: null })
  const key = await openCaseKey(work, desk.keyring, row)
  const id = newId()
  await insertCircleRow(work, {
    case_id: caseId,
    id,
    person_id: personId,
    added_by: by,
    until_at: until ?? null,
    reason: key.seal(places.circle(id), { text: reason }),
  })
  const event = { event: 'circle-added', text: reason, aboutPerson: personId } as const
  await noteEvent(work, { caseId, by, key }, { ...event, key: sentWith })
  updateCase(work, caseId)
  await desk.tell(work, { to: personId, template: 'case-circle', reference: row.code })
  work.audit({ act: 'case.add-to-circle', subject: caseId, details: { person: personId } })
}

type Change = Omit<Addition, 'until'>

/** Ends a colleague's access; their open tasks go to the coordinator. */
export async function endInCircle(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  { personId, reason, key: sentWith }: Change,
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.end-in-circle', key: sentWith })) return
  const { actor, row } = await findToArrange(work, caseId, 'end-access')
  reasonGiven(reason)
  if (personId === row.coordinator_id) return refuse('conflict', 'coordinator-stays')
  const there = (await findCircleRow(work, caseId, personId)) ?? refuse('conflict', 'not-in-circle')
  const by = actor.personId
  const key = await openCaseKey(work, desk.keyring, row)
  const sealed = key.seal(places.circleEnd(there.id), { text: reason })
  await endCircleRow(work, { caseId, id: there.id, by, reason: sealed })
  await passTasks(work, caseId, { coordinatorId: row.coordinator_id, ownerLeft: personId })
  const event = { event: 'circle-ended', text: reason, aboutPerson: personId } as const
  await noteEvent(work, { caseId, by, key }, { ...event, key: sentWith })
  updateCase(work, caseId)
  work.audit({ act: 'case.end-in-circle', subject: caseId, details: { person: personId } })
}

/** Gives the case to a colleague who follows up here; whoever gave it away stays in the circle. */
export async function handOverCase(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  { personId, reason, key }: Change,
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.hand-over', key })) return
  const { actor, row } = await findToArrange(work, caseId, 'arrange')
  reasonGiven(reason)
  if (personId === actor.personId) return refuse('invalid', 'no-such-colleague')
  if (!(await isColleague(work, personId, 'who-follows-up'))) {
    return refuse('invalid', 'no-such-colleague')
  }
  await makeCoordinator(work, desk, {
    row,
    personId,
    by: actor.personId,
    reason,
    event: 'handed-over',
    key,
  })
  await desk.tell(work, { to: personId, template: 'case-handed-over', reference: row.code })
  work.audit({ act: 'case.hand-over', subject: caseId, details: { person: personId } })
}

type Coordination = {
  readonly row: Pick<CaseRow, 'id' | 'content_key' | 'state'>
  readonly personId: string
  readonly by: string
  readonly reason: string
  readonly event: 'handed-over' | 'taken-over'
  readonly key: string | undefined
}

/** In the circle without an end, and from now on the one who arranges. */
export async function makeCoordinator(
  work: Work,
  desk: CaseDesk,
  { row, personId, by, reason, event, key: sentWith }: Coordination,
): Promise<void> {
  const caseId = row.id
  const key = await openCaseKey(work, desk.keyring, row)
  const there = await findCircleRow(work, caseId, personId)
  if (there?.until_at) await endCircleRow(work, { caseId, id: there.id, by, reason: null })
  if (!there || there.until_at) {
    const id = newId()
    await insertCircleRow(work, {
      case_id: caseId,
      id,
      person_id: personId,
      added_by: by,
      until_at: null,
      case_open: row.state === 'open',
      reason: key.seal(places.circle(id), { text: reason }),
    })
  }
  updateCase(work, caseId, { coordinator_id: personId })
  await passTasks(work, caseId, { coordinatorId: personId })
  const told = { event, text: reason, aboutPerson: personId, key: sentWith }
  await noteEvent(work, { caseId, by, key }, told)
}
