import { sql } from 'kysely'
import { dutchTimeZone } from '#platform/clock.ts'
import {
  type CountedRow,
  type CountPeriod,
  dayIn,
  momentIn,
  startOf,
} from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'

/**
 * Signals about a pupil that were recorded in the period and not withdrawn before it was over, by the category of what
 * was observed (the first three letters of its code): once in each.
 */
export async function countByCategory(
  work: Work,
  period: CountPeriod,
): Promise<readonly CountedRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedRow>`
    select left(o.code, 3) as code, count(distinct s.id)::int as count
    from signal s join signal_observation o
      on o.organisation_id = s.organisation_id and o.signal_id = s.id and o.answer = 'observed'
    where s.organisation_id = ${organisation} and s.about = 'pupil' and ${momentIn('s.recorded_at', period)}
      and not exists (
        select from signal_event e where e.organisation_id = ${organisation} and e.signal_id = s.id
          and e.kind = 'withdrawn' and e.happened_at < ${startOf(period.until)})
    group by 1`.execute(work.db)
  return rows
}

/**
 * Signals whose last day to look fell in the period and that were not withdrawn by then, by whether somebody did
 * something with them in time. Saying more about one, or withdrawing it, is not looking.
 */
export async function countLookedAt(
  work: Work,
  period: CountPeriod,
): Promise<readonly CountedRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedRow>`
    select case when looked then 'in-time' else 'not-in-time' end as code, count(*)::int as count
    from (
      select exists (
          select from signal_event e where e.organisation_id = ${organisation} and e.signal_id = s.id
            and e.kind in ('taken-up', 'asked', 'passed', 'combined', 'closed') and e.happened_at < s.ends) as looked
      from (
        select id, (look_before + 1)::timestamp at time zone ${dutchTimeZone} as ends from signal
        where organisation_id = ${organisation} and ${dayIn('look_before', period)}
      ) s
      where not exists (
        select from signal_event e where e.organisation_id = ${organisation} and e.signal_id = s.id
          and e.kind = 'withdrawn' and e.happened_at < s.ends)
    ) looks
    group by 1`.execute(work.db)
  return rows
}
