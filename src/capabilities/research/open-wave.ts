import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { joinHalves, makeWaveKey } from './envelope.ts'
import { waveIn } from './get-wave.ts'
import { updateWave } from './wave-store.ts'

/**
 * Makes the key of a wave: the halves are answered here, once, and kept nowhere. Until the wave is open another key
 * can be made; then the halves before it open nothing.
 */
export async function makeKey(work: Work, id: string): Promise<readonly [string, string]> {
  researcher(work)
  await waveIn(work, id, 'drawn')
  const { publicKey, halves } = makeWaveKey()
  await updateWave(work, id, { public_key: publicKey })
  work.audit({ act: 'survey.make-key', subject: id })
  return halves
}

/**
 * Opens a wave for answers. Both keepers type their half first: a half that was copied wrongly would cost every
 * answer. False when they do not fit.
 */
export async function openWave(
  work: Work,
  id: string,
  halves: readonly [string, string],
): Promise<boolean> {
  researcher(work)
  const { public_key } = await waveIn(work, id, 'drawn')
  const fit = public_key !== null && joinHalves(halves, public_key) !== undefined
  if (fit) await updateWave(work, id, { state: 'open', opened_on: dutchDay(work.now) })
  work.audit({ act: 'survey.open', subject: id, ...(fit ? {} : { details: { refused: 'key' } }) })
  return fit
}
