import type { Pool } from '#platform/database.ts'
import { listSignInOrganisations as list } from './store-proofs.ts'

/** The organisations with a provider of their own: public facts, for the sign-in page. */
export const listSignInOrganisations = (pool: Pool) => list(pool)
