import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { type TrainingTables, tables } from './tables.ts'

type Sent = { readonly id: string; readonly key: string | undefined }
type Read = { readonly story: string; readonly edition: string }

/** Nothing when the same form was sent before: then this is the reading it completed. */
export async function insertCompletion(
  work: Work,
  actor: PersonActor,
  {
    id,
    key = null,
    story,
    edition,
  }: { [Name in keyof Sent]: Sent[Name] | null } & Read & { id: string },
): Promise<string | undefined> {
  const made = await tables(work)
    .insertInto('training_completion')
    .values({
      organisation_id: actor.organisationId,
      id,
      person_id: actor.personId,
      story,
      edition,
      completed_on: dutchDay(work.now),
      completed_at: work.now.toString(),
      reminded_at: null,
      key,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** Only of this person; by id: the oldest first. */
export const listOwnCompletions = (work: Work, { organisationId, personId }: PersonActor) =>
  tables(work)
    .selectFrom('training_completion')
    .select(['story', 'edition', 'completed_on'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()

export async function insertReflection(
  work: Work,
  row: TrainingTables['training_reflection'],
): Promise<string | undefined> {
  const made = await tables(work)
    .insertInto('training_reflection')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** Only of this person; by id: the oldest first. */
export const listOwnReflections = (work: Work, { organisationId, personId }: PersonActor) =>
  tables(work)
    .selectFrom('training_reflection')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()

/** Answers whether there was one of this person. */
export async function deleteOwnReflection(
  work: Work,
  { organisationId, personId }: PersonActor,
  id: string,
): Promise<boolean> {
  const gone = await tables(work)
    .deleteFrom('training_reflection')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** The term that the organisation set itself, in months. */
export async function findTerm(work: Work): Promise<number | undefined> {
  const row = await tables(work)
    .selectFrom('training_term')
    .select('months')
    .where('organisation_id', '=', work.actor.organisationId)
    .executeTakeFirst()
  return row?.months
}
