import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findGoingOn, sendTurns, sentBefore } from './find-table.ts'
import { insertItem, listItems } from './store.ts'
import { sealed } from './table-words.ts'

/** Approves the last version of the minutes, or says what should be different; to the convener only. */
export async function sayOnMinutes(
  work: Work,
  desk: TableDesk,
  tableId: string,
  {
    state,
    text,
    key,
  }: {
    readonly state: 'approved' | 'remarked'
    readonly text: string
    readonly key?: string | undefined
  },
): Promise<void> {
  const at = await findGoingOn(work, tableId)
  if (await sentBefore(work, at, key)) return
  if (at.convenes) refuse('conflict', 'your-own-minutes')
  if (state === 'remarked' && text.trim() === '') refuse('invalid', 'words-missing')
  const last = (await listItems(work, tableId)).findLast(({ kind }) => kind === 'minutes')
  if (!last?.version) return refuse('conflict', 'no-minutes')
  if (last.state === 'fixed') return refuse('conflict', 'minutes-fixed')
  const id = newId()
  const { version } = last
  await insertItem(work, tableId, {
    id,
    kind: 'word',
    from_id: at.actor.organisationId,
    state,
    version,
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text })),
  })
  work.audit({ act: `round-table.minutes-${state}`, subject: tableId, details: { version } })
  const turn = { act: 'word', id, version, state, text } as const
  await sendTurns(work, desk, tableId, [{ to: at.row.convener_id, about: id, turn }])
}
