import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isCertified } from './access.ts'
import type { ArrestDesk } from './desk.ts'
import type { LookPart } from './file.ts'
import { places } from './file-key.ts'
import { findToWrite } from './find-file.ts'
import { insertLook, isLookedBefore, updateFile } from './store.ts'

/** What can be answered on an observed question. */
export const lookAnswers = ['seen', 'not-seen', 'unknown'] as const
/** `told`: answered in words. */
export type LookAnswer = (typeof lookAnswers)[number] | 'told'

/** What is sealed of a look. The questions are kept as they were asked: an edition can be gone later. */
export type LookWords = {
  readonly answers: readonly {
    readonly question: string
    readonly asked: string
    readonly answer: LookAnswer
    /** what was seen or heard, in words; of a look in the first edition it stands in `beside`, with the other */
    readonly seen?: string
    /** what else it can be, or what speaks against it */
    readonly beside: string
  }[]
  readonly because: string
}

export type NewLook = {
  readonly part: LookPart
  /** look further: yes or no. The only outcome, and a person's. */
  readonly further: boolean
  readonly words: LookWords
  readonly key?: string | undefined
}

/** Keeps a look under the edition of today. It can be taken again; none replaces another, nothing adds up. */
export async function keepLook(
  work: Work,
  desk: Pick<ArrestDesk, 'keyring' | 'instrument'>,
  arrestId: string,
  { part, further, words, key }: NewLook,
): Promise<void> {
  const found = await findToWrite(work, desk, { kind: 'arrest', id: arrestId })
  if (part === 'full' && !isCertified(found.actor)) refuse('not-allowed', 'only-certified')
  const act = `arrest.look-${part}`
  if (key && (await isLookedBefore(work, arrestId, key))) {
    work.audit({ act: `${act}-again`, subject: arrestId })
    return
  }
  if (words.because.trim() === '') refuse('invalid', 'because-missing')
  const id = newId()
  await insertLook(work, found.actor, {
    file_id: arrestId,
    id,
    part,
    edition: desk.instrument.edition.id,
    further,
    key: key ?? null,
    content: found.key.seal(places.look(id), words),
  })
  await updateFile(work, arrestId)
  work.audit({ act, subject: arrestId, details: { edition: desk.instrument.edition.id } })
}
