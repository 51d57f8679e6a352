import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'

/** The reporter answers; whoever had taken the signal up hears of it. */
export async function answerQuestion(
  work: Work,
  { keyring, tell }: Recording,
  id: string,
  answer: string,
  key?: string,
): Promise<void> {
  const { row, again } = await moveSignal(work, keyring, id, {
    act: 'answer',
    by: 'reporter',
    event: 'answered',
    words: answer,
    key,
  })
  if (row.taken_up_by && !again) {
    await tell(work, {
      to: row.taken_up_by,
      template: 'question-answered',
      reference: row.reference,
    })
  }
}
