import { sendInOrder } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterDesk } from './desk.ts'
import { isAskedStill } from './round.ts'
import { insertEvent, listParties } from './round-store.ts'
import { findCorrection, findLetter, updatePutAway } from './store.ts'
import { withdrawParties } from './withdraw-parties.ts'

/** Puts a draft away: nobody writes in it, and whoever was asked about it is asked no more. It is kept, and can come back. */
export async function putAway(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  id: string,
): Promise<void> {
  const { personId } = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (row.state !== 'draft') refuse('conflict', 'letter-is-fixed')
  if (row.put_away_at !== null) return work.audit({ act: 'letter.put-away-again', subject: id })
  const { version } = row
  const asked = (await listParties(work, id)).filter(({ state }) => isAskedStill(state))
  const turns = await withdrawParties(work, id, asked, version)
  await updatePutAway(work, id, work.now.toString())
  await insertEvent(work, id, { kind: 'put-away', version, by_person: personId })
  work.audit({ act: 'letter.put-away', subject: id, details: { withdrawn: asked.length } })
  await sendInOrder(work, desk, turns)
}

/** A draft that was put away is written in again. Of a letter that is corrected there is one correction at a time. */
export async function putBack(work: Work, id: string): Promise<void> {
  const { personId } = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (row.put_away_at === null) return work.audit({ act: 'letter.put-back-again', subject: id })
  const { corrects, version } = row
  if (corrects !== null) {
    await findLetter(work, corrects, true)
    if (await findCorrection(work, corrects)) refuse('conflict', 'correction-was-begun')
  }
  await updatePutAway(work, id, null)
  await insertEvent(work, id, { kind: 'put-back', version, by_person: personId })
  work.audit({ act: 'letter.put-back', subject: id })
}
