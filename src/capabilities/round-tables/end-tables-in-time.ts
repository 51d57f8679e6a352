import { sendInOrder } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { endHere } from './end-here.ts'
import { keptUntil, overBefore } from './round-table.ts'
import { claimOver, eraseKept } from './store-in-time.ts'

/** Tables per transaction, so that nobody waits for a large ending. */
const portion = 20

type Parts = {
  readonly inTransaction: InTransaction
  readonly listOrganisations: () => Promise<readonly string[]>
  readonly keyring: Keyring
  /** hears what went wrong at an organisation; the others go on, and it goes again in an hour */
  readonly failed: (error: unknown, organisationId: string) => void
}

/**
 * A table ends by itself some weeks after its day, and what was kept goes after its last day. Every side counts for
 * itself from what it was told, so that nobody waits for the word of another.
 */
export const endTablesJob = (parts: Parts): Job => ({
  name: 'end-tables',
  first: 95,
  every: 3_600,
  async run(stop) {
    for (const organisationId of await parts.listOrganisations()) {
      await endAllOf(parts, organisationId, stop).catch((error) =>
        parts.failed(error, organisationId),
      )
    }
  },
})

async function endAllOf(
  { inTransaction, keyring }: Parts,
  organisationId: string,
  stop: AbortSignal,
): Promise<void> {
  const actor = { kind: 'system', name: 'retention', organisationId } as const
  let more = true
  while (more && !stop.aborted) {
    more = await inTransaction(actor, 'share', (work) => endTablesInTime(work, { keyring }))
  }
}

/** Answers whether there may be more. */
export async function endTablesInTime(
  work: Work,
  desk: { readonly keyring: Keyring },
): Promise<boolean> {
  const today = dutchDay(work.now)
  const over = await claimOver(work, overBefore(today), portion)
  const stays = []
  for (const { id, on_day } of over) {
    stays.push(...(await endHere(work, id, keptUntil(on_day))))
    work.audit({ act: 'round-table.end-in-time', subject: id })
  }
  const erased = await eraseKept(work, today, portion)
  for (const id of erased) work.audit({ act: 'round-table.erase-kept', subject: id })
  await sendInOrder(work, desk, stays)
  return over.length === portion || erased.length === portion
}
