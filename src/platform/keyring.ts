import type { Kysely } from 'kysely'
import { newKey, open, openJson, seal, sealJson } from '#platform/crypto.ts'
import type { Db } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'

type KeyTables = {
  organisation_key: { organisation_id: string; version: number; wrapped: Buffer }
}

/** Hands out organisations' data keys; unwrapped keys live in memory only. */
export type Keyring = {
  /** The data key of the organisation that this Work acts for; made on first use. */
  keyOf(work: Pick<Work, 'actor' | 'db' | 'afterCommit'>): Promise<Buffer>
}

export function openKeyring(keyEncryptionKey: Buffer): Keyring {
  const keys = new Map<string, Buffer>()

  return {
    async keyOf({ actor, db, afterCommit }) {
      const organisation = actor.organisationId
      const known = keys.get(organisation)
      if (known) return known
      const found = await findKey(db, organisation)
      const key = open(
        keyEncryptionKey,
        found ?? (await makeKey(db, organisation)),
        contextOf(organisation),
      )
      // A key made in a transaction that fails never existed: remember it only once it is kept.
      if (found) keys.set(organisation, key)
      else afterCommit(() => keys.set(organisation, key))
      return key
    },
  }

  async function makeKey(db: Db, organisation: string): Promise<Buffer> {
    await tables(db)
      .insertInto('organisation_key')
      .values({
        organisation_id: organisation,
        version: 1,
        wrapped: seal(keyEncryptionKey, newKey(), contextOf(organisation)),
      })
      // Another server may have made it in the same instant: then that one counts.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const wrapped = await findKey(db, organisation)
    if (!wrapped) throw new Error('The organisation key could not be stored.')
    return wrapped
  }
}

const tables = (db: Db): Kysely<KeyTables> => db.withTables<KeyTables>()

const contextOf = (organisation: string): string => `organisation-key:${organisation}:1`

/** Whether this is the key that wrapped an organisation's data key. */
export function opensOrganisationKey(
  keyEncryptionKey: Buffer,
  { organisation, wrapped }: { organisation: string; wrapped: Buffer },
): boolean {
  try {
    open(keyEncryptionKey, wrapped, contextOf(organisation))
    return true
  } catch {
    return false
  }
}

async function findKey(db: Db, organisation: string): Promise<Buffer | undefined> {
  const row = await tables(db)
    .selectFrom('organisation_key')
    .select('wrapped')
    .where('organisation_id', '=', organisation)
    .where('version', '=', 1)
    .executeTakeFirst()
  return row?.wrapped
}

/** A record with a content key of its own: `wrappedKey` and `sealed` are what goes into the row. */
export function sealRecord(organisationKey: Buffer, context: string, value: unknown) {
  const key = newKey()
  return {
    key,
    wrappedKey: seal(organisationKey, key, `key:${context}`),
    sealed: sealJson(key, value, context),
  }
}

/** The record's own key, to open or add to what it sealed. */
export const openRecordKey = (organisationKey: Buffer, context: string, wrapped: Buffer): Buffer =>
  open(organisationKey, wrapped, `key:${context}`)

export const openRecord = <T>(
  organisationKey: Buffer,
  context: string,
  wrapped: Buffer,
  sealed: Buffer,
): T => openJson<T>(openRecordKey(organisationKey, context, wrapped), sealed, context)

/** Seals and opens what belongs to one record: erased together with its key. `what` names the place in it. */
export type RecordKey = {
  seal(what: string, value: unknown): Buffer
  open<T>(what: string, sealed: Buffer): T
}

export const recordKey = (key: Buffer, context: string): RecordKey => ({
  seal: (what, value) => sealJson(key, value, `${context}:${what}`),
  open: <T>(what: string, sealed: Buffer) => openJson<T>(key, sealed, `${context}:${what}`),
})

/** The same, out of the key as it stands in the row. */
export const unwrapRecordKey = async (
  work: Work,
  keyring: Keyring,
  context: string,
  wrapped: Buffer,
): Promise<RecordKey> =>
  recordKey(openRecordKey(await keyring.keyOf(work), context, wrapped), context)
