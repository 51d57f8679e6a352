import { open, seal } from '#platform/crypto.ts'
import type { Keyring } from '#platform/keyring.ts'
import { openRecord, openRecordKey } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { SignalWords } from './signal.ts'

/** What a sealed value belongs to; it cannot be opened under another row's name. */
export const signalContext = (work: Work, id: string): string =>
  `signal:${work.actor.organisationId}:${id}`

export const draftContext = (work: Work, id: string): string =>
  `signal-draft:${work.actor.organisationId}:${id}`

type Sealed = { id: string; content_key: Buffer | null; content: Buffer | null }

/** The words of a signal, or nothing once they were erased. */
export async function openWords(
  work: Work,
  keyring: Keyring,
  row: Sealed,
): Promise<SignalWords | undefined> {
  if (!row.content_key || !row.content) return undefined
  const key = await keyring.keyOf(work)
  return openRecord<SignalWords>(key, signalContext(work, row.id), row.content_key, row.content)
}

type Keyed = { id: string; content_key: Buffer | null }

/** Seals what somebody adds later with the signal's own key: erased together with the signal. */
export async function sealLater(
  work: Work,
  keyring: Keyring,
  row: Keyed,
  eventId: string,
  text: string,
): Promise<Buffer | undefined> {
  if (text === '' || !row.content_key) return undefined
  const key = openRecordKey(await keyring.keyOf(work), signalContext(work, row.id), row.content_key)
  return seal(key, Buffer.from(text), eventContext(work, row.id, eventId))
}

export async function openLater(
  work: Work,
  keyring: Keyring,
  row: Keyed,
  event: { id: string; words: Buffer | null },
): Promise<string> {
  if (!event.words || !row.content_key) return ''
  const key = openRecordKey(await keyring.keyOf(work), signalContext(work, row.id), row.content_key)
  return open(key, event.words, eventContext(work, row.id, event.id)).toString('utf8')
}

const eventContext = (work: Work, id: string, eventId: string): string =>
  `${signalContext(work, id)}:${eventId}`
