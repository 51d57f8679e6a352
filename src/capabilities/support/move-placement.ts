import {
  caseKey,
  endTasksFrom,
  findCase,
  type NewEntry,
  writeEntry,
} from '#capabilities/cases/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import {
  eventOf,
  type HappeningWords,
  type PlacementAct,
  type PlacementWords,
  step,
} from './placement.ts'
import { openWords, sealHappening } from './placement-words.ts'
import {
  findPlacementRow,
  insertPlacementEvent,
  isDoneBefore,
  type PlacementRow,
  updatePlacement,
} from './placements-store.ts'
import { dayFits } from './waiting.ts'

export type Place = { readonly caseId: string; readonly id: string }

type Move = {
  readonly act: PlacementAct
  /** the day on which it happened, as an ISO date */
  readonly day: string
  readonly words: HappeningWords
  /** of the form that was sent */
  readonly key?: string | undefined
  /** what else must be so; asked of nobody who may not do this */
  readonly ready?: () => void
  /** what it leaves in the case */
  readonly entry: (row: PlacementRow, words: PlacementWords) => NewEntry
}

/** In which column the day of an act stands; a report has none. */
const dayColumn = {
  agree: 'agreed_on',
  decline: 'stopped_on',
  withdraw: 'stopped_on',
  start: 'started_on',
  report: undefined,
  end: 'ended_on',
  evaluate: 'evaluated_on',
} as const satisfies Record<PlacementAct, keyof PlacementRow | undefined>

/** Everybody in the circle writes down a report; every other step is for who may decide. */
export const needsDecider = (act: PlacementAct): boolean => act !== 'report'

/** `again`: the same form came twice, and nothing more was done. */
export type Moved = {
  readonly row: PlacementRow
  readonly words: PlacementWords
  readonly again: boolean
}

/**
 * Every change of state goes through here: lock the case and the placement, ask who and whether, then
 * write state, history and the entry in the case together.
 */
export async function movePlacement(
  work: Work,
  { cases }: SupportDesk,
  { caseId, id }: Place,
  { act, day, words, key, ready, entry }: Move,
): Promise<Moved> {
  const head = await findCase(work, caseId, true)
  const actor = work.actor as PersonActor
  const row =
    (await findPlacementRow(work, { caseId, id, lock: true })) ??
    refuse('not-found', 'no-such-placement')
  const kind = eventOf[act]
  const caseKeyNow = await caseKey(work, cases.keyring, caseId)
  const placementWords = openWords(caseKeyNow, row)
  if (key && (await isDoneBefore(work, actor, { placementId: id, kind, key }))) {
    work.audit({ act: `placement.${act}-again`, subject: id })
    return { row, words: placementWords, again: true }
  }
  if (needsDecider(act) && !head.mayDecide) refuse('not-allowed', 'may-not-decide')
  const next = step(act, row.state)
  if (!next.ok) return refuse('conflict', next.because)
  const fit = dayFits(day, dayBefore(act, row), dutchDay(work.now))
  if (!fit.ok) return refuse('invalid', fit.because)
  ready?.()
  const eventId = newId()
  const column = dayColumn[act]
  await updatePlacement(work, id, { state: next.state, ...(column ? { [column]: day } : {}) })
  await insertPlacementEvent(work, actor, {
    placementId: id,
    id: eventId,
    kind,
    happenedOn: day,
    content: sealHappening(caseKeyNow, { id, eventId }, words),
    key,
  })
  const from = { capability: 'support', id } as const
  await writeEntry(work, cases, caseId, { ...entry(row, placementWords), happenedOn: day, from })
  await endTasksFrom(work, from, act === 'report' ? 'done' : 'dropped')
  work.audit({ act: `placement.${act}`, subject: id })
  return { row, words: placementWords, again: false }
}

/** The day after which it can have happened; a report may tell of any day since the beginning. */
const dayBefore = (act: PlacementAct, row: PlacementRow): string =>
  (act === 'report' ? row.started_on : undefined) ??
  row.ended_on ??
  row.started_on ??
  row.agreed_on ??
  row.proposed_on
