import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { type Counted, quartersBefore, type Safe, safe } from './figures.ts'
import { arrestWorker } from './find-file.ts'
import { type CountedRow, countPerQuarter } from './store-figures.ts'

/** Two years. */
const shown = 8

/** What the unit may know of its own work: numbers per quarter that is over, never persons. */
export async function readFigures(work: Work): Promise<readonly Safe[]> {
  arrestWorker(work)
  const quarters = quartersBefore(dutchDay(work.now), shown)
  const [last = '', first = ''] = [quarters[0], quarters.at(-1)]
  const counted = await countPerQuarter(work, { from: first, until: last })
  work.audit({ act: 'arrest.figures' })
  return quarters.map((quarter) => {
    const row = counted.find((one) => one.quarter === quarter)
    return safe({
      quarter,
      arrested: row?.arrested ?? 0,
      ageUnknown: row?.age_unknown ?? 0,
      looked: looksOf(row?.looked),
      certified: looksOf(row?.certified),
      consultations: row?.consultations ?? 0,
    })
  })
}

const looksOf = (counts: CountedRow['looked'] | undefined): Counted['looked'] => ({
  'within-six-hours': counts?.within_six_hours ?? 0,
  'within-a-day': counts?.within_a_day ?? 0,
  later: counts?.later ?? 0,
  'not-yet': counts?.not_yet ?? 0,
})
