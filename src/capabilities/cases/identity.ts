import { blindIndex, sealJson } from '#platform/crypto.ts'
import { openRecord, openRecordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import { type Identity, sameName } from './case-file.ts'
import { identityContext } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { getIdentityRow, insertIdentity, updateIdentity } from './store.ts'

export type IdentityIndexes = ReturnType<typeof indexesOf>

/** Equal names and equal numbers have equal bytes that nobody can read. */
const indexesOf = (organisationKey: Buffer, { name, number }: Identity) => ({
  name_index: blindIndex(organisationKey, 'case-name', sameName(name)),
  number_index:
    number.trim() === '' ? null : blindIndex(organisationKey, 'case-number', sameName(number)),
})

export const indexesFor = async (
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  identity: Identity,
): Promise<IdentityIndexes> => indexesOf(await keyring.keyOf(work), identity)

export async function writeIdentity(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  caseId: string,
  identity: Identity,
): Promise<void> {
  const organisationKey = await keyring.keyOf(work)
  const { wrappedKey, sealed } = sealRecord(
    organisationKey,
    identityContext(work, caseId),
    identity,
  )
  await insertIdentity(work, {
    case_id: caseId,
    content_key: wrappedKey,
    content: sealed,
    ...indexesOf(organisationKey, identity),
  })
}

export type ReadIdentity = { readonly identity: Identity; readonly version: number }

/** For somebody of whom is known that they may see the case. */
export async function openIdentity(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  caseId: string,
): Promise<ReadIdentity> {
  const row = await getIdentityRow(work, caseId)
  const identity = openRecord<Identity>(
    await keyring.keyOf(work),
    identityContext(work, caseId),
    row.content_key,
    row.content,
  )
  return { identity, version: row.version }
}

export async function rewriteIdentity(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  caseId: string,
  { identity, version }: ReadIdentity,
): Promise<void> {
  const row = await getIdentityRow(work, caseId)
  const organisationKey = await keyring.keyOf(work)
  const context = identityContext(work, caseId)
  const key = openRecordKey(organisationKey, context, row.content_key)
  await updateIdentity(work, caseId, {
    version,
    content: sealJson(key, identity, context),
    ...indexesOf(organisationKey, identity),
  })
}
