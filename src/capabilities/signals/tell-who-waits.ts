import type { MessageTemplate } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { Recording } from './recording.ts'
import { type FoundSignal, findAsker } from './store.ts'
import { listFollowers } from './store-circle.ts'

/**
 * New words of the reporter: for whoever works with the signal, and whoever asked the last question.
 * When all of those are gone, for everybody who may follow it up now. After the signal was changed.
 */
export async function tellWhoWaits(
  work: Work,
  { tell }: Recording,
  row: FoundSignal,
  template: MessageTemplate,
): Promise<void> {
  const asker = await findAsker(work, row.id)
  const waited = [row.taken_up_by, row.assigned_to, asker].filter(
    (one) => one && one !== row.reported_by,
  )
  if (waited.length === 0) return
  const followers = await listFollowers(work, row.id)
  const waiting = followers.filter((one) => waited.includes(one))
  for (const to of waiting.length > 0 ? waiting : followers) {
    await tell(work, { to, template, reference: row.reference })
  }
}
