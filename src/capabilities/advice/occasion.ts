import type { Occasion } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import { findOpenTo, listSteps } from './store.ts'
import { t } from './words.ts'

/**
 * An answered question as an occasion to deliver something to who answered it. Who it is about was never told there:
 * the delivery does not say that it follows a question, and no fact is chosen by it.
 */
export const adviceOccasion = (): Occasion => ({
  kind: 'advice',
  async bounds(work, id, language, lock = false) {
    const row = (await findOpenTo(work, id, lock)) ?? refuse('not-found', 'no-such-question')
    if (row.side !== 'asked') return refuse('not-found', 'no-such-question')
    const answered = (await listSteps(work, id)).some(({ act }) => act === 'answer')
    if (!answered) return undefined
    return {
      reference: row.code,
      title: t(language).share.title(row.code),
      to: [{ id: row.other_id }],
      // Only proposed: what it is for is weighed at the delivery.
      aim: undefined,
      proposedAim: 'help',
      ...(row.case_id ? { file: { kind: 'case', id: row.case_id } } : {}),
    }
  },
})
