import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { type Looked, type LookFirst, lookFirst } from './look-first.ts'
import { moveAdvice } from './move-advice.ts'

export type Said = { readonly text: string; readonly key?: string | undefined }

/**
 * Answers, asks back, or ends it with why; by whoever has it. Answers what to look at first when the words may tell
 * of somebody: what is known here about a young person needs a delivery, on a ground.
 */
export async function giveAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { act, text, seen, key }: Said & Looked & { readonly act: 'answer' | 'ask-back' | 'end' },
): Promise<LookFirst | undefined> {
  if (text.trim() === '') refuse('invalid', 'words-missing')
  let look: LookFirst | undefined
  await moveAdvice(work, desk, id, {
    side: 'received',
    act,
    words: { text },
    key,
    before: async ({ holder_id }) => {
      if (holder_id !== (work.actor as PersonActor).personId) refuse('not-allowed', 'not-with-you')
      look = await lookFirst(work, desk, { caseId: undefined, texts: [text], seen })
      if (!look) return undefined
      work.audit({ act: 'advice.look', subject: id, details: { found: look.look.length } })
      return 'stop'
    },
  })
  return look
}
