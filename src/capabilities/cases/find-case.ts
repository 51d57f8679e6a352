import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayCoordinate, mayDecide, mayHaveCases, mayTakeOver, type Standing } from './access.ts'
import { type CaseAct, type CaseState, canNow } from './case-file.ts'
import { type FoundCase, findCaseRow } from './store.ts'

/** A case as others may know it: no word of what is in it. */
export type CaseHead = {
  readonly id: string
  readonly code: string
  readonly state: CaseState
  readonly coordinatorId: string
  readonly isCoordinator: boolean
  /** may decide in it: a coordinator or the school leader, who may see it */
  readonly mayDecide: boolean
  /** whoever coordinated it is gone, and this person can go on with it */
  readonly mayTakeOver: boolean
}

export type Found = {
  readonly actor: PersonActor
  readonly row: FoundCase
  readonly head: CaseHead
}

/** A person who works with young people here; anybody else has no business with cases. */
export function caseWorker({ actor }: Work): PersonActor {
  if (!mayHaveCases(actor)) return refuse('not-allowed', 'has-no-cases')
  return actor
}

/** The row, for someone who may see it; anyone else learns nothing, not even that it exists. */
export async function findVisible(work: Work, id: string, lock = false): Promise<Found> {
  const actor = caseWorker(work)
  const row = (await findCaseRow(work, actor, id, lock)) ?? refuse('not-found', 'no-such-case')
  const standing = standingIn(row)
  return {
    actor,
    row,
    head: {
      id: row.id,
      code: row.code,
      state: row.state,
      coordinatorId: row.coordinator_id,
      isCoordinator: mayCoordinate(actor, standing),
      mayDecide: mayDecide(actor, standing),
      mayTakeOver: mayTakeOver(actor, standing),
    },
  }
}

const standingIn = (row: FoundCase): Standing => ({
  coordinatorId: row.coordinator_id,
  inCircle: row.in_circle,
  forsaken: row.forsaken,
  coordinatorGone: row.coordinator_gone,
  othersFirst: row.others_first,
})

/**
 * For another capability: a case that this person may see. Refuses `not-found` to anybody else. Writes no
 * entry in the trail: the act for which it is asked does.
 */
export const findCase = async (work: Work, id: string, lock = false): Promise<CaseHead> =>
  (await findVisible(work, id, lock)).head

/** Refuses what the state of a case does not allow: a conflict, because it was possible before. */
export function mustBePossible(act: CaseAct, { state }: { readonly state: CaseState }): void {
  if (!canNow(act, state)) refuse('conflict', `case-is-${state}`)
}

/** Locked, and in the state in which this can be done. */
export async function findFor(work: Work, id: string, act: CaseAct): Promise<Found> {
  const found = await findVisible(work, id, true)
  mustBePossible(act, found.row)
  return found
}

/** The same for who coordinates it: whoever else sees the case learns that they may not. */
export async function findToArrange(work: Work, id: string, act: CaseAct): Promise<Found> {
  const found = await findVisible(work, id, true)
  if (!found.head.isCoordinator) refuse('not-allowed', 'only-the-coordinator')
  mustBePossible(act, found.row)
  return found
}
