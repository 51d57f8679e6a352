import { findCase } from '#capabilities/cases/index.ts'
import { type FoundParties, findParties, type PartySearch } from '#capabilities/sharing/index.ts'
import type { OrganisationKind } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayConvene, seats } from './access.ts'

type Beginning = {
  readonly caseId: string | undefined
  readonly search: PartySearch
  /** whom somebody ticked before */
  readonly chosen: readonly string[]
}

/** What the form of a new table needs: whom can be invited, and the case that it is about. */
export async function beginTable(
  work: Work,
  { caseId, search, chosen }: Beginning,
): Promise<{ parties: FoundParties; head: { id: string; code: string } | undefined }> {
  if (!mayConvene(work.actor)) return refuse('not-allowed', 'may-not-convene')
  const head = caseId ? await findCase(work, caseId) : undefined
  const kinds = Object.keys(seats) as OrganisationKind[]
  const parties = await findParties(work, { kinds, search, chosen })
  work.audit({ act: 'round-table.begin', ...(head ? { subject: head.id } : {}) })
  return { parties, head: head && { id: head.id, code: head.code } }
}
