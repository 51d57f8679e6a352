import { findCase, writeEntry } from '#capabilities/cases/index.ts'
import { findParty } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { type Looked, type LookFirst, lookFirst } from './look-first.ts'
import { moveAdvice } from './move-advice.ts'
import { t } from './words.ts'

export type Closing = Looked & {
  /** what was done with the advice; stays here */
  readonly outcome: string
  /** what whoever advised hears of it; may be empty */
  readonly told: string
  readonly language: Language
  readonly key?: string | undefined
}

/**
 * Whoever asked closes it with what was done with it. What the other hears is looked at first; what stays here is
 * not. With an open case it stands in that case.
 */
export async function closeAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { outcome, told, seen, language, key }: Closing,
): Promise<LookFirst | undefined> {
  if (outcome.trim() === '') refuse('invalid', 'words-missing')
  let look: LookFirst | undefined
  await moveAdvice(work, desk, id, {
    side: 'asked',
    act: 'close',
    words: { text: told, own: outcome },
    key,
    before: async ({ case_id }) => {
      look = await lookFirst(work, desk, { caseId: case_id, texts: [told], seen })
      if (!look) return undefined
      work.audit({ act: 'advice.look', subject: id, details: { found: look.look.length } })
      return 'stop'
    },
    leaves: async ({ case_id, code, other_id }, { topic }) => {
      if (!case_id || (await findCase(work, case_id)).state === 'closed') return
      const other = await findParty(work, other_id)
      await writeEntry(work, desk.cases, case_id, {
        kind: 'contact',
        withWhom: other?.name ?? code,
        how: 'message',
        text: t(language).entries.closed(code, topic, outcome),
        happenedOn: dutchDay(work.now),
        from: { capability: 'advice', id },
      })
    },
  })
  return look
}
