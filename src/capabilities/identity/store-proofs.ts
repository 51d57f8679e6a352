import type { OrganisationKind } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'
import type { Admission } from './provider.ts'
import { type Opening, type OpeningRow, openingFrom } from './store-people.ts'
import { tables } from './store-tables.ts'

export type KnownPasskey = Opening & { readonly publicKey: Buffer; readonly counter: number }

/** What a passkey opens: one row for every organisation that accepted it. */
export async function findPasskeys(pool: Pool, credentialId: Buffer): Promise<KnownPasskey[]> {
  const found = await pool.query<
    OpeningRow & { person_id: string; public_key: Buffer; counter: number }
  >({
    name: 'find-passkeys',
    text: 'select * from find_passkeys($1)',
    values: [credentialId],
  })
  return found.rows.map((row) => ({
    ...openingFrom(row, row.person_id),
    publicKey: row.public_key,
    counter: row.counter,
  }))
}

type NewPasskey = {
  credentialId: Buffer
  personId: string
  publicKey: Buffer
  counter: number
  device: Buffer
}

/** Answers false when this organisation knows the passkey already. */
export async function insertPasskey(work: Work, passkey: NewPasskey): Promise<boolean> {
  const inserted = await tables(work.db)
    .insertInto('passkey')
    .values({
      organisation_id: work.actor.organisationId,
      credential_id: passkey.credentialId,
      person_id: passkey.personId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      device: passkey.device,
      made_at: work.now.toString(),
      used_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** Answers whether the passkey is still good and its count went on; a count that stands still at 0 is none. */
export async function countPasskeyUse(
  work: Work,
  use: { credentialId: Buffer; personId: string; counter: number },
): Promise<boolean> {
  const counted = await tables(work.db)
    .updateTable('passkey')
    .set({ counter: use.counter, used_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('credential_id', '=', use.credentialId)
    .where('person_id', '=', use.personId)
    .where('revoked_at', 'is', null)
    .where((where) =>
      use.counter === 0 ? where('counter', '=', 0) : where('counter', '<', use.counter),
    )
    .executeTakeFirst()
  return counted.numUpdatedRows === 1n
}

export const listPasskeys = (work: Work, personId: string) =>
  tables(work.db)
    .selectFrom('passkey')
    .select(['credential_id', 'device', 'made_at', 'used_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .execute()

export async function revokePasskeyRow(
  work: Work,
  personId: string,
  credentialId: Buffer,
): Promise<boolean> {
  const revoked = await tables(work.db)
    .updateTable('passkey')
    .set({ revoked_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('credential_id', '=', credentialId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

/** Answers how many there were. */
export async function revokePasskeyRows(work: Work, personId: string): Promise<number> {
  const revoked = await tables(work.db)
    .updateTable('passkey')
    .set({ revoked_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(revoked.numUpdatedRows)
}

/** Whose passkey this is here, as long as it opens something. */
export async function findPasskeyOwner(
  work: Work,
  credentialId: Buffer,
): Promise<string | undefined> {
  const row = await tables(work.db)
    .selectFrom('passkey')
    .select('person_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('credential_id', '=', credentialId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.person_id
}

export async function findSignInOrganisationRows(
  pool: Pool,
  words: readonly string[],
  most: number,
) {
  const found = await pool.query<{
    organisation_id: string
    organisation_name: string
    organisation_kind: string
    municipality: string | null
  }>({
    name: 'find-sign-in-organisations',
    text: 'select * from find_sign_in_organisations($1, $2)',
    values: [words, most],
  })
  return found.rows.map((row) => ({
    id: row.organisation_id,
    name: row.organisation_name,
    kind: row.organisation_kind as OrganisationKind,
    municipality: row.municipality ?? undefined,
  }))
}

export const findProviderRow = (work: Work) =>
  tables(work.db)
    .selectFrom('sign_in_provider')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .executeTakeFirst()

type ProviderRow = {
  issuer: string
  client_id: string
  client_secret: Buffer
  home_claim: string
  home_value: string
  affiliation_claim: string
  admits: Admission
}

export async function upsertProvider(work: Work, row: ProviderRow): Promise<void> {
  const values = { ...row, changed_at: work.now.toString() }
  await tables(work.db)
    .insertInto('sign_in_provider')
    .values({ organisation_id: work.actor.organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}

export async function findLinkedPerson(
  work: Work,
  subjectHash: Buffer,
): Promise<string | undefined> {
  const row = await tables(work.db)
    .selectFrom('provider_link')
    .select('person_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('subject_hash', '=', subjectHash)
    .executeTakeFirst()
  return row?.person_id
}

/** Answers false when the account is linked to somebody already. */
export async function insertLink(
  work: Work,
  subjectHash: Buffer,
  personId: string,
): Promise<boolean> {
  const inserted = await tables(work.db)
    .insertInto('provider_link')
    .values({
      organisation_id: work.actor.organisationId,
      subject_hash: subjectHash,
      person_id: personId,
      linked_at: work.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}
