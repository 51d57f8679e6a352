import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Passage, PassageKind, PassageWords } from './conversation.ts'
import type { Found } from './find-conversation.ts'
import { insertPassage, listPassageRows } from './store.ts'

const placeOf = (conversation: string, id: string): string =>
  `conversation:${conversation}:passage:${id}`

/** Everything that was written down, in the order in which it was. */
export async function readPassages(
  work: Work,
  { row, key }: Pick<Found, 'row' | 'key'>,
): Promise<readonly Passage[]> {
  const rows = await listPassageRows(work, row.id)
  return rows.map((one) => ({
    ...key.open<PassageWords>(placeOf(row.id, one.id), one.words),
    id: one.id,
    kind: one.kind,
    aboutId: one.about_id ?? undefined,
    writtenBy: one.written_by,
    writtenAt: one.written_at,
    dueOn: one.due_on ?? undefined,
  }))
}

export type NewPassage = {
  readonly kind: PassageKind
  readonly text: string
  readonly innocent?: readonly string[]
  readonly aboutId?: string | undefined
  readonly dueOn?: string | undefined
}

/** Passages are only ever added; answers the id. */
export async function addPassage(
  work: Work,
  { actor, row, key }: Pick<Found, 'actor' | 'row' | 'key'>,
  { kind, text, innocent = [], aboutId, dueOn }: NewPassage,
): Promise<string> {
  const id = newId()
  const words: PassageWords = { text, innocent }
  await insertPassage(work, {
    conversation_id: row.id,
    id,
    kind,
    about_id: aboutId ?? null,
    written_by: actor.personId,
    written_at: work.now.toString(),
    due_on: dueOn ?? null,
    words: key.seal(placeOf(row.id, id), words),
  })
  return id
}
