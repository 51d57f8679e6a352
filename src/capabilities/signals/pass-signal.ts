import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './keep-draft.ts'
import { moveSignal } from './move-signal.ts'
import type { Recording } from './recording.ts'
import { findChoices } from './store-circle.ts'
import { tellReporter } from './tell-reporter.ts'

/** Hands a signal to the right colleague, who takes it up anew within the same term; the reporter hears of it. */
export async function passSignal(
  work: Work,
  recording: Recording,
  id: string,
  { colleagueId, note, key }: { colleagueId: string; note: string; key?: string | undefined },
): Promise<void> {
  const { row, again } = await moveSignal(work, recording.keyring, id, {
    act: 'pass',
    by: 'follower',
    event: 'passed',
    words: note,
    key,
    toPerson: colleagueId,
    // Only whoever may pass this signal on learns who can be chosen.
    ready: async () => {
      const choices = await findChoices(work, writer(work).personId, colleagueId)
      if (!choices.includes('one-colleague')) refuse('invalid', 'no-such-colleague')
    },
    change: () => ({ assigned_to: colleagueId, taken_up_by: null }),
  })
  if (again) return
  const { reference, reported_by: reporter } = row
  await recording.tell(work, { to: colleagueId, template: 'signal-passed', reference })
  if (reporter !== colleagueId && reporter !== writer(work).personId) {
    await tellReporter(work, recording, row, 'own-signal-passed')
  }
}
