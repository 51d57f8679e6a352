import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { practising } from './access.ts'
import type { TrainingDesk } from './desk.ts'
import { insertCompletion } from './store.ts'
import type { Story } from './story.ts'

/**
 * Keeps that somebody read a story to its end, in which edition and when; not where they stopped or what
 * they wrote. Sent twice with the same key, it counts once.
 */
export async function completeStory(
  work: Work,
  { practice }: Pick<TrainingDesk, 'practice'>,
  { id: story }: Story,
  key?: string,
): Promise<void> {
  const actor = practising(work)
  const edition = practice.edition.id
  const id = await insertCompletion(work, actor, { id: newId(), key, story, edition })
  if (!id) return work.audit({ act: 'training.complete-again' })
  work.audit({ act: 'training.complete', subject: id, details: { story } })
}
