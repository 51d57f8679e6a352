import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import { tellWhoWaits } from './tell-who-waits.ts'

/** The reporter answers; whoever asked hears of it, and whoever took the signal up. */
export async function answerQuestion(
  work: Work,
  recording: Recording,
  id: string,
  answer: string,
  key?: string,
): Promise<void> {
  const { row, again } = await moveSignal(work, recording.keyring, id, {
    act: 'answer',
    by: 'reporter',
    event: 'answered',
    words: answer,
    key,
  })
  if (!again) await tellWhoWaits(work, recording, row, 'question-answered')
}
