import type { Pool } from '#platform/database.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction } from '#platform/work.ts'
import type { FiguresDesk } from './desk.ts'
import { drawUpEditions } from './draw-up-editions.ts'
import { withProtectThread } from './in-protect-thread.ts'
import { findNationalMinistry } from './received-store.ts'

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly desk: FiguresDesk
}

/** At the one ministry that makes the national figures, if there is one on this server. */
export const editionJob = ({ pool, inTransaction, desk }: Parts): Job => ({
  name: 'figures-edition',
  first: 20,
  every: 6 * 3_600,
  async run(stop) {
    const organisationId = await findNationalMinistry(pool)
    if (!organisationId) return
    const actor = { kind: 'system', name: 'figures', organisationId } as const
    await withProtectThread(
      (protect) =>
        drawUpEditions((verb) => inTransaction(actor, 'tell-figures', verb), desk, protect, stop),
      { stop },
    )
  },
})
