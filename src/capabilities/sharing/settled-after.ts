import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { type DisclosureRow, findDisclosureRow, listDisclosureEvents } from './disclosure-store.ts'
import { type EventWords, openDisclosure, places } from './disclosure-words.ts'
import type { SettledMessage } from './message-handler.ts'
import { hear, noteWords } from './note-happening.ts'
import { sendMessage } from './send-message.ts'
import { kinds, type Recall } from './sharing-messages.ts'

type About = { readonly id: string; readonly receipt: SettledMessage['receipt'] }

/** At the sender: an answer to a question that the recipient's program refused. */
export async function settledReply(
  work: Work,
  desk: SharingDesk,
  { id, receipt }: About,
): Promise<void> {
  if (receipt.outcome === 'received') return
  const row = await findDisclosureRow(work, id, true)
  if (!row) return
  const { because } = receipt
  await noteWords(work, desk, row, 'reply-refused', { text: because })
  work.audit({ act: 'sharing.reply-refused', subject: id, details: { because } })
  await hear(work, desk, row)
}

/** A defect there, or on the way: it may be over by now, so a recall goes again. Each try lasts three days. */
const passing = ['stumbled', 'other-than-sent']

/** At the sender: whether a recall did its work there. Until then it is a wish, and the words are still read. */
export async function settledRecall(
  work: Work,
  desk: SharingDesk,
  { id, receipt }: About,
): Promise<void> {
  const row = await findDisclosureRow(work, id, true)
  if (!row) return
  if (receipt.outcome === 'received') {
    await noteWords(work, desk, row, 'recall-arrived', undefined)
    work.audit({ act: 'sharing.recall-arrived', subject: id })
    return
  }
  const { because } = receipt
  await noteWords(work, desk, row, 'recall-refused', { text: because })
  work.audit({ act: 'sharing.recall-refused', subject: id, details: { because } })
  await hear(work, desk, row)
  if (!passing.includes(because) || !row.to_id) return
  const body: Recall = { disclosure: id, because: await reasonOf(work, desk, row) }
  await sendMessage(work, desk, { to: row.to_id, kind: kinds.recall, about: id, body })
}

async function reasonOf(
  work: Work,
  desk: SharingDesk,
  row: DisclosureRow,
): Promise<Recall['because']> {
  const opened = await openDisclosure(work, desk, row)
  const recalled = (await listDisclosureEvents(work, row.id)).find(
    ({ kind }) => kind === 'recalled',
  )
  const words = recalled?.content
    ? opened?.key.open<EventWords>(places.event(recalled.id), recalled.content)
    : undefined
  return words?.because ?? 'other'
}
