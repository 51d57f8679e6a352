import { sql } from 'kysely'
import { dutchTimeZone } from '#platform/clock.ts'
import type { Work } from '#platform/work.ts'

export type CountedRow = {
  readonly quarter: string
  readonly arrested: number
  readonly within_six_hours: number
  readonly within_a_day: number
  readonly later: number
  readonly not_yet: number
  readonly fully: number
  readonly consultations: number
}

/** Counts per quarter, for quarters that begin between these days (ISO dates, the last one included). */
export async function countPerQuarter(
  work: Work,
  { from, until }: { from: string; until: string },
): Promise<readonly CountedRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedRow>`
    select quarter::text, count(*)::int as arrested,
      (count(*) filter (where first <= interval '6 hours'))::int as within_six_hours,
      (count(*) filter (where first > interval '6 hours' and first <= interval '24 hours'))::int as within_a_day,
      (count(*) filter (where first > interval '24 hours'))::int as later,
      (count(*) filter (where first is null))::int as not_yet,
      (count(*) filter (where fully))::int as fully,
      coalesce(sum(consultations), 0)::int as consultations
    from (
      select date_trunc('quarter', f.arrested_at at time zone ${dutchTimeZone})::date as quarter,
        (select min(l.looked_at) from police_file_look l
          where l.organisation_id = ${organisation} and l.file_id = f.id) - f.arrested_at as first,
        exists (select from police_file_look l
          where l.organisation_id = ${organisation} and l.file_id = f.id and l.part = 'full') as fully,
        (select count(*) from police_file_note n
          where n.organisation_id = ${organisation} and n.file_id = f.id and n.withdrawn_at is null
            and n.kind = 'contact' and n.code = 'expert-group') as consultations
      from police_file f
      where f.organisation_id = ${organisation} and f.kind = 'arrest' and f.age_group in ('under-12', '12-17')
    ) files
    where quarter between ${from}::date and ${until}::date
    group by quarter`.execute(work.db)
  return rows
}
