import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { FrameSchool } from './frame.ts'
import type { SchoolKind } from './questionnaire.ts'
import type { Allocation } from './sample.ts'
import type { Count, ListedSchool } from './school-list.ts'
import { type FrameRow, tables, type WaveRow } from './wave-tables.ts'

type NewWave = Pick<WaveRow, 'title' | 'questionnaire' | 'closes_on' | 'made_on'>

/** Nothing when the same form was sent before: then it made a wave already. */
export async function insertWave(
  work: Work,
  actor: PersonActor,
  wave: NewWave,
  key: string | undefined,
): Promise<string | undefined> {
  const made = await tables(work)
    .insertInto('survey_wave')
    .values({
      ...wave,
      organisation_id: actor.organisationId,
      id: newId(),
      state: 'prepared',
      seed: null,
      strata_by: [],
      ...{ public_key: null, first_key: null, first_keeper: null, second_keeper: null },
      ...{ first_checked: false, second_checked: false },
      opened_on: null,
      closed_on: null,
      counted_on: null,
      published_on: null,
      published: null,
      made_by: actor.personId,
      key: key ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'made_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** Held until the end of the transaction: `change` lets nobody else in, `answer` lets others answer too. */
type Hold = 'change' | 'answer'

export const findWave = (work: Work, id: string, hold?: Hold): Promise<WaveRow | undefined> =>
  tables(work)
    .selectFrom('survey_wave')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(hold === 'change', (query) => query.forUpdate())
    .$if(hold === 'answer', (query) => query.forShare())
    .executeTakeFirst()

/** Newest first. */
export const listWaves = (work: Work): Promise<WaveRow[]> =>
  tables(work)
    .selectFrom('survey_wave')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const updateWave = (work: Work, id: string, change: Partial<WaveRow>) =>
  tables(work)
    .updateTable('survey_wave')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** Instead of whatever list of this kind was there. */
export async function replaceList(
  work: Work,
  wave: string,
  kind: SchoolKind,
  schools: readonly ListedSchool[],
): Promise<void> {
  const organisation = work.actor.organisationId
  await deleteList(work, wave, kind)
  const rows = schools.map(({ code, name, municipality, province }) => ({
    ...{ school: code, name: name.slice(0, 200) },
    municipality: municipality?.slice(0, 100) ?? null,
    province: province?.slice(0, 100) ?? null,
  }))
  await sql`
    insert into survey_frame (organisation_id, wave_id, school, kind, name, municipality, province)
    select ${organisation}, ${wave}, school, ${kind}, name, municipality, province
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(school text, name text, municipality text, province text)`.execute(work.db)
}

/** Sizes of locations that are in a list; answers of how many there was one. */
export async function noteSizes(
  work: Work,
  wave: string,
  sizes: ReadonlyMap<string, Count>,
): Promise<number> {
  const rows = [...sizes].map(([school, { low, high }]) => ({ school, low, high }))
  const { numAffectedRows } = await sql`
    update survey_frame f set size_low = r.low, size_high = r.high
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(school text, low int, high int)
    where f.organisation_id = ${work.actor.organisationId} and f.wave_id = ${wave}
      and f.school = r.school`.execute(work.db)
  return Number(numAffectedRows ?? 0n)
}

/** Sizes that were noted of schools of this kind. */
export async function listSizes(
  work: Work,
  wave: string,
  kind: SchoolKind,
): Promise<ReadonlyMap<string, Count>> {
  const rows = await tables(work)
    .selectFrom('survey_frame')
    .select(['school', 'size_low', 'size_high'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('kind', '=', kind)
    .execute()
  return sizesIn(rows)
}

type Sized = Pick<FrameRow, 'school' | 'size_low' | 'size_high'>

/** Of the schools whose size is known. */
export const sizesIn = (rows: readonly Sized[]): ReadonlyMap<string, Count> =>
  new Map(
    rows.flatMap(({ school, size_low: low, size_high: high }) =>
      low === null || high === null ? [] : [[school, { low, high }] as const],
    ),
  )

/** Codes that stand in a list of another kind as well: a location would have two chances. */
export async function listedTwice(
  work: Work,
  wave: string,
  kind: SchoolKind,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await tables(work)
    .selectFrom('survey_frame')
    .select('school')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('kind', '<>', kind)
    .where('school', '=', sql<string>`any(${[...codes]}::text[])`)
    .orderBy('school')
    .limit(5)
    .execute()
  return rows.map(({ school }) => school)
}

/** In the order of their codes. */
export const listFrame = (work: Work, wave: string) =>
  tables(work)
    .selectFrom('survey_frame')
    .select(['school', 'kind', 'name', 'municipality', 'province', 'size_low', 'size_high'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .orderBy('school')
    .execute()

export async function countFrame(
  work: Work,
  wave: string,
): Promise<ReadonlyMap<SchoolKind, number>> {
  const rows = await tables(work)
    .selectFrom('survey_frame')
    .select(['kind', sql<number>`count(*)::int`.as('count')])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** Of how many locations in the lists a size is known. */
export async function countSized(work: Work, wave: string): Promise<number> {
  const { count } = await tables(work)
    .selectFrom('survey_frame')
    .select(sql<number>`count(size_low)::int`.as('count'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .executeTakeFirstOrThrow()
  return count
}

export const deleteList = (work: Work, wave: string, kind: SchoolKind) =>
  tables(work)
    .deleteFrom('survey_frame')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('kind', '=', kind)
    .execute()

export async function insertSample(
  work: Work,
  wave: string,
  allocations: readonly Allocation[],
  chosen: readonly FrameSchool[],
): Promise<void> {
  const organisation = work.actor.organisationId
  await sql`
    insert into survey_stratum (organisation_id, wave_id, stratum, population, sampled)
    select ${organisation}, ${wave}, stratum, population, sampled
    from json_to_recordset(${JSON.stringify(allocations)}::json)
      as r(stratum text, population int, sampled int)`.execute(work.db)
  const rows = chosen.map(({ code, stratum }) => ({ school: code, stratum }))
  await sql`
    insert into survey_invitation (organisation_id, wave_id, school, stratum)
    select ${organisation}, ${wave}, school, stratum
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(school text, stratum text)`.execute(
    work.db,
  )
}

/** Each stratum with how many answered, in the order of their names. */
export const listStrata = (work: Work, wave: string) =>
  tables(work)
    .selectFrom('survey_stratum as s')
    .leftJoin('survey_invitation as i', (join) =>
      join
        .onRef('i.organisation_id', '=', 's.organisation_id')
        .onRef('i.wave_id', '=', 's.wave_id')
        .onRef('i.stratum', '=', 's.stratum'),
    )
    .where('s.organisation_id', '=', work.actor.organisationId)
    .where('s.wave_id', '=', wave)
    .groupBy(['s.stratum', 's.population', 's.sampled', 's.cell'])
    .select([
      's.stratum',
      's.population',
      's.sampled',
      's.cell',
      sql<number>`count(i.answered_by)::int`.as('answered'),
      sql<number>`(count(*) filter (where i.answered_by = 'telephone'))::int`.as('byTelephone'),
      sql<number>`count(i.invited_on)::int`.as('invited'),
      sql<number>`count(i.address)::int`.as('withAddress'),
      sql<number>`(count(*) filter (
        where i.address is not null and i.invited_on is null and i.answered_by is null))::int`.as(
        'toMail',
      ),
      sql<number>`(count(*) filter (where i.way = 'paper' and i.answered_by is null))::int`.as(
        'onPaper',
      ),
    ])
    .orderBy('s.stratum')
    .execute()

export const noteCell = (work: Work, wave: string, strata: readonly string[], cell: string) =>
  tables(work)
    .updateTable('survey_stratum')
    .set({ cell })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('stratum', '=', sql<string>`any(${[...strata]}::text[])`)
    .execute()
