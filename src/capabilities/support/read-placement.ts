import { type CaseHead, type CaseKey, caseKey, findCase } from '#capabilities/cases/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import type { Place } from './move-placement.ts'
import type {
  HappeningWords,
  PlacementEventKind,
  PlacementState,
  PlacementWords,
} from './placement.ts'
import { openHappening, openWords } from './placement-words.ts'
import {
  findPlacementRow,
  listPlacementEvents,
  listPlacementRows,
  type PlacementRow,
} from './placements-store.ts'
import { type Waiting, waiting } from './waiting.ts'

/** One placement as a list shows it: every field is named here, none comes along by accident. */
export type PlacementLine = {
  readonly id: string
  readonly state: PlacementState
  readonly intervention: string | undefined
  readonly edition: string
  readonly proposedOn: string
  readonly words: PlacementWords
  readonly waiting: Waiting
  /** it stopped before it began */
  readonly stopped: boolean
}

export type Happening = {
  readonly kind: PlacementEventKind
  readonly on: string
  readonly by: string
  readonly words: HappeningWords
}

export type ReadPlacement = {
  readonly head: CaseHead
  readonly placement: PlacementLine
  /** in the order in which they were written */
  readonly happenings: readonly Happening[]
  readonly names: ReadonlyMap<string, string>
}

/** The placements of a case for whoever may see it, the oldest first. */
export async function readPlacements(
  work: Work,
  desk: SupportDesk,
  caseId: string,
): Promise<{ head: CaseHead; placements: readonly PlacementLine[] }> {
  const head = await findCase(work, caseId)
  const placements = await placementsOf(work, desk, caseId)
  work.audit({ act: 'placement.list', subject: caseId, details: { count: placements.length } })
  return { head, placements }
}

/** The same within an act that is in the trail already, such as reading the case. */
export async function placementsOf(
  work: Work,
  { cases }: SupportDesk,
  caseId: string,
): Promise<readonly PlacementLine[]> {
  const rows = await listPlacementRows(work, caseId)
  if (rows.length === 0) return []
  const key = await caseKey(work, cases.keyring, caseId)
  return rows.map((row) => lineOf(work, key, row))
}

export async function readPlacement(
  work: Work,
  { cases }: SupportDesk,
  { caseId, id }: Place,
): Promise<ReadPlacement> {
  const head = await findCase(work, caseId)
  const row =
    (await findPlacementRow(work, { caseId, id })) ?? refuse('not-found', 'no-such-placement')
  const key = await caseKey(work, cases.keyring, caseId)
  const happenings = (await listPlacementEvents(work, id)).map((event) => ({
    kind: event.kind,
    on: event.happened_on,
    by: event.by_person,
    words: openHappening(key, event),
  }))
  work.audit({ act: 'placement.read', subject: id })
  const people = [...new Set(happenings.map(({ by }) => by))]
  const names = await cases.namesOf(work, people)
  return { head, placement: lineOf(work, key, row), happenings, names }
}

const lineOf = (work: Work, key: CaseKey, row: PlacementRow): PlacementLine => ({
  id: row.id,
  state: row.state,
  intervention: row.intervention ?? undefined,
  edition: row.edition,
  proposedOn: row.proposed_on,
  words: openWords(key, row),
  stopped: row.stopped_on !== null,
  waiting: waiting(
    {
      proposedOn: row.proposed_on,
      agreedOn: row.agreed_on ?? undefined,
      startedOn: row.started_on ?? undefined,
      stoppedOn: row.stopped_on ?? undefined,
    },
    dutchDay(work.now),
  ),
})
