import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
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
  tables(work)
    .selectFrom('survey_invitation as i')
    .innerJoin('survey_frame as f', (join) =>
      join
        .onRef('f.organisation_id', '=', 'i.organisation_id')
        .onRef('f.wave_id', '=', 'i.wave_id')
        .onRef('f.school', '=', 'i.school'),
    )
    .where('i.organisation_id', '=', work.actor.organisationId)
    .where('i.wave_id', '=', wave)
    .where('i.code_mac', '=', mac)

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

/** False when this school answered already: then nothing may be put in the urn. */
export async function noteAnswered(
  work: Work,
  wave: string,
  mac: Buffer,
  by: NonNullable<InvitationRow['answered_by']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('survey_invitation')
    .set({ answered_by: by })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('code_mac', '=', mac)
    .where('answered_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const insertEnvelope = (work: Work, wave: string, sealed: Buffer) =>
  tables(work)
    .insertInto('survey_urn')
    .values({
      ...{ organisation_id: work.actor.organisationId, wave_id: wave },
      // Not our usual id: that one tells the time.
      ...{ id: randomUUID(), sealed },
    })
    .execute()

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
