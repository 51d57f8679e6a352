import { addTask, endTasksFrom } from '#capabilities/cases/index.ts'
import { fullDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findAgreement, sendTurns, sentBefore } from './find-table.ts'
import { paths } from './paths.ts'
import {
  type AgreementAct,
  type AgreementState,
  agreementAfter,
  needsReason,
} from './round-table.ts'
import { insertItem, listItems, updateItem } from './store.ts'
import { sealed } from './table-words.ts'
import { t } from './words.ts'

/**
 * Whoever an agreement is for takes it on or not, and says afterwards whether it was done; also after the table
 * ended. In an own case it becomes a task there.
 */
export async function followAgreement(
  work: Work,
  desk: TableDesk,
  { tableId, id }: { readonly tableId: string; readonly id: string },
  {
    act,
    reason,
    caseId,
    language,
    key,
  }: {
    readonly act: AgreementAct
    readonly reason: string
    readonly caseId?: string | undefined
    readonly language: Language
    readonly key?: string | undefined
  },
): Promise<void> {
  const at = await findAgreement(work, { tableId, itemId: id }, true)
  if (await sentBefore(work, at, key)) return
  const own = at.actor.organisationId
  const item = (await listItems(work, tableId)).find((one) => one.id === id)
  if (item?.kind !== 'agreement' || item.to_id !== own) return refuse('not-found', 'no-such-item')
  const state = agreementAfter(act, item.state as AgreementState)
  if (!state) return refuse('conflict', `cannot-${act}-when-${item.state}`)
  if (at.row.ended_at && act === 'accept') return refuse('conflict', 'table-ended')
  if (needsReason(act) && reason.trim() === '') return refuse('invalid', 'reason-missing')
  await updateItem(work, id, { state, ...(caseId && act === 'accept' ? { case_id: caseId } : {}) })
  const wordId = newId()
  await insertItem(work, tableId, {
    id: wordId,
    kind: 'word',
    about_id: id,
    from_id: own,
    state: 'given',
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, wordId, { text: reason })),
  })
  const from = { capability: 'round-tables', id } as const
  if (act === 'accept' && caseId) {
    await addTask(work, desk.cases, caseId, {
      // The words stay at the table: they go when this organisation leaves or it ended.
      title: t(language).follow.task(at.row.code, fullDay(language, at.row.on_day)),
      ownerId: at.actor.personId,
      dueOn: item.due_on ?? at.row.on_day,
      clock: 'agreement',
      from,
      place: paths.agreement(tableId, id),
    })
  }
  if (act === 'done' || act === 'not-done') {
    await endTasksFrom(work, from, act === 'done' ? 'done' : 'dropped')
  }
  work.audit({ act: `round-table.agreement-${state}`, subject: tableId })
  if (item.from_id === own) return
  const turn = { act: 'followed', id, state, text: reason } as const
  await sendTurns(work, desk, tableId, [{ to: item.from_id, about: id, turn }])
}
