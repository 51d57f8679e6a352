import type { Basis, FactKind } from '#capabilities/sharing/index.ts'
import { openRecord, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'

export type TableWords = {
  readonly question: string
  readonly agenda: string
  readonly place: string
}

/** What somebody wrote down to bring to a table: as a fact of a file is kept. */
export type WrittenFact = {
  readonly kind: FactKind
  readonly text: string
  readonly source: string
  /** ISO date */
  readonly on?: string | undefined
  readonly moment: string
  /** what else it can be, and what speaks against it */
  readonly beside: readonly string[]
}

export type ItemWords = {
  readonly text: string
  /** the ground of an agreement that tells of somebody */
  readonly basis?: Basis | undefined
  /** of what was written down to be brought */
  readonly fact?: Omit<WrittenFact, 'text'> | undefined
}

type Sealed = {
  readonly id: string
  readonly content_key: Buffer | null
  readonly content: Buffer | null
}

const contextOf = (work: Work, id: string): string =>
  `round-table:${work.actor.organisationId}:${id}`

/** With a key of its own, so that it can go by itself. */
export async function sealed(
  work: Work,
  { keyring }: Pick<TableDesk, 'keyring'>,
  id: string,
  words: TableWords | ItemWords,
) {
  const one = sealRecord(await keyring.keyOf(work), contextOf(work, id), words)
  return { content_key: one.wrappedKey, content: one.sealed }
}

/** Nothing when it was erased. */
export async function opened<T extends TableWords | ItemWords>(
  work: Work,
  { keyring }: Pick<TableDesk, 'keyring'>,
  { id, content_key, content }: Sealed,
): Promise<T | undefined> {
  if (!content || !content_key) return undefined
  return openRecord<T>(await keyring.keyOf(work), contextOf(work, id), content_key, content)
}
