import { sql } from 'kysely'
import type { AskedKind } from '#capabilities/knowledge/index.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

/** Answers false for who sat there already. */
export async function insertParticipant(
  work: Work,
  id: string,
  personId: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('intervision_participant')
    .values({
      organisation_id: work.actor.organisationId,
      intervision_id: id,
      person_id: personId,
      joined_at: work.now.toString(),
      ready_for: null,
      draft: null,
      removed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Everybody who sits or sat at the table, for somebody who sits there; with what this person alone is
 * typing. Who was taken away is among them, because what they laid down carries their name.
 */
export const listParticipants = (work: Work, id: string, personId: string) =>
  tables(work)
    .selectFrom('intervision_participant as p')
    .select(['p.person_id', 'p.ready_for'])
    .select(({ eb }) => eb('p.removed_at', 'is', null).as('seated'))
    .select(
      sql<Buffer | null>`case when p.person_id = ${personId} then p.draft end`.as('own_draft'),
    )
    .where('p.organisation_id', '=', work.actor.organisationId)
    .where('p.intervision_id', '=', id)
    .where(
      sql<boolean>`exists (select from intervision_participant where organisation_id = ${work.actor.organisationId}
        and intervision_id = ${id} and person_id = ${personId} and removed_at is null)`,
    )
    .orderBy('p.joined_at')
    .execute()

/** Nothing for who never joined. */
export const findSeat = (work: Work, id: string, personId: string) =>
  tables(work)
    .selectFrom('intervision_participant')
    .select(({ eb }) => eb('removed_at', 'is', null).as('seated'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** The row stays, for the cards that hang on it. */
export async function removeParticipant(work: Work, id: string, personId: string): Promise<void> {
  await tables(work)
    .updateTable('intervision_participant')
    .set({ removed_at: work.now.toString(), ready_for: null, draft: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

/** Who sits at these tables, for streams of people who may have been taken away. */
export const listSeats = (work: Work, ids: readonly string[]) =>
  tables(work)
    .selectFrom('intervision_participant')
    .select(['intervision_id', 'person_id'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('removed_at', 'is', null)
    .execute()

export const findDraft = (work: Work, id: string, personId: string) =>
  tables(work)
    .selectFrom('intervision_participant')
    .select('draft')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function updateParticipant(
  work: Work,
  id: string,
  personId: string,
  change: { ready_for?: string | null; draft?: Buffer | null },
): Promise<void> {
  await tables(work)
    .updateTable('intervision_participant')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

export async function insertContribution(
  work: Work,
  row: {
    intervision_id: string
    id: string
    person_id: string
    phase: string
    kind: AskedKind
    late: boolean
    key: string
    content: Buffer
  },
): Promise<void> {
  await tables(work)
    .insertInto('intervision_contribution')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      written_at: work.now.toString(),
    })
    .execute()
}

/** Own cards, and those of phases that lie open: the rule of `maySeeContribution`, as part of the query. */
export const listContributions = (
  work: Work,
  id: string,
  personId: string,
  openPhases: readonly string[],
) =>
  tables(work)
    .selectFrom('intervision_contribution')
    .select(['id', 'person_id', 'phase', 'kind', 'written_at', 'late', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('content', 'is not', null)
    .where(({ or, eb }) =>
      or([
        eb('person_id', '=', personId),
        eb('phase', '=', sql<string>`any(${openPhases}::text[])`),
      ]),
    )
    .orderBy('id')
    .execute()

export const findOwnContribution = (work: Work, id: string, personId: string, card: string) =>
  tables(work)
    .selectFrom('intervision_contribution')
    .select(['id', 'phase', 'kind', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .where('id', '=', card)
    .executeTakeFirst()

/** What this person sent before, also when it was written anew or taken back since. */
export const findSent = (work: Work, id: string, personId: string, key: string) =>
  tables(work)
    .selectFrom('intervision_contribution')
    .select('late')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

export async function updateContribution(
  work: Work,
  id: string,
  card: string,
  content: Buffer | null,
): Promise<void> {
  await tables(work)
    .updateTable('intervision_contribution')
    .set({ content })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('id', '=', card)
    .execute()
}

export const countOwn = async (work: Work, id: string, personId: string, phase: string) => {
  const { count } = await tables(work)
    .selectFrom('intervision_contribution')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('intervision_id', '=', id)
    .where('person_id', '=', personId)
    .where('phase', '=', phase)
    .where('content', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Where this person sits, also when it has ended; newest first. */
export const listOwnRows = (work: Work, personId: string, limit: number) =>
  tables(work)
    .selectFrom('intervision_participant as p')
    .innerJoin('intervision as i', (join) =>
      join
        .onRef('i.organisation_id', '=', 'p.organisation_id')
        .onRef('i.id', '=', 'p.intervision_id'),
    )
    .select([
      'i.id',
      'i.method',
      'i.state',
      'i.on_paper',
      'i.about',
      'i.started_at',
      'i.outcome',
      'i.content_key',
      'i.content',
    ])
    .where('p.organisation_id', '=', work.actor.organisationId)
    .where('p.person_id', '=', personId)
    .where('p.removed_at', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()

/** Of one case, where this person sits, also when it has ended; newest first. */
export const listOfCase = (work: Work, personId: string, caseId: string) =>
  tables(work)
    .selectFrom('intervision as i')
    .innerJoin('intervision_participant as p', (join) =>
      join
        .onRef('p.organisation_id', '=', 'i.organisation_id')
        .onRef('p.intervision_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.method', 'i.state', 'i.started_at', 'i.outcome'])
    .where('i.organisation_id', '=', work.actor.organisationId)
    .where('i.case_id', '=', caseId)
    .where('p.person_id', '=', personId)
    .where('p.removed_at', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(20)
    .execute()
