import { type LookFirst, lookFirst } from '#capabilities/advice/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findToConvene, othersIn, sendTurns, sentBefore } from './find-table.ts'
import { insertItem } from './store.ts'
import { sealed } from './table-words.ts'

/** What the convener agreed with one organisation: it goes to that one only. The own one took it on already. */
export async function agreeOn(
  work: Work,
  desk: TableDesk,
  tableId: string,
  {
    owner,
    text,
    due,
    seen,
    key,
  }: {
    readonly owner: string
    readonly text: string
    /** ISO date */
    readonly due: string
    readonly seen: readonly string[]
    readonly key?: string | undefined
  },
): Promise<LookFirst | undefined> {
  const at = await findToConvene(work, tableId)
  if (await sentBefore(work, at, key)) return undefined
  if (text.trim() === '') refuse('invalid', 'words-missing')
  if (due < dutchDay(work.now)) refuse('invalid', 'day-over')
  const mine = owner === at.actor.organisationId
  if (!mine && !othersIn(at, 'joined').includes(owner)) refuse('invalid', 'choose-recipient')
  const look = mine
    ? undefined
    : await lookFirst(work, desk, { caseId: at.row.case_id, texts: [text], seen })
  if (look) {
    work.audit({ act: 'round-table.look', subject: tableId, details: { found: look.look.length } })
    return look
  }
  const id = newId()
  await insertItem(work, tableId, {
    id,
    kind: 'agreement',
    from_id: at.actor.organisationId,
    to_id: owner,
    state: mine ? 'accepted' : 'proposed',
    due_on: due,
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text })),
  })
  work.audit({ act: 'round-table.agree', subject: tableId, details: { owner } })
  if (!mine) {
    const turn = { act: 'agreement', id, text, due } as const
    await sendTurns(work, desk, tableId, [{ to: owner, about: id, turn }])
  }
  return undefined
}
