import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import type { Outcome } from './intervision.ts'
import { type Conclusion, sealerOf } from './intervision-words.ts'
import { listOwnedRows } from './store.ts'
import { professional } from './table.ts'

export type Agreement = {
  readonly outcome: Outcome | undefined
  /** gone once the words are erased */
  readonly text: string | undefined
  /** ISO date */
  readonly dueOn: string | undefined
}

/** Lines on the page. */
const most = 20

/**
 * What was agreed that this person does, the latest day first, also by a table at which they did not sit:
 * of that they learn nothing else (decision 104).
 */
export async function listAgreements(
  work: Work,
  { keyring }: IntervisionDesk,
): Promise<readonly Agreement[]> {
  const { personId } = professional(work)
  const rows = await listOwnedRows(work, personId, most)
  const agreements = await Promise.all(
    rows.map(async (row) => {
      const sealer = await sealerOf(work, keyring, row)
      const words =
        sealer && row.conclusion ? sealer.open<Conclusion>('conclusion', row.conclusion) : undefined
      return {
        outcome: row.outcome ?? undefined,
        text: words?.agreement,
        dueOn: row.due_on ?? undefined,
      }
    }),
  )
  work.audit({ act: 'intervision.list-agreements' })
  return agreements
}
