import type { MessageTemplate } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { Recording } from './recording.ts'
import { type FoundSignal, findAsker } from './store.ts'

/** New words of the reporter: for whoever works with the signal, and whoever asked the last question. */
export async function tellWhoWaits(
  work: Work,
  { tell }: Recording,
  row: FoundSignal,
  template: MessageTemplate,
): Promise<void> {
  const asker = await findAsker(work, row.id)
  const waiting = new Set([row.taken_up_by, row.assigned_to, asker])
  for (const to of waiting) {
    if (to && to !== row.reported_by) await tell(work, { to, template, reference: row.reference })
  }
}
