import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import { lookBefore } from './signal-term.ts'
import { tellWhoWaits } from './tell-who-waits.ts'

/** A correction is an addition: what was written first stays as it was. */
export async function addToSignal(
  work: Work,
  recording: Recording,
  id: string,
  addition: string,
  key?: string,
): Promise<void> {
  const calendar = await recording.schoolCalendar(work)
  const { row, again } = await moveSignal(work, recording.keyring, id, {
    act: 'add',
    by: 'reporter',
    event: 'added',
    words: addition,
    key,
    // Opened again: a new look, by whoever takes it up, within a term of its own.
    change: ({ state, danger }) =>
      state === 'closed'
        ? {
            taken_up_by: null,
            look_before: lookBefore(work.now, danger, recording.firstLook, calendar).toString(),
          }
        : {},
  })
  if (!again) await tellWhoWaits(work, recording, row, 'signal-added-to')
}
