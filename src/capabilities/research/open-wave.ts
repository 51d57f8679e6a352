import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { halfFits, keyOf, makeHalf } from './envelope.ts'
import { waveIn } from './get-wave.ts'
import { updateWave } from './wave-store.ts'
import type { WaveRow } from './wave-tables.ts'

/** Whose half is whose: `first` is made first, and the second is built on it. */
export type Place = 'first' | 'second'

/**
 * Makes the half of somebody who will keep it: it is answered here, once, and kept nowhere. Two people make one each,
 * so that nobody ever has both. Until the wave is open a keeper can make theirs again; a new first half makes an end of
 * the second, which was built on the one before.
 */
export async function makeOwnHalf(
  work: Work,
  id: string,
): Promise<{ readonly place: Place; readonly half: string }> {
  const actor = researcher(work)
  const wave = await waveIn(work, id, 'drawn')
  const isFirst = wave.first_key === null || wave.first_keeper === actor.personId
  const isTaken = wave.second_keeper !== null && wave.second_keeper !== actor.personId
  if (!isFirst && isTaken) return refuse('conflict', 'two-keepers-already')
  const { half, publicKey } = makeHalf(isFirst ? undefined : (wave.first_key ?? undefined))
  await updateWave(
    work,
    id,
    isFirst
      ? {
          ...{ first_key: publicKey, first_keeper: actor.personId, first_checked: false },
          ...{ public_key: null, second_keeper: null, second_checked: false },
        }
      : { public_key: publicKey, second_keeper: actor.personId, second_checked: false },
  )
  const place = isFirst ? 'first' : 'second'
  work.audit({ act: 'survey.make-half', subject: id, details: { place } })
  return { place, half }
}

export type CheckedHalf = 'does-not-fit' | 'waits' | 'open'

/**
 * A keeper types their half back: one that was copied wrongly would cost every answer. When both halves were, the wave
 * is open for answers.
 */
export async function checkOwnHalf(work: Work, id: string, typed: string): Promise<CheckedHalf> {
  const actor = researcher(work)
  const wave = await waveIn(work, id, 'drawn')
  const place = placeOf(wave, actor) ?? refuse('conflict', 'not-a-keeper')
  const made = place === 'first' ? wave.first_key : wave.public_key
  const before = place === 'first' ? undefined : (wave.first_key ?? undefined)
  if (!made || !halfFits(typed, made, before)) {
    work.audit({ act: 'survey.check-half', subject: id, details: { place, refused: 'key' } })
    return 'does-not-fit'
  }
  const isOther = place === 'first' ? wave.second_checked : wave.first_checked
  await updateWave(work, id, {
    ...(place === 'first' ? { first_checked: true } : { second_checked: true }),
    ...(isOther ? { state: 'open' as const, opened_on: dutchDay(work.now) } : {}),
  })
  work.audit({ act: 'survey.check-half', subject: id, details: { place } })
  if (!isOther) return 'waits'
  work.audit({ act: 'survey.open', subject: id })
  return 'open'
}

export const placeOf = (
  { first_keeper, second_keeper }: Pick<WaveRow, 'first_keeper' | 'second_keeper'>,
  { personId }: PersonActor,
): Place | undefined =>
  first_keeper === personId ? 'first' : second_keeper === personId ? 'second' : undefined

/** Opens an invented wave, of which both halves are in one hand. */
export async function openInvented(
  work: Work,
  id: string,
  halves: readonly [string, string],
): Promise<void> {
  researcher(work)
  await waveIn(work, id, 'drawn')
  const opened_on = dutchDay(work.now)
  await updateWave(work, id, { public_key: keyOf(halves), state: 'open', opened_on })
  work.audit({ act: 'survey.open', subject: id })
}
