import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { reader } from './access.ts'
import { isForRegister, referencesOf, standsAs } from './candidate.ts'
import { candidateFrom } from './read-candidates.ts'
import type { Register } from './register-port.ts'
import { findFound, listBelonging, markSeen, type Seen } from './store-candidates.ts'

/**
 * Makes an item of the register of it, in the words of the House, and marks it seen as it was. Answers the id of the
 * item; taken over before, or read from its paper, it is the item that stands there.
 */
export async function takeCandidate(
  work: Work,
  { addItem, known }: Pick<Register, 'addItem' | 'known'>,
  seen: Seen,
): Promise<string> {
  const { personId } = reader(work)
  const row = (await findFound(work, seen)) ?? refuse('not-found', 'no-such-candidate')
  if (row.item_id) {
    work.audit({ act: 'open-data.take-again', subject: row.id })
    return row.item_id
  }
  const belonging = seen.source === 'matters' ? await listBelonging(work, [row.id]) : []
  const candidate = candidateFrom(row, belonging)
  const { kind, subject: says, onDay: raisedOn } = candidate
  if (!isForRegister(kind)) return refuse('conflict', 'not-for-the-register')
  const references = referencesOf(candidate)
  const there = standsAs(candidate, await known(work, references))
  const itemId = there ?? (await addItem(work, { kind, says, raisedOn, references }))
  await markSeen(work, personId, { ...seen, itemId })
  work.audit({ act: 'open-data.take', subject: row.id, details: { item: itemId } })
  return itemId
}
