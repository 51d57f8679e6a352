import type { OrganisationKind } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import { wordsOf } from '#platform/plain-words.ts'
import type { InTransaction } from '#platform/work.ts'
import { findProviderRow, findSignInOrganisationRows } from './store-proofs.ts'

/** An organisation with a sign-in page of its own: public facts. */
export type SignInOrganisation = {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly municipality: string | undefined
}

/** `more`: there are others, which a longer question would bring nearer. */
export type Found = {
  readonly organisations: readonly SignInOrganisation[]
  readonly more: boolean
}

/** Without a question only a handful is shown, when there are no more than that. */
const mostAtOnce = { found: 20, unasked: 6 }

/** Organisations whose name or place holds every word of the question. */
export async function findSignInOrganisations(pool: Pool, question: string): Promise<Found> {
  const words = wordsIn(question)
  const most = words.length > 0 ? mostAtOnce.found : mostAtOnce.unasked
  const rows = await findSignInOrganisationRows(pool, words, most + 1)
  return { organisations: rows.slice(0, most), more: rows.length > most }
}

/** Whether this organisation has a sign-in page of its own. */
export const hasProvider = (
  inTransaction: InTransaction,
  organisationId: string,
  requestId: string,
): Promise<boolean> =>
  inTransaction(
    { kind: 'system', name: 'sign-in', organisationId },
    'sign-in',
    async (work) => (await findProviderRow(work)) !== undefined,
    requestId,
  )

const wordsIn = (question: string): string[] => wordsOf(question.slice(0, 100)).slice(0, 8)
