import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isReporter, mayFollowUp } from './access.ts'
import { circleOf, findVisible } from './read-signal.ts'
import { type SignalAct, step } from './signal.ts'
import { sealLater } from './signal-words.ts'
import { type FoundSignal, insertEvent, isDoneBefore, updateSignal } from './store.ts'
import type { SignalEventKind, SignalRow } from './tables.ts'

type Change = Partial<Omit<SignalRow, 'organisation_id' | 'id' | 'state'>>

type Move = {
  readonly act: SignalAct
  readonly by: 'reporter' | 'follower'
  readonly event: SignalEventKind
  readonly words?: string
  readonly toPerson?: string
  /** of the form that was sent */
  readonly key?: string | undefined
  /** what else must be so; asked of nobody who may not do this */
  readonly ready?: () => Promise<void>
  readonly change?: (row: SignalRow, actor: PersonActor) => Change
}

/** `again`: the same form came twice, and nothing more was done. */
type Moved = { readonly actor: PersonActor; readonly row: FoundSignal; readonly again: boolean }

/**
 * Every change of state goes through here: lock the row, ask who and whether, then write state and
 * history together. Whoever may see the signal but not do this learns that; whoever may not see it,
 * learns nothing.
 */
export async function moveSignal(
  work: Work,
  keyring: Keyring,
  id: string,
  move: Move,
): Promise<Moved> {
  const { actor, row } = await findVisible(work, id, true)
  if (move.key && (await isDoneBefore(work, actor, { id, kind: move.event, key: move.key }))) {
    work.audit({ act: `signal.${move.act}-again`, subject: id })
    return { actor, row, again: true }
  }
  const may = move.by === 'reporter' ? isReporter : mayFollowUp
  if (!may(actor, circleOf(row))) return refuse('not-allowed', `cannot-${move.act}`)
  const next = step(move.act, {
    state: row.state,
    takenUp: row.taken_up_by !== null,
    takerGone: row.taker_gone,
  })
  if (!next.ok) return refuse('conflict', next.because)
  await move.ready?.()
  const eventId = newId()
  const words = await sealLater(work, keyring, row, eventId, move.words ?? '')
  await updateSignal(work, id, { ...move.change?.(row, actor), state: next.state })
  await insertEvent(work, actor, {
    signalId: id,
    id: eventId,
    kind: move.event,
    key: move.key,
    ...(words ? { words } : {}),
    ...(move.toPerson ? { toPerson: move.toPerson } : {}),
  })
  work.audit({ act: `signal.${move.act}`, subject: id })
  return { actor, row, again: false }
}
