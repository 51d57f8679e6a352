import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { moveAdvice } from './move-advice.ts'

export type Said = { readonly text: string; readonly key?: string | undefined }

/** Answers, asks back, or ends it with why; by whoever has it. */
export async function giveAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { act, text, key }: Said & { readonly act: 'answer' | 'ask-back' | 'end' },
): Promise<void> {
  if (text.trim() === '') refuse('invalid', 'words-missing')
  await moveAdvice(work, desk, id, {
    side: 'received',
    act,
    words: { text },
    key,
    before: async ({ holder_id }) =>
      holder_id === (work.actor as PersonActor).personId
        ? undefined
        : refuse('not-allowed', 'not-with-you'),
  })
}
