import type { MessageTemplate } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { Recording } from './recording.ts'
import type { FoundSignal } from './store.ts'
import { isStillReporter } from './store-circle.ts'

/** News of the own signal; nothing to whoever left, or can no longer read it. */
export async function tellReporter(
  work: Work,
  { tell }: Recording,
  { reported_by: to, reference }: FoundSignal,
  template: MessageTemplate,
): Promise<void> {
  if (await isStillReporter(work, to)) await tell(work, { to, template, reference })
}
