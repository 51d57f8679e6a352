import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { keeper } from './access.ts'
import { type ClosedPeriod, fits } from './closed-period.ts'
import { deleteClosedPeriod, insertClosedPeriod, listClosedPeriods } from './store.ts'

export type Added =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: string; readonly because: string }

/** For who keeps them: every period that still counts, by date. */
export async function readClosedPeriods(work: Work): Promise<readonly ClosedPeriod[]> {
  keeper(work.actor)
  const periods = await listClosedPeriods(work)
  work.audit({ act: 'calendar.read', details: { count: periods.length } })
  return periods
}

/**
 * From now on these days do not count. Terms that were set keep the day they were given. Two colleagues
 * who add the same days in one instant both succeed: a day that is free twice is free.
 */
export async function addClosedPeriod(work: Work, period: ClosedPeriod): Promise<Added> {
  keeper(work.actor)
  const periods = await listClosedPeriods(work)
  const others = periods.filter(({ id }) => id !== period.id)
  const fit = fits(period, { others, today: dutchDay(work.now) })
  if (!fit.ok) {
    work.audit({ act: 'calendar.closed-period-refused', details: { because: fit.because } })
    return fit
  }
  const isNew = await insertClosedPeriod(work, period)
  work.audit({
    act: isNew ? 'calendar.closed-period-add' : 'calendar.closed-period-add-again',
    subject: period.id,
    details: { from: period.from, until: period.until },
  })
  return { ok: true }
}

/** Removing what a colleague removed just now is done too. */
export async function removeClosedPeriod(work: Work, id: string): Promise<void> {
  keeper(work.actor)
  const removed = await deleteClosedPeriod(work, id)
  const act = removed ? 'calendar.closed-period-remove' : 'calendar.closed-period-remove-again'
  work.audit({ act, subject: id })
}
