import { sql } from 'kysely'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { type LetterRow, tables } from './wave-tables.ts'

type NewLetter = Pick<LetterRow, 'school' | 'kind'> & { readonly sealed: (id: string) => Buffer }

export async function insertLetters(
  work: Work,
  wave: string,
  letters: readonly NewLetter[],
): Promise<void> {
  const rows = letters.map(({ school, kind, sealed }) => {
    const id = newId()
    return { id, school, kind, sealed: sealed(id).toString('hex') }
  })
  await sql`
    insert into survey_letter (organisation_id, id, wave_id, school, kind, sealed, created_at)
    select ${work.actor.organisationId}, id, ${wave}, school, kind, decode(sealed, 'hex'),
      ${work.now.toString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, school text, kind text, sealed text)`.execute(work.db)
}

/** The oldest that may be tried now, held until the given moment: nobody else is given them before that. */
export async function claimLetters(
  { db, actor, now }: Work,
  { until, limit }: { readonly until: Temporal.Instant; readonly limit: number },
) {
  const organisation = actor.organisationId
  const { rows } = await sql<
    Pick<LetterRow, 'id' | 'wave_id' | 'school' | 'kind' | 'sealed' | 'created_at' | 'attempts'>
  >`
    with next as (
      select id from survey_letter
      where organisation_id = ${organisation}
        and (due_at is null or due_at <= ${now.toString()}::timestamptz)
      order by created_at limit ${limit}
      for update skip locked
    )
    update survey_letter l set due_at = ${until.toString()}::timestamptz
    from next where l.organisation_id = ${organisation} and l.id = next.id
    returning l.id, wave_id, school, kind, sealed, created_at, attempts`.execute(db)
  return rows.map((row) => ({
    ...row,
    createdAt: Temporal.Instant.from(isoInstant(row.created_at)),
  }))
}

export const delayLetter = (work: Work, id: string, attempts: number, dueAt: string) =>
  tables(work)
    .updateTable('survey_letter')
    .set({ attempts, due_at: dueAt })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** It went, or it never will: nothing of it stays. */
export const deleteLetter = (work: Work, id: string) =>
  tables(work)
    .deleteFrom('survey_letter')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

export const deleteLettersTo = (work: Work, wave: string, school?: string) =>
  tables(work)
    .deleteFrom('survey_letter')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .$if(school !== undefined, (query) => query.where('school', '=', school ?? ''))
    .execute()

export async function countLetters(work: Work, wave: string): Promise<number> {
  const { count } = await tables(work)
    .selectFrom('survey_letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .executeTakeFirstOrThrow()
  return count
}
