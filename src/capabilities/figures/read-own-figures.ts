import { dutchDay, dutchDayOf } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { publisher } from './access.ts'
import { openCount } from './count-words.ts'
import type { Counts } from './counts-message.ts'
import type { Definition } from './definition.ts'
import type { FiguresDesk } from './desk.ts'
import {
  mayBeCorrected,
  nextCountOf,
  periodFrom,
  periodsToCount,
  publishedSince,
} from './period.ts'
import { countNow } from './send-counts.ts'
import { findPublishing, listCounted, listCounts, type PublishingRow } from './store.ts'
import type { CountState } from './tables.ts'
import { listMinistriesToChoose } from './turn-publishing.ts'

export type OwnCount = {
  readonly definition: Definition
  readonly period: string
  readonly cells: Counts['cells']
}

export type SentCount = OwnCount & {
  readonly number: number
  /** ISO day */
  readonly countedOn: string
  readonly state: CountState
  readonly because: string | undefined
  /** the last one, of a period that is not too long ago */
  readonly mayCountAgain: boolean
}

export type OwnFigures = {
  readonly publishing: PublishingRow | undefined
  /** those that can be chosen */
  readonly ministries: readonly { readonly id: string; readonly name: string }[]
  readonly sent: readonly SentCount[]
  /** what would leave now, or leaves with the next round */
  readonly next: readonly OwnCount[]
  /** ISO day on which the next period is counted that is not over, or not long enough, today */
  readonly following: string | undefined
}

/** Exactly what the organisation published, and what it would publish; for who answers for it, and nobody else. */
export async function readOwnFigures(work: Work, desk: FiguresDesk): Promise<OwnFigures> {
  const { organisationKind } = publisher(work)
  const today = dutchDay(work.now)
  const publishing = await findPublishing(work)
  const sent: SentCount[] = []
  const rows = await listCounts(work)
  for (const [nth, row] of rows.entries()) {
    const definition = desk.definitions.find(row.definition)
    const period = periodFrom(row.period)
    if (!definition || !period) continue
    const follows = rows[nth + 1]
    const isLast = follows?.definition !== row.definition || follows.period !== row.period
    sent.push({
      definition,
      period: row.period,
      cells: await openCount(work, desk.keyring, row),
      number: row.number,
      countedOn: dutchDayOf(row.counted_at),
      state: row.state,
      because: row.refused_because ?? undefined,
      mayCountAgain: isLast && publishing?.turned_off_at === null && mayBeCorrected(period, today),
    })
  }
  const counted = publishing ? await listCounted(work, publishing.ministry_id) : []
  const known = new Set(
    counted.flatMap((one) => (one.stands ? [`${one.definition} ${one.period}`] : [])),
  )
  const since = publishing?.since ?? publishedSince(today)
  const next: OwnCount[] = []
  for (const definition of desk.definitions.of(organisationKind)) {
    for (const period of periodsToCount(definition.period, since, today)) {
      if (known.has(`${definition.id} ${period.code}`)) continue
      const cells = await countNow(work, desk, definition, period)
      next.push({ definition, period: period.code, cells })
    }
  }
  work.audit({ act: 'figures.read-own', details: { sent: sent.length, next: next.length } })
  const lengths = new Set(desk.definitions.of(organisationKind).map(({ period }) => period))
  const [following] = [...lengths].map((length) => nextCountOf(length, today)).sort()
  const ministries = await listMinistriesToChoose(work, publishing)
  return { publishing, ministries, sent, next, following }
}
