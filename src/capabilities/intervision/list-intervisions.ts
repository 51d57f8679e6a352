import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import type { About, IntervisionState, Outcome } from './intervision.ts'
import { sealerOf } from './intervision-words.ts'
import { listOwnRows } from './store-table.ts'
import { professional } from './table.ts'

export type IntervisionLine = {
  readonly id: string
  readonly method: string
  readonly state: IntervisionState
  /** held on paper, and not typed in yet */
  readonly waitsForPaper: boolean
  readonly about: About
  readonly startedAt: string
  readonly outcome: Outcome | undefined
  readonly topic: string | undefined
}

/** Lines on the page; older ones stay reachable from the case they were about. */
const most = 50

/** The tables at which this person sits or sat, newest first. */
export async function listIntervisions(
  work: Work,
  { keyring }: IntervisionDesk,
): Promise<readonly IntervisionLine[]> {
  const { personId } = professional(work)
  const rows = await listOwnRows(work, personId, most)
  const lines = await Promise.all(
    rows.map(async (row) => {
      const sealer = await sealerOf(work, keyring, row)
      return {
        id: row.id,
        method: row.method,
        state: row.state,
        waitsForPaper: row.on_paper && row.state === 'gathering',
        about: row.about,
        startedAt: row.started_at,
        outcome: row.outcome ?? undefined,
        topic: sealer && row.content ? sealer.words(row.content).topic : undefined,
      }
    }),
  )
  work.audit({ act: 'intervision.list' })
  return lines
}
