import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import { activeSteps, protocolOf } from './edition.ts'
import { type DraftAsRead, wholePrintOf } from './edition-print.ts'
import { openEdition } from './edition-words.ts'
import { findEditionIn, updateEdition } from './store-editions.ts'

/**
 * From now on this is the protocol. It never changes again; runs that began under another edition keep
 * theirs. Only as it was read before deciding: what a colleague changed since is read first.
 */
export async function putInForce(
  work: Work,
  desk: ProtocolDesk,
  { draft, print }: DraftAsRead,
): Promise<void> {
  const { personId } = editor(work)
  const current = await findEditionIn(work, 'in-force', true)
  if (current?.id === draft) {
    work.audit({ act: 'protocol.put-in-force-again', subject: draft })
    return
  }
  const row = await findEditionIn(work, 'draft', true)
  if (row?.id !== draft) return refuse('conflict', 'no-draft')
  const content = await openEdition(work, desk.keyring, row)
  if (print !== wholePrintOf(content)) return refuse('conflict', 'step-changed-meanwhile')
  const protocol = protocolOf(content)
  if (activeSteps(protocol).length === 0) return refuse('conflict', 'no-steps')
  const at = work.now.toString()
  if (current) await updateEdition(work, current.id, { state: 'replaced', replaced_at: at })
  await updateEdition(work, row.id, { state: 'in-force', in_force_at: at, in_force_by: personId })
  work.audit({ act: 'protocol.put-in-force', subject: row.id, details: { number: row.number } })
}
