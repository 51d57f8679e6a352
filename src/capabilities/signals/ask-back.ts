import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'

/** A coordinator asks the reporter something; the answer comes back into the same history. */
export async function askBack(
  work: Work,
  { keyring, tell }: Recording,
  id: string,
  question: string,
  key?: string,
): Promise<void> {
  const { row, again } = await moveSignal(work, keyring, id, {
    act: 'ask',
    by: 'follower',
    event: 'asked',
    words: question,
    key,
  })
  if (again) return
  await tell(work, { to: row.reported_by, template: 'question-asked', reference: row.reference })
}
