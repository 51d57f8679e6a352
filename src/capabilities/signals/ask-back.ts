import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import { tellReporter } from './tell-reporter.ts'

/** A coordinator asks the reporter something; the answer comes back into the same history. */
export async function askBack(
  work: Work,
  recording: Recording,
  id: string,
  question: string,
  key?: string,
): Promise<void> {
  const { row, again } = await moveSignal(work, recording.keyring, id, {
    act: 'ask',
    by: 'follower',
    event: 'asked',
    words: question,
    key,
  })
  if (!again) await tellReporter(work, recording, row, 'question-asked')
}
