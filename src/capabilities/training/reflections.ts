import { newId } from '#platform/ids.ts'
import { openRecord, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { practising } from './access.ts'
import type { TrainingDesk } from './desk.ts'
import { deleteOwnReflection, insertReflection, listOwnReflections } from './store.ts'
import type { Story } from './story.ts'

/** Longest note for oneself, in characters. */
export const longestReflection = 2_000

export type Reflection = {
  readonly id: string
  readonly story: string
  readonly edition: string
  readonly writtenAt: string
  readonly text: string
}

const contextOf = (id: string): string => `training-reflection:${id}`

/** Keeps a note that only the person who wrote it reads. Sent twice with the same key, it counts once. */
export async function keepReflection(
  work: Work,
  { keyring, practice }: Pick<TrainingDesk, 'keyring' | 'practice'>,
  { story: { id: story }, text, key }: { story: Story; text: string; key?: string | undefined },
): Promise<void> {
  const { organisationId, personId } = practising(work)
  const id = newId()
  const sealed = sealRecord(await keyring.keyOf(work), contextOf(id), text)
  const made = await insertReflection(work, {
    organisation_id: organisationId,
    id,
    person_id: personId,
    story,
    edition: practice.edition.id,
    written_at: work.now.toString(),
    wrapped_key: sealed.wrappedKey,
    content: sealed.sealed,
    key: key ?? null,
  })
  if (!made) return work.audit({ act: 'training.keep-note-again' })
  work.audit({ act: 'training.keep-note', subject: id })
}

/** Throws a note of one's own away, for good. Somebody else's is not there. */
export async function discardReflection(work: Work, id: string): Promise<void> {
  const there = await deleteOwnReflection(work, practising(work), id)
  if (!there) refuse('not-found', 'no-such-note')
  work.audit({ act: 'training.discard-note', subject: id })
}

/** The notes of whoever asks, oldest first; part of an act that is in the trail already. */
export async function openReflections(
  work: Work,
  { keyring }: Pick<TrainingDesk, 'keyring'>,
): Promise<readonly Reflection[]> {
  const rows = await listOwnReflections(work, practising(work))
  const key = await keyring.keyOf(work)
  return rows.map(({ id, story, edition, written_at, wrapped_key, content }) => ({
    id,
    story,
    edition,
    writtenAt: written_at,
    text: openRecord<string>(key, contextOf(id), wrapped_key, content),
  }))
}
