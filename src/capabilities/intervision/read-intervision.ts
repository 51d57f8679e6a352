import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { mayBeTakenAway } from './access.ts'
import { type Contribution, maySeeContribution } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import {
  type About,
  type IntervisionState,
  type Outcome,
  placeOf,
  type Stage,
  stageOf,
} from './intervision.ts'
import { type Conclusion, openTold, type Sealer, sealerOf, type Told } from './intervision-words.ts'
import { type CardDrafts, openDrafts } from './keep-draft.ts'
import type { HeldPhase } from './method-of.ts'
import { openedOnce } from './opened-once.ts'
import { listContributions, listParticipants } from './store-table.ts'
import { findTable, professional, type Table } from './table.ts'
import { cardContext } from './write-contribution.ts'

export type Card = {
  readonly id: string
  readonly phase: string
  readonly by: string
  readonly mine: boolean
  readonly writtenAt: string
  readonly late: boolean
  readonly content: Contribution
}

/** One intervision as somebody at the table may see it now: every field is named here. */
export type ReadIntervision = {
  readonly id: string
  readonly method: string
  readonly about: About
  readonly state: IntervisionState
  readonly onPaper: boolean
  /** names where it stands; a form carries it to say what it was made on */
  readonly place: string
  readonly phases: readonly HeldPhase[]
  readonly phase: number
  readonly stage: Stage | undefined
  readonly revealed: readonly string[]
  readonly revision: number
  readonly phaseSince: string | undefined
  /** seconds since this phase began, by the clock of the server */
  readonly elapsed: number | undefined
  readonly startedAt: string
  readonly endedAt: string | undefined
  /** gone once the words are erased */
  readonly topic: string | undefined
  /** only while it can be joined */
  readonly code: string | undefined
  readonly people: readonly string[]
  /** never the facilitator, and never who set the table */
  readonly canBeTakenAway: readonly string[]
  /** of everybody who sits or sat at the table, and of who owns what was agreed */
  readonly names: ReadonlyMap<string, string>
  readonly facilitatorId: string
  readonly inbrengerId: string | undefined
  readonly isFacilitator: boolean
  readonly me: string
  /** how many say that they are ready; never who */
  readonly ready: { readonly count: number; readonly mine: boolean }
  readonly cards: readonly Card[]
  readonly drafts: CardDrafts
  readonly conclusion: Conclusion | undefined
  readonly outcome: Outcome | undefined
  readonly ownerId: string | undefined
  readonly dueOn: string | undefined
  readonly told: Told | undefined
  readonly caseId: string | undefined
  readonly takenToCaseAt: string | undefined
}

/** Reads the table. Cards that were not turned come along for their own writer only. */
export async function readIntervision(
  work: Work,
  desk: IntervisionDesk,
  id: string,
): Promise<ReadIntervision> {
  const { personId } = professional(work)
  // Asked in one go: both ask for themselves whether this person sits there.
  const [table, everybody] = await Promise.all([
    findTable(work, desk, id),
    listParticipants(work, id, personId),
  ])
  const { actor, row, phases } = table
  const open = phases.filter((phase) => stageOf(phase, row.revealed) !== 'writing')
  const people = everybody.filter(({ seated }) => seated)
  const known = everybody.map((one) => one.person_id)
  const [found, names] = await Promise.all([
    listContributions(
      work,
      id,
      personId,
      open.map((phase) => phase.id),
    ),
    desk.namesOf(work, row.owner_id ? [...known, row.owner_id] : known),
  ])
  const sealer = await sealerOf(work, desk.keyring, row)
  const told = await openTold(work, desk.keyring, row)
  const own = people.find((one) => one.person_id === actor.personId)?.own_draft
  const at = phases[row.phase]
  const stage = row.state === 'running' && at ? stageOf(at, row.revealed) : undefined
  const words = sealer && row.content ? sealer.words(row.content) : undefined
  work.audit({ act: 'intervision.read', subject: id })
  return {
    id: row.id,
    method: row.method,
    about: row.about,
    state: row.state,
    onPaper: row.on_paper,
    place: placeOf(row, phases),
    phases,
    phase: row.phase,
    stage,
    revealed: row.revealed,
    revision: row.revision,
    phaseSince: row.phase_started_at ?? undefined,
    elapsed: row.phase_started_at ? secondsSince(row.phase_started_at, work.now) : undefined,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    topic: words?.topic,
    code: row.state === 'ended' || row.on_paper ? undefined : words?.code,
    people: people.map((one) => one.person_id),
    canBeTakenAway: people
      .map((one) => one.person_id)
      .filter((one) =>
        mayBeTakenAway({ facilitatorId: row.facilitator_id, startedBy: row.started_by }, one),
      ),
    names,
    facilitatorId: row.facilitator_id,
    inbrengerId: row.inbrenger_id ?? undefined,
    isFacilitator: table.isFacilitator,
    me: actor.personId,
    ready: {
      count: people.filter((one) => one.ready_for === at?.id).length,
      mine: people.some((one) => one.person_id === actor.personId && one.ready_for === at?.id),
    },
    cards: sealer ? openCards(sealer, table, found) : [],
    drafts: sealer && own ? openDrafts(sealer, actor.personId, own) : {},
    conclusion:
      sealer && row.conclusion ? sealer.open<Conclusion>('conclusion', row.conclusion) : undefined,
    outcome: row.outcome ?? undefined,
    ownerId: row.owner_id ?? undefined,
    dueOn: row.due_on ?? undefined,
    told,
    caseId: row.case_id ?? undefined,
    takenToCaseAt: row.taken_to_case_at ?? undefined,
  }
}

type CardRow = Awaited<ReturnType<typeof listContributions>>[number]

/** The cards that this person may see: asked for as such, and looked at once more. */
const openCards = (
  sealer: Sealer,
  { actor, row, phases }: Table,
  found: readonly CardRow[],
): readonly Card[] =>
  found
    .filter(({ phase, person_id }) =>
      maySeeContribution(actor.personId, { phase, personId: person_id }, phases, row),
    )
    .flatMap(({ id, phase, person_id, written_at, late, content }) =>
      content
        ? [
            {
              id,
              phase,
              by: person_id,
              mine: person_id === actor.personId,
              writtenAt: written_at,
              late,
              content: openedOnce(id, content, () =>
                sealer.open<Contribution>(cardContext(id), content),
              ),
            },
          ]
        : [],
    )

const secondsSince = (instant: string, now: Temporal.Instant): number =>
  Math.max(
    0,
    Math.round(
      (now.epochMilliseconds - Temporal.Instant.from(isoInstant(instant)).epochMilliseconds) / 1000,
    ),
  )

/** For a stream: may this person follow it, and how far is it now. */
export async function followIntervision(
  work: Work,
  desk: IntervisionDesk,
  id: string,
): Promise<{ readonly revision: number }> {
  const { row } = await findTable(work, desk, id)
  work.audit({ act: 'intervision.follow', subject: id })
  return { revision: row.revision }
}
