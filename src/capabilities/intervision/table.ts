import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayFacilitate, mayHoldIntervision } from './access.ts'
import type { IntervisionDesk } from './desk.ts'
import { type Sealer, sealerOf } from './intervision-words.ts'
import { type HeldPhase, phasesOf } from './method-of.ts'
import { findIntervisionRow } from './store.ts'
import type { IntervisionRow } from './tables.ts'

/** A professional; anybody else hears that this is not for them. */
export const professional = (work: Work): PersonActor =>
  mayHoldIntervision(work.actor) ? work.actor : refuse('not-allowed', 'cannot-hold-intervision')

/** Somebody at the table, and the table. */
export type Table = {
  readonly actor: PersonActor
  readonly row: IntervisionRow
  readonly phases: readonly HeldPhase[]
  readonly isFacilitator: boolean
}

/** For who joined; anybody else learns nothing, not even that it exists. `lock`: to change it. */
export async function findTable(
  work: Work,
  { knowledge }: IntervisionDesk,
  id: string,
  lock = false,
): Promise<Table> {
  const actor = professional(work)
  const row =
    (await findIntervisionRow(work, actor.personId, id, lock)) ??
    refuse('not-found', 'no-such-intervision')
  return {
    actor,
    row,
    phases: phasesOf(knowledge, row),
    isFacilitator: mayFacilitate(actor, { facilitatorId: row.facilitator_id }),
  }
}

/** The same, for what only the facilitator does. */
export async function findAsFacilitator(
  work: Work,
  desk: IntervisionDesk,
  id: string,
): Promise<Table> {
  const table = await findTable(work, desk, id, true)
  return table.isFacilitator ? table : refuse('not-allowed', 'only-the-facilitator')
}

/** The words can still be read: they were not erased. */
export async function sealerFor(
  work: Work,
  { keyring }: IntervisionDesk,
  row: IntervisionRow,
): Promise<Sealer> {
  return (await sealerOf(work, keyring, row)) ?? refuse('conflict', 'words-erased')
}
