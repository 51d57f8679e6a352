import { type RawBuilder, sql } from 'kysely'
import { type Forget, forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import { type FilmTables, filmTables as tables } from './film-tables.ts'

export type Organisation = { readonly id: string; readonly name: string }

/** The organisations that lend the film, by name. */
export const listExpertGroups = (work: Work): Promise<Organisation[]> =>
  tables(work)
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'expert-group')
    .orderBy('name')
    .execute()

export const isExpertGroup = async (work: Work, id: string): Promise<boolean> =>
  (await listExpertGroups(work)).some((one) => one.id === id)

/** Those of the organisation at work who answer requests. */
export async function listExperts(work: Work): Promise<readonly string[]> {
  const rows = await tables(work)
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('active', '=', true)
    .where(sql<boolean>`'expert' = any(roles)`)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Answers whether it is new: nothing is made when the same form was sent before. */
export async function insertRequest(
  work: Work,
  row: Pick<
    FilmTables['training_film_request'],
    'id' | 'asked_of' | 'asked_by' | 'wrapped_key' | 'content' | 'key'
  >,
): Promise<boolean> {
  const made = await tables(work)
    .insertInto('training_film_request')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'asked',
      asked_at: work.now.toString(),
      answered_at: null,
      lent_until: null,
      returned_on: null,
      answer: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'asked_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Whether this person sent this form before. */
export const wasAskedBefore = async (work: Work, askedBy: string, key: string): Promise<boolean> =>
  (await tables(work)
    .selectFrom('training_film_request')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('asked_by', '=', askedBy)
    .where('key', '=', key)
    .executeTakeFirst()) !== undefined

/** By id: the oldest first. */
export const listRequests = (work: Work) =>
  tables(work)
    .selectFrom('training_film_request as r')
    .innerJoin('organisation as o', 'o.id', 'r.asked_of')
    .selectAll('r')
    .select('o.name as of_name')
    .where('r.organisation_id', '=', work.actor.organisationId)
    .orderBy('r.id')
    .execute()

/** The request that this organisation answers, locked; only one that was asked of it. */
export const lockRequest = (work: Work, id: string, askedOf: string) =>
  tables(work)
    .selectFrom('training_film_request')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('asked_of', '=', askedOf)
    .forUpdate()
    .executeTakeFirst()

export const updateRequest = (
  work: Work,
  id: string,
  change: Partial<
    Pick<
      FilmTables['training_film_request'],
      'state' | 'answered_at' | 'lent_until' | 'returned_on' | 'answer'
    >
  >,
) =>
  tables(work)
    .updateTable('training_film_request')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

export const insertLoan = (
  work: Work,
  row: Pick<
    FilmTables['training_film_loan'],
    'id' | 'from_id' | 'request_id' | 'wrapped_key' | 'content'
  >,
) =>
  tables(work)
    .insertInto('training_film_loan')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'waiting',
      received_at: work.now.toString(),
      answered_by: null,
      answered_at: null,
      lent_until: null,
      returned_on: null,
      answer: null,
    })
    .execute()

const loans = (work: Work) =>
  tables(work)
    .selectFrom('training_film_loan as l')
    .innerJoin('organisation as o', 'o.id', 'l.from_id')
    .selectAll('l')
    .select('o.name as from_name')
    .where('l.organisation_id', '=', work.actor.organisationId)

/** By id: the oldest first. */
export const listLoans = (work: Work) => loans(work).orderBy('l.id').execute()

export const findLoan = (work: Work, id: string, lock = false) =>
  loans(work)
    .where('l.id', '=', id)
    .$if(lock, (query) => query.forUpdate('l'))
    .executeTakeFirst()

export const updateLoan = (
  work: Work,
  id: string,
  change: Partial<
    Pick<
      FilmTables['training_film_loan'],
      'state' | 'answered_by' | 'answered_at' | 'lent_until' | 'returned_on' | 'answer'
    >
  >,
) =>
  tables(work)
    .updateTable('training_film_loan')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** What a request or a loan is old by: the last day that says something of it. What is lent counts from its last day. */
const oldBy = (begun: 'asked_at' | 'received_at') => (before: RawBuilder<Date>) =>
  sql<boolean>`coalesce(returned_on, lent_until, answered_at, ${sql.ref(begun)}) < ${before}`

const forgetRequests = forgetting('training_film_request', oldBy('asked_at'))
const forgetLoans = forgetting('training_film_loan', oldBy('received_at'))

/** Requests that are over, or that nobody answered, on either side; also of a copy that never came back. */
export const forgetFilmRequests: Forget = async (work, before, limit) => {
  const asked = await forgetRequests(work, before, limit)
  return asked + (await forgetLoans(work, before, limit - asked))
}
