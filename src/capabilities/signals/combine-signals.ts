import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { pageSize } from './list-signals.ts'
import { moveSignal } from './move-signal.ts'
import { findVisible } from './read-signal.ts'
import type { Recording } from './recording.ts'
import { insertCombination } from './store.ts'

/**
 * A person says that these signals are about the same pupil. Nothing ever does so by itself. A
 * signal that was in a combination brings the others of that combination along only if it is chosen
 * too: what was not looked at is not moved.
 */
export async function combineSignals(
  work: Work,
  { keyring }: Recording,
  ids: readonly string[],
): Promise<void> {
  const chosen = [...new Set(ids)].sort()
  if (chosen.length < 2) refuse('invalid', 'choose-two-signals')
  if (chosen.length > pageSize) refuse('invalid', 'too-many-signals')
  const rows = []
  // Locked in one order, so that two people who combine at once wait for each other.
  for (const id of chosen) rows.push((await findVisible(work, id, true)).row)
  if (rows.some((row) => row.about !== 'pupil')) refuse('invalid', 'only-about-a-pupil')
  const { actor } = await findVisible(work, chosen[0] ?? '')
  const combination = await insertCombination(work, actor)
  for (const id of chosen) {
    await moveSignal(work, keyring, id, {
      act: 'combine',
      by: 'follower',
      event: 'combined',
      change: () => ({ combination_id: combination }),
    })
  }
}

/** Takes one signal out of its combination again. */
export async function separateSignal(
  work: Work,
  { keyring }: Recording,
  id: string,
): Promise<void> {
  await moveSignal(work, keyring, id, {
    act: 'separate',
    by: 'follower',
    event: 'separated',
    change: () => ({ combination_id: null }),
  })
}
