import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'

/** A correction is an addition: what was written first stays as it was. */
export async function addToSignal(
  work: Work,
  { keyring, tell }: Recording,
  id: string,
  addition: string,
  key?: string,
): Promise<void> {
  const { row, again } = await moveSignal(work, keyring, id, {
    act: 'add',
    by: 'reporter',
    event: 'added',
    words: addition,
    key,
  })
  if (row.taken_up_by && !again) {
    await tell(work, { to: row.taken_up_by, template: 'signal-added-to', reference: row.reference })
  }
}
