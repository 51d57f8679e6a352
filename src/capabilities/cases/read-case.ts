import { isSchool } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { CaseRole, Identity, Outcome, RoleWords, TaskClock } from './case-file.ts'
import { type CaseKey, openCaseKey, places } from './case-words.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import type { EntryKind, From } from './entry.ts'
import { type CaseHead, findVisible } from './find-case.ts'
import { openIdentity } from './identity.ts'
import { type Line, readLine } from './read-line.ts'
import { type CircleMember, listCircleRows } from './store-circle.ts'
import type { LinePlace } from './store-entries.ts'
import { listRoleRows } from './store-roles.ts'
import { listTasks } from './store-tasks.ts'
import type { CaseTables, TaskRow, TaskState } from './tables.ts'
import { endWordsOf } from './tasks.ts'

export type CaseMember = {
  readonly personId: string
  readonly addedBy: string
  readonly addedAt: string
  readonly untilAt: string | undefined
  readonly endedAt: string | undefined
  readonly endedBy: string | undefined
  readonly reason: string
  readonly endReason: string
  /** it ended because they did not work with young people here any more */
  readonly left: boolean
  /** access that was not ended and did not run out */
  readonly stands: boolean
  /** works here with young people, so that access is of use */
  readonly here: boolean
}

export type CaseTask = {
  readonly id: string
  readonly title: string
  readonly ownerId: string
  readonly dueOn: string
  readonly clock: TaskClock
  readonly state: TaskState
  readonly place: string | undefined
  readonly from: From | undefined
  readonly endedBy: string | undefined
  readonly endedAt: string | undefined
  readonly endWords: string
}

export type JudgedRole = {
  readonly id: string
  readonly role: CaseRole
  readonly fromOn: string
  readonly untilOn: string | undefined
  readonly judgedBy: string
  readonly judgedAt: string
  readonly endedAt: string | undefined
  readonly endedBy: string | undefined
  readonly words: RoleWords
  readonly endReason: string
}

/** One case as somebody of its circle may see it: every field is named here. */
export type ReadCase = {
  readonly head: CaseHead
  readonly identity: Identity
  /** of the identity, for who changes it */
  readonly identityVersion: number
  readonly question: string
  /** of the question, for who changes it */
  readonly version: number
  readonly openedBy: string
  readonly openedAt: string
  readonly closedAt: string | undefined
  readonly outcome: Outcome | undefined
  readonly line: Line
  readonly tasks: readonly CaseTask[]
  readonly circle: readonly CaseMember[]
  readonly roles: readonly JudgedRole[]
  readonly names: ReadonlyMap<string, string>
  /** the young person is a pupil here, with a class and a pupil number */
  readonly atSchool: boolean
}

type Which = {
  readonly kind?: EntryKind | undefined
  readonly before?: LinePlace | undefined
  /** the whole line and every task, also those that ended: for the file on paper */
  readonly whole?: boolean
}

export async function readCase(
  work: Work,
  desk: CaseDesk,
  id: string,
  { whole = false, ...which }: Which = {},
): Promise<ReadCase> {
  const { actor, row, head } = await findVisible(work, id)
  const key = await openCaseKey(work, desk.keyring, row)
  const [{ identity, version: identityVersion }, line, taskRows, ended, circleRows, roleRows] =
    await Promise.all([
      openIdentity(work, desk, id),
      readLine(work, key, id, { ...which, all: whole, otherFiles: head.isCoordinator }),
      listTasks(work, id, true),
      whole ? listTasks(work, id, false) : [],
      listCircleRows(work, id),
      listRoleRows(work, id),
    ])
  const circle = circleRows.map((one) => memberOf(key, one, work.now))
  const tasks = [...taskRows, ...ended].map((one) => taskOf(key, one))
  const judged = roleRows.map((one) => roleOf(key, one))
  const names = await namesFor(work, desk, [
    row.coordinator_id,
    row.opened_by,
    ...line.items.flatMap((one) => [one.writtenBy, one.changedBy, one.aboutPerson]),
    ...tasks.flatMap((one) => [one.ownerId, one.endedBy]),
    ...circle.flatMap((one) => [one.personId, one.addedBy, one.endedBy]),
    ...judged.flatMap((one) => [one.judgedBy, one.endedBy]),
  ])
  work.audit({ act: 'case.read', subject: id })
  return {
    head,
    identity,
    identityVersion,
    question: key.open<{ question: string }>(places.question, row.content).question,
    version: row.version,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedAt: row.closed_at ?? undefined,
    outcome: row.outcome ?? undefined,
    line,
    tasks,
    circle,
    roles: judged,
    names,
    atSchool: isSchool(actor.organisationKind),
  }
}

function memberOf(key: CaseKey, row: CircleMember, now: Temporal.Instant): CaseMember {
  const text = (what: string, sealed: Buffer | null) =>
    sealed ? key.open<{ text: string }>(what, sealed).text : ''
  const over =
    row.until_at !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(isoInstant(row.until_at)), now) <= 0
  return {
    personId: row.person_id,
    addedBy: row.added_by,
    addedAt: row.added_at,
    untilAt: row.until_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    endedBy: row.ended_by ?? undefined,
    reason: text(places.circle(row.id), row.reason),
    endReason: text(places.circleEnd(row.id), row.end_reason),
    left: row.ended_by_leaving,
    stands: row.ended_at === null && !over,
    here: row.here,
  }
}

const taskOf = (key: CaseKey, row: TaskRow): CaseTask => ({
  id: row.id,
  title: key.open<{ title: string }>(places.task(row.id), row.content).title,
  ownerId: row.owner_id,
  dueOn: row.due_on,
  clock: row.clock,
  state: row.state,
  place: row.place ?? undefined,
  from:
    row.from_capability && row.from_id
      ? { capability: row.from_capability, id: row.from_id }
      : undefined,
  endedBy: row.ended_by ?? undefined,
  endedAt: row.ended_at ?? undefined,
  endWords: endWordsOf(key, row),
})

const roleOf = (key: CaseKey, row: CaseTables['case_role']): JudgedRole => ({
  id: row.id,
  role: row.role,
  fromOn: row.from_on,
  untilOn: row.until_on ?? undefined,
  judgedBy: row.judged_by,
  judgedAt: row.judged_at,
  endedAt: row.ended_at ?? undefined,
  endedBy: row.ended_by ?? undefined,
  words: key.open<RoleWords>(places.role(row.id), row.content),
  endReason: row.end_words
    ? key.open<{ text: string }>(places.roleEnd(row.id), row.end_words).text
    : '',
})
