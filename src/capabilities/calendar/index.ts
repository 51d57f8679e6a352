import type { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Work } from '#platform/work.ts'
import { loadDaysOff } from './load-days-off.ts'
import { calendarRoutes, type RouteParts } from './routes.ts'
import { type SchoolCalendar, schoolCalendarOf } from './school-calendar.ts'
import { listClosedPeriods } from './store.ts'

export { mayKeepCalendar } from './access.ts'
export type { Period } from './closed-period.ts'
export { loadDaysOff } from './load-days-off.ts'
export { calendarNavigation } from './navigation.ts'
export { daysOffPath } from './pages.ts'
export { type SchoolCalendar, schoolCalendarOf } from './school-calendar.ts'

/** The school days of the organisation that this Work acts for, as its closed periods stand now. */
export type ReadCalendar = (work: Work) => Promise<SchoolCalendar>

export type Calendar = {
  readonly schoolCalendar: ReadCalendar
  /** where an organisation says when it is closed */
  readonly routes: Hono<HouseEnv>
}

/**
 * Reads knowledge/clocks/days-off.yaml once. The closed periods are read again with every Work: one
 * small query, so that what a colleague enters counts at once on every server. Writes no trail entry:
 * when a school is closed is about nobody.
 */
export function openCalendar(parts: RouteParts & { readonly knowledgeFolder: string }): Calendar {
  return { schoolCalendar: calendarReader(parts.knowledgeFolder), routes: calendarRoutes(parts) }
}

export function calendarReader(knowledgeFolder: string): ReadCalendar {
  const daysOff = loadDaysOff(knowledgeFolder)
  return async (work) => schoolCalendarOf(daysOff, await listClosedPeriods(work))
}
