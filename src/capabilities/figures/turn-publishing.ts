import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { publisher } from './access.ts'
import { publishedSince } from './period.ts'
import { endPublishing, findPublishing, listMinistries, upsertPublishing } from './store.ts'

/**
 * From now on the organisation publishes its counts, to this ministry. One that it published to before stays the one: the
 * same young people are never counted at two. Refuses `invalid: no-ministry` and `conflict: other-ministry`.
 */
export async function turnPublishingOn(work: Work, ministryId: string): Promise<void> {
  const { personId } = publisher(work)
  const ministries = await listMinistries(work)
  if (!ministries.some(({ id }) => id === ministryId)) refuse('invalid', 'no-ministry')
  const before = await findPublishing(work)
  if (before && before.ministry_id !== ministryId) refuse('conflict', 'other-ministry')
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
