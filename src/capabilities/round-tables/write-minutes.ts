import { type LookFirst, lookFirst } from '#capabilities/advice/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findToConvene, othersIn, sendTurns, sentBefore } from './find-table.ts'
import { approvedBy, mayFix, type Word } from './round-table.ts'
import { insertItem, listItems, updateItem } from './store.ts'
import { sealed } from './table-words.ts'
import type { ItemRow } from './tables.ts'

/** A version of the minutes for everybody who joined, with the last day (ISO) to say something of it. */
export async function proposeMinutes(
  work: Work,
  desk: TableDesk,
  tableId: string,
  {
    text,
    due,
    seen,
    key,
  }: {
    readonly text: string
    readonly due: string
    readonly seen: readonly string[]
    readonly key?: string | undefined
  },
): Promise<LookFirst | undefined> {
  const at = await findToConvene(work, tableId)
  if (await sentBefore(work, at, key)) return undefined
  if (text.trim() === '') refuse('invalid', 'words-missing')
  if (due < dutchDay(work.now)) refuse('invalid', 'day-over')
  const before = (await listItems(work, tableId)).filter(({ kind }) => kind === 'minutes')
  if (before.some(({ state }) => state === 'fixed')) refuse('conflict', 'minutes-fixed')
  const look = await lookFirst(work, desk, { caseId: at.row.case_id, texts: [text], seen })
  if (look) {
    work.audit({ act: 'round-table.look', subject: tableId, details: { found: look.look.length } })
    return look
  }
  const id = newId()
  const version = before.length + 1
  await insertItem(work, tableId, {
    id,
    kind: 'minutes',
    from_id: at.actor.organisationId,
    state: 'proposed',
    version,
    due_on: due,
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text })),
  })
  work.audit({ act: 'round-table.propose-minutes', subject: tableId, details: { version } })
  const turn = { act: 'minutes', id, version, text, due } as const
  await sendTurns(
    work,
    desk,
    tableId,
    othersIn(at, 'joined').map((to) => ({ to, about: id, turn })),
  )
  return undefined
}

/** The last version stands: everybody who joined approved it, or the last day to say something is over. */
export async function fixMinutes(work: Work, desk: TableDesk, tableId: string): Promise<void> {
  const at = await findToConvene(work, tableId)
  const items = await listItems(work, tableId)
  const last = items.findLast(({ kind }) => kind === 'minutes')
  if (!last?.version || !last.due_on) return refuse('conflict', 'no-minutes')
  if (last.state === 'fixed') return refuse('conflict', 'minutes-fixed')
  const approved = approvedBy(wordsOn(items), last.version)
  const joined = othersIn(at, 'joined')
  if (!mayFix({ joined, approved, lastDay: last.due_on }, dutchDay(work.now))) {
    return refuse('conflict', 'not-approved-yet')
  }
  await updateItem(work, last.id, { state: 'fixed' })
  work.audit({
    act: 'round-table.fix-minutes',
    subject: tableId,
    details: { version: last.version },
  })
  const turn = { act: 'fixed', version: last.version } as const
  await sendTurns(
    work,
    desk,
    tableId,
    joined.map((to) => ({ to, about: last.id, turn })),
  )
}

/** What was said on minutes, in order. */
const wordsOn = (items: readonly ItemRow[]): Word[] =>
  items.flatMap(({ kind, state, version, from_id: party }) =>
    kind === 'word' && version !== null && (state === 'approved' || state === 'remarked')
      ? [{ party, version, state }]
      : [],
  )
