import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { programManager } from './access.ts'
import { numberEvents } from './store-events.ts'
import { lockProgram } from './store-programs.ts'
import { deleteWebhook, setWebhook } from './store-webhooks.ts'

/** Where a program wants to be told that something happened; nothing ends that. */
export async function changeWebhook(
  work: Work,
  id: string,
  address: string | undefined,
): Promise<void> {
  programManager(work.actor)
  const program = (await lockProgram(work, id)) ?? refuse('not-found', 'no-such-program')
  if (program.endedAt) refuse('conflict', 'program-ended')
  if (!program.scopes.includes('events:read')) refuse('not-found', 'hears-nothing')
  if (address) {
    // What happened before is in the feed, and is not told.
    await numberEvents(work)
    await setWebhook(work, id, address)
  } else await deleteWebhook(work, id)
  work.audit({ act: address ? 'partners.webhook' : 'partners.webhook-end', subject: id })
}
