import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type CaseKey, openCaseKey } from './case-words.ts'
import { findCaseKeyRow } from './store.ts'

/**
 * For another capability that keeps words about a case: sealed with the case's own key, they are erased
 * together with it. `what` names the place, such as `placement:…`; without it nothing opens. Ask
 * `findCase` first: this opens for whoever is let through there.
 */
export async function caseKey(work: Work, keyring: Keyring, caseId: string): Promise<CaseKey> {
  const row = (await findCaseKeyRow(work, caseId)) ?? refuse('not-found', 'no-such-case')
  return openCaseKey(work, keyring, row)
}
