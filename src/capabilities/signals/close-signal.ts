import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import type { Outcome } from './signal.ts'
import { tellReporter } from './tell-reporter.ts'

/** Ends the work on a signal; the reporter reads the outcome and the coordinator's words to them. */
export async function closeSignal(
  work: Work,
  recording: Recording,
  id: string,
  { outcome, note, key }: { outcome: Outcome; note: string; key?: string | undefined },
): Promise<void> {
  const { row, again } = await moveSignal(work, recording.keyring, id, {
    act: 'close',
    by: 'follower',
    event: 'closed',
    words: note,
    key,
    change: () => ({ outcome }),
  })
  if (!again) await tellReporter(work, recording, row, 'signal-closed')
}
