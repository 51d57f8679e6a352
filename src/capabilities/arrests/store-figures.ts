import { sql } from 'kysely'
import { dutchTimeZone } from '#platform/clock.ts'
import {
  type CountedRow as CountedCodeRow,
  type CountPeriod,
  momentIn,
  startOf,
} from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'

type LookCounts = {
  readonly within_six_hours: number
  readonly within_a_day: number
  readonly later: number
  readonly not_yet: number
}

export type CountedRow = {
  readonly quarter: string
  readonly arrested: number
  readonly age_unknown: number
  readonly looked: LookCounts
  readonly certified: LookCounts
  readonly consultations: number
}

/** How soon after the arrest, of a column that holds that time or nothing; as one object. */
const countsBy = (column: string) => {
  const time = sql.ref(column)
  return sql<LookCounts>`json_build_object(
    'within_six_hours', count(*) filter (where ${time} <= interval '6 hours'),
    'within_a_day', count(*) filter (where ${time} > interval '6 hours' and ${time} <= interval '24 hours'),
    'later', count(*) filter (where ${time} > interval '24 hours'),
    'not_yet', count(*) filter (where ${time} is null))`
}

/** Counts per quarter, for quarters that begin between these days (ISO dates, the last one included). */
export async function countPerQuarter(
  work: Work,
  { from, until }: { from: string; until: string },
): Promise<readonly CountedRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedRow>`
    select quarter::text, count(*)::int as arrested,
      (count(*) filter (where age_group = 'unknown'))::int as age_unknown,
      ${countsBy('first_look')} as looked, ${countsBy('certified_look')} as certified,
      coalesce(sum(consultations), 0)::int as consultations
    from (
      select date_trunc('quarter', f.arrested_at at time zone ${dutchTimeZone})::date as quarter, f.age_group,
        (select min(l.looked_at) from police_file_look l
          where l.organisation_id = ${organisation} and l.file_id = f.id) - f.arrested_at as first_look,
        (select min(l.looked_at) from police_file_look l
          where l.organisation_id = ${organisation} and l.file_id = f.id and l.part = 'full')
          - f.arrested_at as certified_look,
        (select count(*) from police_file_note n
          where n.organisation_id = ${organisation} and n.file_id = f.id and n.withdrawn_at is null
            and n.kind = 'contact' and n.code = 'expert-group') as consultations
      from police_file f
      where f.organisation_id = ${organisation} and f.kind = 'arrest' and f.age_group in ('under-12', '12-17', 'unknown')
    ) files
    where quarter between ${from}::date and ${until}::date
    group by quarter`.execute(work.db)
  return rows
}

/** Minors, and those of unknown age, arrested in a period: by how soon somebody looked, until it was over. */
export async function countLooksIn(
  work: Work,
  period: CountPeriod,
): Promise<readonly CountedCodeRow[]> {
  const organisation = work.actor.organisationId
  const { rows } = await sql<CountedCodeRow>`
    select case when first_look is null then 'not-yet' when first_look <= interval '6 hours' then 'within-six-hours'
      when first_look <= interval '24 hours' then 'within-a-day' else 'later' end as code, count(*)::int as count
    from (
      select (select min(l.looked_at) from police_file_look l
        where l.organisation_id = ${organisation} and l.file_id = f.id
          and l.looked_at < ${startOf(period.until)}) - f.arrested_at as first_look
      from police_file f
      where f.organisation_id = ${organisation} and f.kind = 'arrest'
        and f.age_group in ('under-12', '12-17', 'unknown') and ${momentIn('f.arrested_at', period)}
    ) files
    group by 1`.execute(work.db)
  return rows
}
