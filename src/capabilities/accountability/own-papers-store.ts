import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Found } from './found.ts'
import { type FindRow, type HeadColumns, type OwnPaperRow, tables, type Verdict } from './tables.ts'

const columns = [
  'organisation_id',
  'id',
  'reference',
  'kind',
  'title',
  'dated',
  'state',
  'read_by',
  'read_at',
  'changed_at',
] as const

type Read = HeadColumns & { readonly sha256: Buffer; readonly body: string }

/** Nothing when the same file is there already. */
export async function insertPaper(
  work: Work,
  actor: PersonActor,
  read: Read,
): Promise<string | undefined> {
  const made = await tables(work)
    .insertInto('register_paper')
    .values({
      ...read,
      organisation_id: actor.organisationId,
      id: newId(),
      state: 'read',
      read_by: actor.personId,
      read_at: work.now.toString(),
      changed_at: work.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'sha256'])
        // As text: PostgreSQL recognises the index by it, and a value that comes along is none.
        .where(sql<boolean>`state <> 'set-aside'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** The numbers count from 1, in the order given. */
export const insertFinds = (work: Work, paperId: string, found: readonly Found[]) =>
  tables(work)
    .insertInto('register_find')
    .values(
      found.map((one, at) => ({
        organisation_id: work.actor.organisationId,
        paper_id: paperId,
        number: at + 1,
        kind: one.kind,
        found: JSON.stringify(one),
        uncertain: one.uncertain,
        verdict: 'waiting' as const,
        said: null,
        item_id: null,
        judged_by: null,
        judged_at: null,
      })),
    )
    .execute()

const ofOrganisation = (work: Work) =>
  tables(work)
    .selectFrom('register_paper')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('state', '<>', 'set-aside')

export const findPaperByFile = (work: Work, sha256: Buffer): Promise<OwnPaperRow | undefined> =>
  ofOrganisation(work).select(columns).where('sha256', '=', sha256).executeTakeFirst()

export const findPaperByReference = (
  work: Work,
  reference: string,
): Promise<OwnPaperRow | undefined> =>
  ofOrganisation(work)
    .select(columns)
    .where('state', '=', 'kept')
    .where('reference', '=', reference)
    .executeTakeFirst()

/** Until this transaction ends nobody else of this ministry keeps a paper by this name. */
export const holdReference = (work: Work, reference: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${work.actor.organisationId}:${reference}`}, 0))`.execute(
    work.db,
  )

export const findOwnPaper = (
  work: Work,
  id: string,
  lock = false,
): Promise<OwnPaperRow | undefined> =>
  ofOrganisation(work)
    .select(columns)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

export async function getBody(work: Work, id: string): Promise<string> {
  const { body } = await ofOrganisation(work)
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return body
}

/** Papers: more than anybody keeps. */
const everyPaper = 1_000_000

export type PaperSearch = {
  /** words that stand in it; empty: all */
  readonly words: string
  /** the name of a paper as its id */
  readonly reference: string | undefined
  /** as its papers print it, such as 36600-VI */
  readonly dossier: string | undefined
  readonly from: number
  readonly most: number
}

/** Newest first; what has no day comes last. */
export const listOwnPapers = (
  work: Work,
  { words, reference, dossier, from, most }: PaperSearch,
): Promise<OwnPaperRow[]> => {
  // Words and a dossier together: the door looks for all of the first, and the page is cut afterwards.
  const isWords = reference === undefined && words !== ''
  const isCut = isWords && dossier === undefined
  return (
    ofOrganisation(work)
      .select(columns)
      .$if(reference !== undefined, (query) => query.where('reference', '=', reference ?? ''))
      // The door has left out what was passed already; it answers for the organisation that acts, and no other.
      .$if(isWords, (query) =>
        query.where(
          sql<boolean>`id = any (array(select paper_id from find_register_papers(${words}, ${isCut ? from : 0}, ${isCut ? most : everyPaper})))`,
        ),
      )
      .$if(dossier !== undefined, (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('register_find')
              .select('number')
              .whereRef('register_find.organisation_id', '=', 'register_paper.organisation_id')
              .whereRef('register_find.paper_id', '=', 'register_paper.id')
              .where('register_find.kind', '=', 'dossier')
              .where('register_find.said', '=', dossier ?? ''),
          ),
        ),
      )
      .orderBy('dated', (order) => order.desc().nullsLast())
      .orderBy('id')
      .offset(isCut ? 0 : from)
      .limit(most)
      .execute()
  )
}

/** Dossiers in which a paper lies, as a person confirmed or corrected, by number. */
export async function listDossiers(work: Work): Promise<string[]> {
  const rows = await tables(work)
    .selectFrom('register_find')
    .select('said')
    .distinct()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('kind', '=', 'dossier')
    .where('said', 'is not', null)
    .execute()
  return rows.flatMap(({ said }) => said ?? []).toSorted()
}

export const updateOwnPaper = (
  work: Work,
  id: string,
  change: Partial<HeadColumns & Pick<OwnPaperRow, 'state'>>,
) =>
  tables(work)
    .updateTable('register_paper')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** In the order of the text. */
export const listFinds = (work: Work, paperId: string): Promise<FindRow[]> =>
  tables(work)
    .selectFrom('register_find')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('paper_id', '=', paperId)
    .orderBy('number')
    .execute()

/** Locked: whoever judges it reads it first. */
export const findFind = (
  work: Work,
  paperId: string,
  number: number,
): Promise<FindRow | undefined> =>
  tables(work)
    .selectFrom('register_find')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('paper_id', '=', paperId)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()

type Judged = {
  readonly verdict: Exclude<Verdict, 'waiting'>
  readonly said: string | null
  readonly item_id: string | null
}

export const updateFind = (
  work: Work,
  actor: PersonActor,
  { paperId, number }: { readonly paperId: string; readonly number: number },
  made: Judged,
) =>
  tables(work)
    .updateTable('register_find')
    .set({ ...made, judged_by: actor.personId, judged_at: work.now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('paper_id', '=', paperId)
    .where('number', '=', number)
    .execute()

/** How much still waits for a person, paper by paper. */
export const countWaiting = (work: Work, paperIds: readonly string[]) =>
  tables(work)
    .selectFrom('register_find')
    .select(({ fn }) => ['paper_id', fn.countAll<number>().as('count')])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('paper_id', 'in', [...paperIds])
    .where('verdict', '=', 'waiting')
    .groupBy('paper_id')
    .execute()

/** Kept papers in which a person confirmed that they name one of these; oldest first. */
export const listPapersNaming = (
  work: Work,
  references: readonly string[],
): Promise<(OwnPaperRow & { said: string | null })[]> =>
  tables(work)
    .selectFrom('register_find')
    .innerJoin('register_paper', (join) =>
      join
        .onRef('register_paper.organisation_id', '=', 'register_find.organisation_id')
        .onRef('register_paper.id', '=', 'register_find.paper_id'),
    )
    .select(columns.map((name) => `register_paper.${name}` as const))
    .select('register_find.said')
    .where('register_find.organisation_id', '=', work.actor.organisationId)
    .where('register_find.kind', '=', 'reference')
    .where('register_find.said', 'in', [...references])
    .where('register_paper.state', '=', 'kept')
    .orderBy('register_paper.dated')
    .orderBy('register_paper.id')
    .execute()

/** Kept papers with these names. */
export const listPapersNamed = (
  work: Work,
  references: readonly string[],
): Promise<OwnPaperRow[]> =>
  ofOrganisation(work)
    .select(columns)
    .where('state', '=', 'kept')
    .where('reference', 'in', [...references])
    .execute()

/** Confirms as they were read all finds of these kinds about which the reader was sure; answers how many. */
export async function confirmSureFinds(
  work: Work,
  actor: PersonActor,
  paperId: string,
  kinds: readonly FindRow['kind'][],
): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('register_find')
    .set({
      verdict: 'confirmed',
      said: sql<string>`found ->> 'text'`,
      judged_by: actor.personId,
      judged_at: work.now.toString(),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('paper_id', '=', paperId)
    .where('kind', 'in', [...kinds])
    .where('verdict', '=', 'waiting')
    .where('uncertain', '=', false)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
