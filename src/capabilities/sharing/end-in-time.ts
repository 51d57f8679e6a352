import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { nextState } from './disclosure.ts'
import {
  claimPastDisclosures,
  insertDisclosureEvent,
  updateDisclosure,
} from './disclosure-store.ts'
import { eraseReceived } from './receive-disclosure.ts'
import { claimPastReceived, insertReceivedEvent } from './received-store.ts'

/** Rows per transaction, so that nobody waits for a large ending. */
const portion = 200

type Parts = {
  readonly inTransaction: InTransaction
  readonly listOrganisations: () => Promise<readonly string[]>
}

/** After the last day each side ends its own: the recipient loses the words, the trail stays. */
export const endInTimeJob = ({ inTransaction, listOrganisations }: Parts): Job => ({
  name: 'end-deliveries',
  first: 90,
  every: 3_600,
  async run(stop) {
    for (const organisationId of await listOrganisations()) {
      let more = true
      while (more && !stop.aborted) {
        const actor = { kind: 'system', name: 'retention', organisationId } as const
        more = await inTransaction(actor, 'share', endInTime)
      }
    }
  },
})

/** Answers whether there may be more. */
export async function endInTime(work: Work): Promise<boolean> {
  const today = dutchDay(work.now)
  const received = await claimPastReceived(work, today, portion)
  for (const row of received) {
    await eraseReceived(work, row, 'ended')
    await insertReceivedEvent(work, { received_id: row.id, id: newId(), kind: 'ended' })
    work.audit({ act: 'sharing.end-delivery', subject: row.id, details: { was: row.state } })
  }
  const sent = await claimPastDisclosures(work, today, portion)
  for (const { id, state } of sent) {
    const ended = nextState('end', state)
    if (!ended) continue
    await updateDisclosure(work, id, { state: ended })
    await insertDisclosureEvent(work, { disclosure_id: id, id: newId(), kind: 'ended' })
    work.audit({ act: 'sharing.end', subject: id, details: { was: state } })
  }
  return received.length === portion || sent.length === portion
}
