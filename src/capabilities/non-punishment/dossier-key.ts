import { type Keyring, type RecordKey, sealRecord, unwrapRecordKey } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'

/** What a sealed value belongs to; it cannot be opened under another row's name. */
const contextOf = (work: Work, id: string): string => `dossier:${work.actor.organisationId}:${id}`

export type DossierKey = RecordKey

export const openDossierKey = (
  work: Work,
  keyring: Keyring,
  { id, content_key }: { readonly id: string; readonly content_key: Buffer },
): Promise<DossierKey> => unwrapRecordKey(work, keyring, contextOf(work, id), content_key)

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
