import { forgetDraftsOf, forgetFiles } from '#capabilities/sharing/index.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { sharedKinds } from './sharing-kinds.ts'
import { claimEnded, eraseRows, putAwayRows } from './store-ending.ts'

/** Files per transaction, so that nobody waits for a large ending. */
const portion = 200

const hour = 3_600

/** Every day: what has no ground any more is put away, and what lay apart long enough goes. */
export const endFilesRound = (desk: Pick<ArrestDesk, 'lists'>): Round => ({
  name: 'end-police-files',
  first: hour / 4,
  every: 24 * hour,
  by: 'retention',
  purpose: 'maintenance',
  portion: (work) => endFilesInTime(work, desk),
})

/**
 * Of the organisation at work; answers whether there may be more. Nothing that ended is found by anybody after, and
 * with an erased file go the copies of its words that left it.
 */
export async function endFilesInTime(
  work: Work,
  { lists }: Pick<ArrestDesk, 'lists'>,
): Promise<boolean> {
  let more = false
  for (const { id: kind, years, from, apart } of lists.keeping) {
    const past = { kind, from, most: portion }
    const ended = await claimEnded(work, { ...past, years }, false)
    if (ended.length > 0) {
      await putAwayRows(work, idsOf(ended))
      await forgetDraftsOf(work, sharedKinds[kind], idsOf(ended))
    }
    for (const { id } of ended) work.audit({ act: `${kind}.put-away`, subject: id })
    const over = await claimEnded(work, { ...past, years: years + apart }, true)
    if (over.length > 0) {
      await eraseRows(work, idsOf(over))
      await forgetFiles(work, sharedKinds[kind], idsOf(over))
    }
    for (const { id } of over) work.audit({ act: `${kind}.erase`, subject: id })
    more ||= ended.length === portion || over.length === portion
  }
  return more
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id)
