import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { newReference } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { mayHaveDossiers } from './access.ts'
import { type DossierRow, type DossierTables, tables } from './tables.ts'

/** Youth prosecutors who work here now, as one column `person_id`. */
const prosecutorsHere = (organisationId: string): RawBuilder<unknown> =>
  sql`(select person_id from membership
    where organisation_id = ${organisationId} and active and 'youth-prosecutor' = any (roles))`

/** What `Standing` asks of the dossier in `dossier`, for this person. */
function standingOf({ actor: { organisationId } }: Work, personId: string) {
  const here = prosecutorsHere(organisationId)
  const circle = sql`from dossier_circle c where c.organisation_id = ${organisationId}
    and c.dossier_id = dossier.id and c.ended_at is null`
  return {
    inCircle: sql<boolean>`exists (select ${circle} and c.person_id = ${personId})`,
    forsaken: sql<boolean>`not exists (select ${circle} and c.person_id in ${here})`,
    handlerGone: sql<boolean>`dossier.handler_id not in ${here}`,
  }
}

/** The rule `maySee` as part of a query over `dossier`. */
function openTo(work: Work, actor: PersonActor): RawBuilder<boolean> {
  if (!mayHaveDossiers(actor)) return sql<boolean>`false`
  const { inCircle, forsaken } = standingOf(work, actor.personId)
  return sql<boolean>`(${inCircle} or ${forsaken})`
}

/** What `News` asks of the dossier in `dossier`: only while its last decision stands. Ids grow with time. */
function newsOf({ actor: { organisationId } }: Work) {
  const of = (table: string, as: string) =>
    sql`${sql.table(table)} ${sql.ref(as)} where ${sql.ref(as)}.organisation_id = ${organisationId}
      and ${sql.ref(as)}.dossier_id = dossier.id`
  const last = (column: 'id' | 'signed_at') =>
    sql`(select d.${sql.ref(column)} from ${of('dossier_decision', 'd')} order by d.id desc limit 1)`
  const stands = sql`dossier.state in ('decided', 'notified')`
  const onSheet = sql`exists (select from ${of('dossier_statement', 's')}
    and s.added_at <= ${last('signed_at')}
    and (s.withdrawn_at is null or s.withdrawn_at > ${last('signed_at')})
    and f.id = any (s.facts || s.against_facts))`
  const assessed = sql`exists (select from ${of('dossier_assessment', 'a')}
    and a.id < ${last('id')} and f.id = any (a.facts))`
  return {
    assessment: sql<boolean>`(${stands} and exists (
      select from ${of('dossier_assessment', 'a')} and a.id > ${last('id')}))`,
    recall: sql<boolean>`(${stands} and exists (select from ${of('dossier_fact', 'f')}
      and f.recalled_at > ${last('signed_at')} and (${onSheet} or ${assessed})))`,
  }
}

const seen = (work: Work, actor: PersonActor) => {
  const { inCircle, forsaken, handlerGone } = standingOf(work, actor.personId)
  const news = newsOf(work)
  return tables(work)
    .selectFrom('dossier')
    .selectAll()
    .select([inCircle.as('in_circle'), forsaken.as('forsaken'), handlerGone.as('handler_gone')])
    .select([news.assessment.as('news_assessment'), news.recall.as('news_recall')])
    .where('organisation_id', '=', work.actor.organisationId)
    .where(openTo(work, actor))
}

/** The dossier with how this person stands to it; nothing for who may not see it. The lock comes first. */
export async function findDossierRow(work: Work, actor: PersonActor, id: string, lock = false) {
  if (lock) {
    await tables(work)
      .selectFrom('dossier')
      .select('id')
      .where('organisation_id', '=', work.actor.organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  }
  return seen(work, actor).where('id', '=', id).executeTakeFirst()
}

type Listed = {
  readonly most: number
  /** the last id of the page before; ids grow with time */
  readonly before?: string | undefined
  /** a part of its reference */
  readonly code?: string | undefined
}

/** Every dossier that is open to this person, the newest first. */
export const listDossierRows = (work: Work, actor: PersonActor, { most, before, code }: Listed) =>
  seen(work, actor)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(code !== undefined, (query) => query.where('code', 'like', `%${code}%`))
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Answers false when a form with this key opened one before. */
export async function insertDossier(
  work: Work,
  row: Pick<DossierRow, 'id' | 'handler_id' | 'content_key' | 'content' | 'key'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('dossier')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      code: newReference('D'),
      state: 'received',
      basis: null,
      opened_by: row.handler_id,
      opened_at: work.now.toString(),
      changed_at: work.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'opened_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const findDossierByKey = (work: Work, openedBy: string, key: string) =>
  tables(work)
    .selectFrom('dossier')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('opened_by', '=', openedBy)
    .where('key', '=', key)
    .executeTakeFirst()

export const updateDossier = (
  work: Work,
  id: string,
  change: Partial<Pick<DossierRow, 'state' | 'basis' | 'handler_id'>>,
) =>
  tables(work)
    .updateTable('dossier')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

type Event = Pick<DossierTables['dossier_event'], 'dossier_id' | 'id' | 'kind'> &
  Partial<DossierTables['dossier_event']>

export const insertEvent = (work: Work, event: Event) =>
  tables(work)
    .insertInto('dossier_event')
    .values({
      by_person: work.actor.kind === 'person' ? work.actor.personId : null,
      about_person: null,
      about: null,
      content: null,
      key: null,
      ...event,
      organisation_id: work.actor.organisationId,
      happened_at: work.now.toString(),
    })
    .execute()

/** Whether this person's form with this key was answered before. */
export async function isDoneBefore(
  work: Work,
  actor: PersonActor,
  { dossierId, kind, key }: { dossierId: string; kind: string; key: string },
): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('dossier_event')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('by_person', '=', actor.personId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** In the order in which it happened. */
export const listEvents = (work: Work, dossierId: string) =>
  tables(work)
    .selectFrom('dossier_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .orderBy('id')
    .execute()

export const listCircle = (work: Work, dossierId: string) =>
  tables(work)
    .selectFrom('dossier_circle')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** Adds nobody twice. */
export const insertInCircle = (
  work: Work,
  row: Pick<DossierTables['dossier_circle'], 'dossier_id' | 'id' | 'person_id' | 'added_by'>,
) =>
  tables(work)
    .insertInto('dossier_circle')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      added_at: work.now.toString(),
      ended_at: null,
      ended_by: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'dossier_id', 'person_id'])
        .where('ended_at', 'is', null)
        .doNothing(),
    )
    .execute()

export const endInCircle = (
  work: Work,
  { dossierId, personId, by }: { dossierId: string; personId: string; by: string },
) =>
  tables(work)
    .updateTable('dossier_circle')
    .set({ ended_at: work.now.toString(), ended_by: by })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()

/** Whether this person is a youth prosecutor here now. */
export async function isProsecutorHere(work: Work, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${prosecutorsHere(work.actor.organisationId)} p
    where person_id = ${personId}`.execute(work.db)
  return rows.length > 0
}

/** For what the program itself writes into a dossier, such as an answer that was delivered. */
export const findKeyRow = (work: Work, id: string, lock = false) =>
  tables(work)
    .selectFrom('dossier')
    .select(['id', 'content_key', 'state', 'basis'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
