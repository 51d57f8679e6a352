import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { certifiedWorker, findFile } from './find-file.ts'
import { addFile, again } from './open-arrest.ts'
import { findFileByKey } from './store.ts'

type NewProtection = {
  /** why a file in which the young person is protected is needed */
  readonly reason: string
  readonly key?: string | undefined
}

/**
 * Opens the file in which a young person is protected, apart from the arrest: its own key, circle and ground,
 * and nothing of it stands in the file of the arrest. Whether there is another already is told to nobody who
 * may not see that one: then there are two. Answers its id.
 */
export async function openProtection(
  work: Work,
  desk: ArrestDesk,
  arrestId: string,
  { reason, key }: NewProtection,
): Promise<string> {
  const actor = certifiedWorker(work)
  const { content } = await findFile(work, desk, { kind: 'arrest', id: arrestId })
  const before = key && (await findFileByKey(work, actor, 'protection', key))
  if (before) return again(work, 'protection.open', before)
  if (reason.trim() === '') refuse('invalid', 'reason-missing')
  const { pseudonym, person } = content
  const own = { pseudonym, person, offences: [], offenceWords: '', place: '', reason }
  const plain = { arrested_at: null, offence: null, age_group: null, key }
  const made = await addFile(work, desk, actor, { kind: 'protection', content: own, plain })
  if (made.again) return again(work, 'protection.open', made.id)
  work.audit({ act: 'protection.open', subject: made.id })
  return made.id
}
