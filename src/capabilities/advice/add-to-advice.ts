import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import type { Said } from './give-advice.ts'
import { type Looked, type LookFirst, lookFirst } from './look-first.ts'
import { moveAdvice } from './move-advice.ts'
import { findOpenTo } from './store.ts'

/**
 * Whoever asked adds something, or replies to the question back that waits. Answers what to look at first when
 * the words may tell who it is about.
 */
export async function addToAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { act, text, seen, key }: Said & Looked & { readonly act: 'add' | 'reply' },
): Promise<LookFirst | undefined> {
  if (text.trim() === '') refuse('invalid', 'words-missing')
  const row = (await findOpenTo(work, id, true)) ?? refuse('not-found', 'no-such-question')
  let look: LookFirst | undefined
  await moveAdvice(work, desk, id, {
    side: 'asked',
    act,
    words: { text, ...(act === 'reply' && row.pending_id ? { to: row.pending_id } : {}) },
    key,
    before: async ({ case_id }) => {
      look = await lookFirst(work, desk, { caseId: case_id, texts: [text], seen })
      if (!look) return undefined
      work.audit({ act: 'advice.look', subject: id, details: { found: look.look.length } })
      return 'stop'
    },
  })
  return look
}
