import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import type { WithdrawalReason } from './signal.ts'
import { deleteObservations } from './store.ts'

/**
 * Takes a signal back before anyone works with it. Its words go for good, together with the key
 * they were sealed with; reference, dates and the reason stay as a tombstone.
 */
export async function withdrawSignal(
  work: Work,
  { keyring }: Recording,
  id: string,
  because: WithdrawalReason,
  key?: string,
): Promise<void> {
  const { again } = await moveSignal(work, keyring, id, {
    act: 'withdraw',
    by: 'reporter',
    event: 'withdrawn',
    key,
    change: () => ({
      withdrawn_because: because,
      content: null,
      content_key: null,
      subject_index: null,
      noticed_on: null,
    }),
  })
  if (!again) await deleteObservations(work, id)
}
