import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import { invitationsOf } from './invitation-store.ts'
import { type InvitationRow, tables } from './wave-tables.ts'

/** Where a code belongs; the one thing that is found across organisations. */
export async function findSurvey(
  work: Work,
  mac: Buffer,
): Promise<{ readonly organisationId: string; readonly wave: string } | undefined> {
  const { rows } = await sql<{ organisation_id: string; wave_id: string }>`
    select organisation_id, wave_id from find_survey(${mac})`.execute(work.db)
  const [found] = rows
  return found && { organisationId: found.organisation_id, wave: found.wave_id }
}

const byCode = (work: Work, wave: string, mac: Buffer) =>
  invitationsOf(work, wave).where('i.code_mac', '=', mac)

export const findByCode = (work: Work, wave: string, mac: Buffer) =>
  byCode(work, wave, mac)
    .select(['i.school', 'i.stratum', 'i.answered_by', 'f.name', 'f.municipality'])
    .executeTakeFirst()

export const findDraft = (work: Work, wave: string, mac: Buffer) =>
  tables(work)
    .selectFrom('survey_draft')
    .select('sealed')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('code_mac', '=', mac)
    .executeTakeFirst()

export const upsertDraft = (work: Work, wave: string, mac: Buffer, sealed: Buffer) =>
  tables(work)
    .insertInto('survey_draft')
    .values({
      ...{ organisation_id: work.actor.organisationId, wave_id: wave },
      ...{ code_mac: mac, sealed },
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'wave_id', 'code_mac']).doUpdateSet({ sealed }),
    )
    .execute()

/** Of this code, or of the whole wave. */
export const deleteDrafts = (work: Work, wave: string, mac?: Buffer) =>
  tables(work)
    .deleteFrom('survey_draft')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .$if(mac !== undefined, (query) => query.where('code_mac', '=', mac ?? Buffer.alloc(0)))
    .execute()

/**
 * All that a submission needs, in one question: the wave, held until the commit so that nobody opens its urn in
 * between, and the invitation.
 */
export const findToSubmit = (work: Work, wave: string, mac: Buffer) =>
  byCode(work, wave, mac)
    .innerJoin('survey_wave as w', (join) =>
      join.onRef('w.organisation_id', '=', 'i.organisation_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .select([
      'i.stratum',
      'i.answered_by',
      'w.state',
      'w.closes_on',
      'w.questionnaire',
      'w.public_key',
    ])
    .forShare('w')
    .executeTakeFirst()

type Envelope = {
  readonly mac: Buffer
  readonly by: NonNullable<InvitationRow['answered_by']>
  readonly sealed: Buffer
}

/**
 * Answered, draft gone and envelope in the urn, in one statement. False when this school answered already: then
 * nothing was put in.
 */
export async function insertEnvelope(
  work: Work,
  wave: string,
  { mac, by, sealed }: Envelope,
): Promise<boolean> {
  const organisation = work.actor.organisationId
  // The id is not our usual one: that one tells the time.
  const { rows } = await sql`
    with answered as (
      update survey_invitation set answered_by = ${by}
      where organisation_id = ${organisation} and wave_id = ${wave} and code_mac = ${mac}
        and answered_by is null
      returning 1
    ), gone as (
      delete from survey_draft
      where organisation_id = ${organisation} and wave_id = ${wave} and code_mac = ${mac}
    )
    insert into survey_urn (organisation_id, wave_id, id, sealed)
    select ${organisation}, ${wave}, ${randomUUID()}, ${sealed} from answered
    returning 1`.execute(work.db)
  return rows.length > 0
}

export const listEnvelopes = (work: Work, wave: string) =>
  tables(work)
    .selectFrom('survey_urn')
    .select('sealed')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .orderBy('id')
    .execute()

export const emptyUrn = (work: Work, wave: string) =>
  tables(work)
    .deleteFrom('survey_urn')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .execute()

type Opened = { readonly id: string; readonly cell: string; readonly sealed: Buffer }

/** In the order in which they are given, a hundred at a time. */
export async function insertAnswers(
  work: Work,
  wave: string,
  answers: readonly Opened[],
): Promise<void> {
  const common = { organisation_id: work.actor.organisationId, wave_id: wave }
  for (let at = 0; at < answers.length; at += 100) {
    await tables(work)
      .insertInto('survey_answer')
      .values(answers.slice(at, at + 100).map((one) => ({ ...common, ...one })))
      .execute()
  }
}

/** By id, which is chance. */
export const listAnswers = (work: Work, wave: string) =>
  tables(work)
    .selectFrom('survey_answer')
    .select(['id', 'cell', 'sealed'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .orderBy('id')
    .execute()
