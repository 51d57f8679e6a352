import { dutchDay } from '#platform/dates.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import type { FiguresDesk } from './desk.ts'
import { periodsToCount } from './period.ts'
import { countNow, sendCounts } from './send-counts.ts'
import { findPublishing, kindAtWork, listCounted } from './store.ts'

/**
 * Publishes what the organisation at work did not publish yet of the periods that are over. Doing it again does
 * nothing: what stands in its rows was sent with them.
 */
export async function publishCounts(work: Work, desk: FiguresDesk): Promise<void> {
  const publishing = await findPublishing(work)
  if (!publishing || publishing.turned_off_at) return
  const kind = await kindAtWork(work)
  if (!kind) return
  const { ministry_id: ministryId, since } = publishing
  const counted = new Map(
    (await listCounted(work, ministryId)).map((one) => [`${one.definition} ${one.period}`, one]),
  )
  for (const definition of desk.definitions.of(kind)) {
    for (const period of periodsToCount(definition.period, since, dutchDay(work.now))) {
      const was = counted.get(`${definition.id} ${period.code}`)
      if (was?.stands) continue
      const cells = await countNow(work, desk, definition, period)
      const number = (was?.number ?? 0) + 1
      await sendCounts(work, desk, { definition, period, number, cells, ministryId, by: null })
    }
  }
}

/** At every organisation; those that do not publish are asked one small question. */
export const publishRound = (desk: FiguresDesk): Round => ({
  name: 'figures-publish',
  first: 40,
  every: 3_600,
  by: 'figures',
  purpose: 'tell-figures',
  async portion(work) {
    await publishCounts(work, desk)
    return false
  },
})
