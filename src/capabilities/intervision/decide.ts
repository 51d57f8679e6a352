import { isDeepStrictEqual } from 'node:util'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { owners } from './access.ts'
import type { IntervisionDesk } from './desk.ts'
import { move, type Outcome, placeOf } from './intervision.ts'
import { type Conclusion, openTold, sealerOf, sealTold, type Told } from './intervision-words.ts'
import { explanationsOf } from './move-on.ts'
import { leaveChanged, updateIntervision } from './store.ts'
import { findAsFacilitator, sealerFor } from './table.ts'
import type { IntervisionRow } from './tables.ts'

export type Decision = Conclusion & {
  readonly outcome: Outcome | undefined
  readonly ownerId: string | undefined
  /** ISO date */
  readonly dueOn: string | undefined
  readonly told: Told
  /** where the facilitator saw the table stand */
  readonly from: string
}

/** Writes down what the team decided, and ends: the code closes, nobody joins any more. */
export async function decide(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  decision: Decision,
): Promise<void> {
  const table = await findAsFacilitator(work, desk, id)
  const { row, phases } = table
  if (row.state === 'ended' && (await standsWritten(work, desk, row, decision))) {
    work.audit({ act: 'intervision.decide-again', subject: id })
    return
  }
  if (placeOf(row, phases) !== decision.from) return refuse('conflict', 'moved-already')
  const ended = move('end', row, phases, await explanationsOf(work, desk, table))
  if (!ended.ok) return refuse('conflict', ended.because)
  await writeDecision(work, desk, id, decision)
  leaveChanged(work, id)
  work.audit({
    act: 'intervision.decide',
    subject: id,
    details: { outcome: decision.outcome ?? 'none' },
  })
}

/** Whether this very decision stands there already: the answer to it was lost, and it was sent again. */
async function standsWritten(
  work: Work,
  { keyring }: IntervisionDesk,
  row: IntervisionRow,
  { question, agreement, outcome, ownerId, dueOn, told }: Decision,
): Promise<boolean> {
  const sealer = await sealerOf(work, keyring, row)
  if (!sealer || !row.conclusion) return false
  const written = {
    conclusion: sealer.open<Conclusion>('conclusion', row.conclusion),
    outcome: row.outcome ?? undefined,
    ownerId: row.owner_id ?? undefined,
    dueOn: row.due_on ?? undefined,
    told: await openTold(work, keyring, row),
  }
  const sent = { conclusion: { question, agreement }, outcome, ownerId, dueOn, told }
  return isDeepStrictEqual(written, sent)
}

/** Ends a table that came to no decision. What was not turned stays its writer's alone, and is erased in time. */
export async function stopIntervision(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  from: string,
): Promise<void> {
  const { row, phases } = await findAsFacilitator(work, desk, id)
  if (row.state === 'ended') return refuse('conflict', 'moved-already')
  if (placeOf(row, phases) !== from) return refuse('conflict', 'moved-already')
  await updateIntervision(work, id, {
    state: 'ended',
    ended_at: work.now.toString(),
    code_index: null,
  })
  leaveChanged(work, id)
  work.audit({ act: 'intervision.stop', subject: id })
}

/** For who holds the row already. Whoever does what was agreed is told that there is something. */
export async function writeDecision(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { question, agreement, outcome, ownerId, dueOn, told }: Omit<Decision, 'from'>,
): Promise<void> {
  if (ownerId) {
    const here = await desk.colleagues(work, owners)
    if (!here.some(({ personId }) => personId === ownerId)) return refuse('invalid', 'choose-owner')
  }
  const { actor, row } = await findAsFacilitator(work, desk, id)
  const sealer = await sealerFor(work, desk, row)
  const { wrappedKey, sealed } = await sealTold(work, desk.keyring, id, told)
  await updateIntervision(work, id, {
    state: 'ended',
    ended_at: work.now.toString(),
    code_index: null,
    conclusion: sealer.seal('conclusion', { question, agreement }),
    outcome: outcome ?? null,
    owner_id: ownerId ?? null,
    due_on: dueOn ?? null,
    told_key: wrappedKey,
    told: sealed,
  })
  if (ownerId && ownerId !== actor.personId) {
    await desk.tell(work, { to: ownerId, template: 'agreement-given', reference: '' })
  }
}
