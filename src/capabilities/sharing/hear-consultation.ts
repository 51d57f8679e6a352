import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { lastDayAfterAnswer } from './consultation.ts'
import type { SharingDesk } from './desk.ts'
import type { DisclosureState } from './disclosure.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import { findDisclosureRow, updateDisclosure } from './disclosure-store.ts'
import { hear, noteWords } from './note-happening.ts'

/** In these an answer still counts: it may have crossed its receipt, or the last day, on the way. */
const waiting: readonly DisclosureState[] = ['sent', 'delivered', 'accepted', 'ended']

export type Answered = {
  /** the organisation that answers */
  readonly from: string
  readonly disclosure: string
  /** the kind of message that came */
  readonly kind: string
  /** who signed it, as the file reads it */
  readonly by: string
}

/**
 * At whoever asked: an answer came. Notes it with the delivery, gives both a last day, and answers which file it
 * is for. Refuses `not-found` to an organisation that was not asked for this, and `consultation-over` when it was
 * recalled or declined, or when its words are gone here.
 */
export async function hearConsultation(
  work: Work,
  desk: Pick<SharingDesk, 'keyring' | 'tell' | 'sources'>,
  { from, disclosure, kind, by }: Answered,
): Promise<{ readonly fileId: string; readonly body: DisclosureBody }> {
  const row = await findDisclosureRow(work, disclosure, true)
  if (!row || row.to_id !== from) return refuse('not-found', 'no-such-disclosure')
  if (!waiting.includes(row.state) || !row.content) return refuse('conflict', 'consultation-over')
  const body = (await noteWords(work, desk, row, 'consulted', { text: '', by }))?.body
  // Also undoes the note.
  if (body?.asks !== kind) return refuse('not-found', 'no-such-disclosure')
  const last = lastDayAfterAnswer(row.end_on ?? body.endOn, dutchDay(work.now))
  if (row.state !== 'ended') updateDisclosure(work, row.id, { end_on: last })
  work.audit({ act: 'sharing.consultation-answered', subject: row.id })
  await hear(work, desk, row)
  return { fileId: row.file_id, body }
}
