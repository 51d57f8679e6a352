import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { moveAdvice } from './move-advice.ts'

/** Somebody who advises has it from now on; a colleague who had it sees that in the thread. */
export async function takeUpAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { key }: { readonly key?: string | undefined } = {},
): Promise<void> {
  const holder = (work.actor as PersonActor).personId
  await moveAdvice(work, desk, id, {
    side: 'received',
    act: 'take',
    words: { text: '' },
    key,
    holder,
    before: async (row) =>
      row.holder_id === holder && row.state !== 'ended'
        ? refuse('conflict', 'you-have-it')
        : undefined,
  })
}
