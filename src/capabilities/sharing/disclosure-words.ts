import { type RecordKey, unwrapRecordKey } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { Brought } from './brought.ts'
import type { SharingDesk } from './desk.ts'
import type { RecallReason } from './disclosure.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import type { DisclosureRow } from './disclosure-store.ts'
import type { Draft } from './draft.ts'

/** What the sealed words of a disclosure belong to, at the sender. */
export const disclosureContext = (work: Work, id: string): string =>
  `disclosure:${work.actor.organisationId}:${id}`

/** The same at the recipient. */
export const receivedContext = (work: Work, id: string): string =>
  `received:${work.actor.organisationId}:${id}`

export type DisclosureWords = {
  readonly draft: Draft
  /** what left; not there before */
  readonly body?: DisclosureBody
  /** why it was not shared */
  readonly notShared?: string
  /** what a program of the organisation brought */
  readonly brought?: Brought
}

/** What was said about it: a question, an answer, a reason; the person of the other side as they were named. */
export type EventWords = {
  readonly text: string
  readonly by?: string | undefined
  /** why it was recalled, so that a recall that went astray can go again */
  readonly because?: RecallReason | undefined
  /** what the recipient had taken already: kinds and numbers, not where */
  readonly taken?: readonly { readonly kind: string; readonly count: number }[] | undefined
}

export type OpenedDisclosure = { readonly key: WordsKey; readonly words: DisclosureWords }

/** Key and words as the sender keeps them; nothing once they were erased. */
export async function openDisclosure(
  work: Work,
  desk: Pick<SharingDesk, 'keyring'>,
  { id, content_key, content }: Pick<DisclosureRow, 'id' | 'content_key' | 'content'>,
): Promise<OpenedDisclosure | undefined> {
  if (!content_key || !content) return undefined
  const key = await wordsKey(work, desk, disclosureContext(work, id), content_key)
  return { key, words: key.open<DisclosureWords>(places.words, content) }
}

/** Of one disclosure, on one side. */
export type WordsKey = RecordKey

export const wordsKey = (
  work: Work,
  { keyring }: Pick<SharingDesk, 'keyring'>,
  context: string,
  wrapped: Buffer,
): Promise<WordsKey> => unwrapRecordKey(work, keyring, context, wrapped)

export const places = {
  words: 'words',
  event: (id: string) => `event:${id}`,
  answer: (id: string) => `answer:${id}`,
} as const
