import { openJson, sealJson } from '#platform/crypto.ts'
import { type Keyring, openRecordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'

/** What a sealed value belongs to; it cannot be opened under another row's name. */
const contextOf = (work: Work, id: string): string => `dossier:${work.actor.organisationId}:${id}`

/** Seals and opens what belongs to one dossier: erased together with its key. `what` names the place. */
export type DossierKey = {
  seal(what: string, value: unknown): Buffer
  open<T>(what: string, sealed: Buffer): T
}

export async function openDossierKey(
  work: Work,
  keyring: Keyring,
  { id, content_key }: { readonly id: string; readonly content_key: Buffer },
): Promise<DossierKey> {
  const context = contextOf(work, id)
  const key = openRecordKey(await keyring.keyOf(work), context, content_key)
  return {
    seal: (what, value) => sealJson(key, value, `${context}:${what}`),
    open: <T>(what: string, sealed: Buffer) => openJson<T>(key, sealed, `${context}:${what}`),
  }
}

/** A key for a new dossier, wrapped as it goes into its row. */
export const newDossierKey = async (work: Work, keyring: Keyring, id: string): Promise<Buffer> =>
  sealRecord(await keyring.keyOf(work), contextOf(work, id), {}).wrappedKey

/** The names of the places within a dossier. */
export const places = {
  head: 'head',
  event: (id: string) => `event:${id}`,
  offence: (id: string) => `offence:${id}`,
  fact: (id: string) => `fact:${id}`,
  statement: (id: string) => `statement:${id}`,
  assessment: (id: string) => `assessment:${id}`,
  decision: (id: string) => `decision:${id}`,
  outcome: (decision: string, offence: string) => `outcome:${decision}:${offence}`,
  notice: (decision: string, recipient: string) => `notice:${decision}:${recipient}`,
  objection: (id: string) => `objection:${id}`,
} as const
