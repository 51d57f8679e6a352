import { openJson } from '#platform/crypto.ts'
import {
  type Keyring,
  openRecordKey,
  type RecordKey,
  recordKey,
  sealRecord,
} from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'

/** What the table is about, without a name, and the code with which colleagues join. */
export type IntervisionWords = { readonly topic: string; readonly code: string }

/** What the conversation led to; erased with the rest unless it was taken to a case. */
export type Conclusion = { readonly question: string; readonly agreement: string }

/** What stays: what the pupil and the parents will hear. */
export type Told = { readonly pupil: string; readonly parents: string }

/** What a sealed value belongs to; it cannot be opened under another row's name. */
const intervisionContext = (work: Work, id: string): string =>
  `intervision:${work.actor.organisationId}:${id}`

const toldContext = (work: Work, id: string): string =>
  `intervision-told:${work.actor.organisationId}:${id}`

export const sealIntervision = async (
  work: Work,
  keyring: Keyring,
  id: string,
  words: IntervisionWords,
) => sealRecord(await keyring.keyOf(work), intervisionContext(work, id), words)

export type Sealer = RecordKey & {
  words(sealed: Buffer): IntervisionWords
}

type Keyed = { readonly id: string; readonly content_key: Buffer | null }

/** Seals and opens with the intervision's own key; nothing once that key was destroyed. */
export async function sealerOf(
  work: Work,
  keyring: Keyring,
  { id, content_key }: Keyed,
): Promise<Sealer | undefined> {
  if (!content_key) return undefined
  const context = intervisionContext(work, id)
  const key = openRecordKey(await keyring.keyOf(work), context, content_key)
  return {
    ...recordKey(key, context),
    words: (sealed) => openJson(key, sealed, context),
  }
}

export const sealTold = async (work: Work, keyring: Keyring, id: string, told: Told) =>
  sealRecord(await keyring.keyOf(work), toldContext(work, id), told)

type ToldRow = { id: string; told_key: Buffer | null; told: Buffer | null }

export async function openTold(
  work: Work,
  keyring: Keyring,
  { id, told_key, told }: ToldRow,
): Promise<Told | undefined> {
  if (!told_key || !told) return undefined
  const context = toldContext(work, id)
  return openJson<Told>(openRecordKey(await keyring.keyOf(work), context, told_key), told, context)
}
