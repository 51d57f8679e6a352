import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { publisher } from './access.ts'
import { publishedSince } from './period.ts'
import {
  endPublishing,
  findPublishing,
  listMinistries,
  type PublishingRow,
  upsertPublishing,
  wasTaken,
} from './store.ts'

/**
 * To which ministries the organisation may publish, by name: the one that makes national figures here, or any where none
 * does (it may be on another server). One that took what was published stays the one: the same young people are never
 * counted at two.
 */
export async function listMinistriesToChoose(work: Work, publishing: PublishingRow | undefined) {
  const all = await listMinistries(work)
  if (publishing && (await wasTaken(work))) {
    return all.filter(({ id }) => id === publishing.ministry_id)
  }
  const national = all.filter((one) => one.makes_national_figures)
  return national.length > 0 ? national : all
}

/**
 * From now on the organisation publishes its counts, to this ministry. Refuses `invalid: no-ministry` and
 * `conflict: other-ministry`.
 */
export async function turnPublishingOn(work: Work, ministryId: string): Promise<void> {
  const { personId } = publisher(work)
  const before = await findPublishing(work)
  const isTaken = before !== undefined && (await wasTaken(work))
  if (isTaken && before.ministry_id !== ministryId) refuse('conflict', 'other-ministry')
  const ministries = await listMinistriesToChoose(work, before)
  if (!ministries.some(({ id }) => id === ministryId)) refuse('invalid', 'no-ministry')
  const since = publishedSince(dutchDay(work.now))
  await upsertPublishing(work, { ministryId, since, by: personId })
  work.audit({ act: 'figures.turn-on', details: { to: ministryId } })
}

/** Nothing more is published. What was, stays what was told. */
export async function turnPublishingOff(work: Work): Promise<void> {
  publisher(work)
  const was = await endPublishing(work)
  work.audit({ act: was ? 'figures.turn-off' : 'figures.turn-off-again' })
}
