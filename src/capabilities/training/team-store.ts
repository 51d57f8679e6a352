import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { type CountPeriod, dayIn } from '#platform/count-source.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

/** Works here now, and not only in administration or oversight: they meet no pupils. */
const atWork = sql<boolean>`m.active and not (m.roles <@ '{administrator,privacy-officer}'::text[])`

export async function countPeople(work: Work): Promise<number> {
  const row = await tables(work)
    .selectFrom('membership as m')
    .select(sql<string>`count(*)`.as('people'))
    .where('m.organisation_id', '=', work.actor.organisationId)
    .where(atWork)
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

type Counted = { readonly story: string | null; readonly completed: number; readonly fresh: number }

/** People per story, never who: how many ever read it, and how many within the term. Without a story: any of them. */
export async function countReaders(
  work: Work,
  { months, today }: { readonly months: number; readonly today: string },
): Promise<readonly Counted[]> {
  const { rows } = await sql<{ story: string | null; completed: string; fresh: string }>`
    select c.story, count(distinct c.person_id) as completed,
      count(distinct c.person_id)
        filter (where c.completed_on + make_interval(months => ${months}) > ${today}::date) as fresh
    from training_completion c
    join membership m on m.organisation_id = c.organisation_id and m.person_id = c.person_id
    where c.organisation_id = ${work.actor.organisationId} and ${atWork}
    group by grouping sets ((c.story), ())`.execute(work.db)
  return rows.map(({ story, completed, fresh }) => ({
    story,
    completed: Number(completed),
    fresh: Number(fresh),
  }))
}

/** Who should still read this story, or read it again: for a mail to each, never for a page. */
export async function listStillToRead(
  work: Work,
  story: string,
  { months, today }: { readonly months: number; readonly today: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select m.person_id from membership m
    where m.organisation_id = ${work.actor.organisationId} and ${atWork}
      and not exists (
        select from training_completion c
        where c.organisation_id = m.organisation_id and c.person_id = m.person_id
          and c.story = ${story}
          and c.completed_on + make_interval(months => ${months}) > ${today}::date)`.execute(
    work.db,
  )
  return rows.map(({ person_id }) => person_id)
}

/** The last day on which people were invited, by story. */
export async function listInvitedOn(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(work)
    .selectFrom('training_invitation')
    .select(['story', sql<string>`max(invited_on)`.as('last')])
    .where('organisation_id', '=', work.actor.organisationId)
    .groupBy('story')
    .execute()
  return new Map(rows.map(({ story, last }) => [story, last]))
}

/** Answers whether it was not done today already. */
export async function insertInvitation(
  work: Work,
  { organisationId, personId }: PersonActor,
  { story, today }: { readonly story: string; readonly today: string },
): Promise<boolean> {
  const made = await tables(work)
    .insertInto('training_invitation')
    .values({
      organisation_id: organisationId,
      id: newId(),
      story,
      invited_on: today,
      invited_by: personId,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'story', 'invited_on']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const upsertTerm = (work: Work, actor: PersonActor, months: number) => {
  const set = { months, set_by: actor.personId, set_at: work.now.toString() }
  return tables(work)
    .insertInto('training_term')
    .values({ organisation_id: actor.organisationId, ...set })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(set))
    .execute()
}

/**
 * Marks the last readings whose term ran out of up to `most` people, and answers whose they are. All readings of
 * one person are marked at once, and each once: who does it at the same moment waits, and finds them marked.
 */
export async function claimOutOfTerm(
  work: Work,
  { months, today, most }: { months: number; today: string; most: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with late as (
      select c.organisation_id, c.id, c.person_id from training_completion c
      join membership m on m.organisation_id = c.organisation_id and m.person_id = c.person_id
      where c.organisation_id = ${work.actor.organisationId} and c.reminded_at is null and ${atWork}
        and c.completed_on + make_interval(months => ${months}) <= ${today}::date
        and not exists (
          select from training_completion later
          where later.organisation_id = c.organisation_id and later.person_id = c.person_id
            and later.story = c.story
            and (later.completed_on, later.id) > (c.completed_on, c.id))),
    who as (select distinct person_id from late order by person_id limit ${most}),
    due as (
      select c.organisation_id, c.id from training_completion c
      join late on late.organisation_id = c.organisation_id and late.id = c.id
      join who on who.person_id = c.person_id
      where c.reminded_at is null
      order by c.id
      for update of c)
    update training_completion c set reminded_at = ${work.now.toString()}
    from due where c.organisation_id = due.organisation_id and c.id = due.id
    returning c.person_id`.execute(work.db)
  return [...new Set(rows.map(({ person_id }) => person_id))]
}

/** Notes of people who no longer work here: nobody can read them any more. */
export async function deleteNotesOfLeavers(work: Work): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from training_reflection r using membership m
    where r.organisation_id = ${work.actor.organisationId}
      and m.organisation_id = r.organisation_id and m.person_id = r.person_id and not m.active`.execute(
    work.db,
  )
  return Number(numAffectedRows ?? 0n)
}

/** People who read a story to its end in a period, each once; never who. */
export async function countReadersIn(work: Work, period: CountPeriod): Promise<number> {
  const row = await tables(work)
    .selectFrom('training_completion')
    .select(sql<string>`count(distinct person_id)`.as('people'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where(dayIn('completed_on', period))
    .executeTakeFirstOrThrow()
  return Number(row.people)
}
