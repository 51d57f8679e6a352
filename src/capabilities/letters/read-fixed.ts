import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { FrozenLetter } from './evidence.ts'
import { findFile } from './files-store.ts'

/** A letter of this ministry as it was fixed; also before it is published. */
export async function readFixed(work: Work, id: string): Promise<FrozenLetter> {
  writer(work)
  const bytes = (await findFile(work, id, 'letter')) ?? refuse('not-found', 'no-such-letter')
  work.audit({ act: 'letter.read-fixed', subject: id })
  return JSON.parse(bytes.toString()) as FrozenLetter
}
