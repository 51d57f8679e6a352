import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'

/** A coordinator starts on a signal; from now on it can no longer be withdrawn. */
export async function takeUpSignal(work: Work, { keyring }: Recording, id: string): Promise<void> {
  await moveSignal(work, keyring, id, {
    act: 'take-up',
    by: 'follower',
    event: 'taken-up',
    change: (_, actor) => ({ taken_up_by: actor.personId, assigned_to: actor.personId }),
  })
}
