import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { waveIn } from './get-wave.ts'
import { deleteDrafts } from './intake-store.ts'
import { forgetAddresses } from './invitation-store.ts'
import { deleteLettersTo } from './letter-store.ts'
import { listWaves, updateWave } from './wave-store.ts'

/** No answer is taken any more. What was not finished, addresses and letters on their way go. */
export async function closeWave(work: Work, id: string): Promise<void> {
  researcher(work)
  await close(work, id)
  work.audit({ act: 'survey.close', subject: id })
}

/** The same by itself, for waves whose last day is over. */
export async function closeInTime(work: Work): Promise<boolean> {
  const today = dutchDay(work.now)
  for (const { id, state, closes_on } of await listWaves(work)) {
    if (state !== 'open' || closes_on >= today) continue
    await close(work, id)
    work.audit({ act: 'survey.close', subject: id })
  }
  return false
}

async function close(work: Work, id: string): Promise<void> {
  await waveIn(work, id, 'open')
  await deleteDrafts(work, id)
  await deleteLettersTo(work, id)
  await forgetAddresses(work, id)
  await updateWave(work, id, { state: 'closed', closed_on: dutchDay(work.now) })
}
