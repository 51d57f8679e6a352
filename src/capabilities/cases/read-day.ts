import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { clocks, lastDueDay, type TaskClock } from './case-file.ts'
import { openCaseKey, places } from './case-words.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import { caseWorker } from './find-case.ts'
import { type DayPlace, listDay } from './store-tasks.ts'

export type DayLine = {
  readonly id: string
  readonly caseId: string
  readonly code: string
  readonly title: string
  readonly ownerId: string
  readonly dueOn: string
  /** where it is done in one click; nothing: at the task itself */
  readonly place: string | undefined
}

/** What is due by one kind of term, by date. */
export type DayPart = {
  readonly clock: TaskClock
  readonly lines: readonly DayLine[]
  readonly next: DayPlace | undefined
}

export type ReadDay = {
  readonly today: string
  /** the last day of the span, included */
  readonly until: string
  readonly parts: readonly DayPart[]
  readonly names: ReadonlyMap<string, string>
}

export const spans = ['today', 'week', 'later'] as const
export type Span = (typeof spans)[number]

/** Lines per kind of term on one page. */
const linesPerClock = 50

/**
 * What this person has to do, and what is to be done in the cases that they coordinate: by kind of term,
 * then by date. "Today" holds what is late as well. Nothing of what is in a case changes the order.
 */
export async function readDay(
  work: Work,
  desk: CaseDesk,
  { span, more }: { span: Span; more?: { clock: TaskClock; after: DayPlace } | undefined },
): Promise<ReadDay> {
  const actor = caseWorker(work)
  const today = dutchDay(work.now)
  const { from, until } = boundsOf(span, Temporal.PlainDate.from(today))
  const asked = more ? [more.clock] : clocks
  // Asked in one packet; the answers keep the order of asking.
  const read = async (clock: TaskClock): Promise<DayPart> => {
    const rows = await listDay(work, actor.personId, {
      clock,
      from,
      until,
      after: more?.after,
      limit: linesPerClock + 1,
    })
    const lines = await Promise.all(
      rows.slice(0, linesPerClock).map(async (row): Promise<DayLine> => {
        const { case_id: caseId, content_key } = row
        const key = await openCaseKey(work, desk.keyring, { id: caseId, content_key })
        return {
          id: row.id,
          caseId,
          code: row.code,
          title: key.open<{ title: string }>(places.task(row.id), row.content).title,
          ownerId: row.owner_id,
          dueOn: row.due_on,
          place: row.place ?? undefined,
        }
      }),
    )
    const last = rows.length > linesPerClock ? lines.at(-1) : undefined
    return { clock, lines, next: last && { dueOn: last.dueOn, id: last.id } }
  }
  const parts = await Promise.all(asked.map(read))
  work.audit({
    act: 'case.read-day',
    details: { span, count: parts.reduce((sum, { lines }) => sum + lines.length, 0) },
  })
  const owners = parts.flatMap(({ lines }) => lines.map((one) => one.ownerId))
  return { today, until, parts, names: await namesFor(work, desk, owners) }
}

/** ISO dates, included. The week is today and what follows until Sunday. */
export function boundsOf(
  span: Span,
  today: Temporal.PlainDate,
): { from: string | undefined; until: string } {
  const tomorrow = today.add({ days: 1 })
  const sunday = today.add({ days: 7 - today.dayOfWeek })
  if (span === 'today') return { from: undefined, until: today.toString() }
  if (span === 'week') return { from: tomorrow.toString(), until: sunday.toString() }
  return {
    from: sunday.add({ days: 1 }).toString(),
    until: lastDueDay(today.toString()),
  }
}
