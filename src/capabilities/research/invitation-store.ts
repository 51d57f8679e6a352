import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import { type InvitationRow, tables } from './wave-tables.ts'

/** Invitations of a wave with their schools. */
export const invitationsOf = (work: Work, wave: string) =>
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

/** Every school of the sample, in the order of its name. */
export const listInvitations = (work: Work, wave: string) =>
  invitationsOf(work, wave)
    .select([
      'i.school',
      'i.stratum',
      'i.way',
      'i.invited_on',
      'i.reminded_on',
      'i.undelivered',
      'i.answered_by',
      'i.address',
      'f.name',
      'f.municipality',
    ])
    .orderBy('f.name')
    .orderBy('i.school')
    .execute()

export const findInvitation = (work: Work, wave: string, school: string) =>
  invitationsOf(work, wave)
    .where('i.school', '=', school)
    .select(['i.school', 'i.answered_by', 'i.code_mac', 'f.name', 'f.municipality'])
    .forUpdate('i')
    .executeTakeFirst()

type Changed = { readonly school: string; readonly sealed: Buffer }

/**
 * Addresses of schools that are in the sample; answers how many were. A school at whose address before nothing arrived
 * counts as not invited yet.
 */
export async function noteAddresses(
  work: Work,
  wave: string,
  addresses: readonly Changed[],
): Promise<number> {
  const rows = addresses.map(({ school, sealed }) => ({ school, sealed: sealed.toString('hex') }))
  const { numAffectedRows } = await sql`
    update survey_invitation i set address = decode(r.sealed, 'hex'), undelivered = null,
      invited_on = case when undelivered is null then invited_on end
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(school text, sealed text)
    where i.organisation_id = ${work.actor.organisationId} and i.wave_id = ${wave}
      and i.school = r.school`.execute(work.db)
  return Number(numAffectedRows ?? 0n)
}

type NewCode = { readonly school: string; readonly mac: Buffer }

/** Of each of these a code that was just made; an earlier one opens nothing any more. */
export async function noteCodes(
  work: Work,
  wave: string,
  way: InvitationRow['way'],
  day: string,
  codes: readonly NewCode[],
): Promise<void> {
  const rows = codes.map(({ school, mac }) => ({ school, mac: mac.toString('hex') }))
  await sql`
    update survey_invitation i
    set code_mac = decode(r.mac, 'hex'), way = ${way}, invited_on = coalesce(invited_on, ${day}::date),
      undelivered = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(school text, mac text)
    where i.organisation_id = ${work.actor.organisationId} and i.wave_id = ${wave}
      and i.school = r.school`.execute(work.db)
}

export const noteReminded = (work: Work, wave: string, day: string, schools: readonly string[]) =>
  tables(work)
    .updateTable('survey_invitation')
    .set({ reminded_on: day, reminders: sql`reminders + 1` })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('school', '=', sql<string>`any(${[...schools]}::text[])`)
    .execute()

export const noteUndelivered = (work: Work, wave: string, school: string, code: string) =>
  tables(work)
    .updateTable('survey_invitation')
    .set({ undelivered: code })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .where('school', '=', school)
    .execute()

/** Nothing is written to any school of this wave any more. */
export const forgetAddresses = (work: Work, wave: string) =>
  tables(work)
    .updateTable('survey_invitation')
    .set({ address: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('wave_id', '=', wave)
    .execute()

/** To whom a letter goes, and of which wave. */
export const findRecipient = (work: Work, wave: string, school: string) =>
  invitationsOf(work, wave)
    .innerJoin('survey_wave as w', (join) =>
      join.onRef('w.organisation_id', '=', 'i.organisation_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .where('i.school', '=', school)
    .select(['i.address', 'f.name', 'w.title', 'w.closes_on'])
    .executeTakeFirst()
