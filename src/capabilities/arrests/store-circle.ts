import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { type ArrestTables, tables } from './tables.ts'

export type CircleRow = ArrestTables['police_file_circle']

/** Everybody who was ever let in, in the order in which that was. */
export const listCircleRows = (work: Work, fileId: string): Promise<CircleRow[]> =>
  tables(work)
    .selectFrom('police_file_circle')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

export const findInCircle = (
  work: Work,
  fileId: string,
  personId: string,
): Promise<CircleRow | undefined> =>
  tables(work)
    .selectFrom('police_file_circle')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export const insertInCircle = (
  work: Work,
  actor: PersonActor,
  row: Pick<CircleRow, 'file_id' | 'id' | 'person_id' | 'reason'>,
) =>
  tables(work)
    .insertInto('police_file_circle')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      added_by: actor.personId,
      added_at: work.now.toString(),
      ended_at: null,
      ended_by: null,
      end_reason: null,
    })
    .execute()

export const endInCircle = (
  work: Work,
  actor: PersonActor,
  { fileId, id, reason }: { fileId: string; id: string; reason: Buffer },
) =>
  tables(work)
    .updateTable('police_file_circle')
    .set({ ended_at: work.now.toString(), ended_by: actor.personId, end_reason: reason })
    .where('organisation_id', '=', actor.organisationId)
    .where('file_id', '=', fileId)
    .where('id', '=', id)
    .execute()
