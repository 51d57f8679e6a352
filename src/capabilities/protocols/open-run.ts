import { type CaseHead, type CaseKey, caseKey, findCase } from '#capabilities/cases/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { type Keyring, openRecordKey, recordKey, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { reader } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import { activeSteps, protocolOf, type SchoolProtocol, type SchoolStep } from './edition.ts'
import { openEdition } from './edition-words.ts'
import type { Answers, Run } from './run.ts'
import { findEditionRow } from './store-editions.ts'
import { findRunRow, type Home, listStepRows } from './store-runs.ts'
import type { RunRow, StepRow } from './tables.ts'

/** A run with everything that an act or a page needs of it. */
export type OpenRun = {
  readonly actor: PersonActor
  readonly home: Home
  readonly row: RunRow
  /** of the case; nothing for a drill */
  readonly head: CaseHead | undefined
  readonly mayDecide: boolean
  readonly protocol: SchoolProtocol
  /** what the run goes through, in the order of the protocol */
  readonly steps: readonly SchoolStep[]
  readonly stepRows: ReadonlyMap<string, StepRow>
  readonly run: Run
  readonly key: CaseKey
}

/** The places of a run's words under its key. */
export const sealedPlaces = {
  answers: (run: string) => `protocol-answers:${run}`,
  event: (event: string) => `protocol-event:${event}`,
} as const

/**
 * For who is in the circle of its case, or works with pupils here when it is a drill. Anybody else learns
 * nothing. `lock`: the case first and then the run, so that two acts come one after the other.
 */
export async function openRun(
  work: Work,
  desk: ProtocolDesk,
  home: Home,
  id: string,
  lock = false,
): Promise<OpenRun> {
  const actor = reader(work)
  const head = home === 'drill' ? undefined : await findCase(work, home.caseId, lock)
  const row = (await findRunRow(work, home, id, lock)) ?? refuse('not-found', 'no-such-run')
  const edition =
    (await findEditionRow(work, row.edition_id)) ?? refuse('not-found', 'no-such-edition')
  const protocol = protocolOf(await openEdition(work, desk.keyring, edition))
  const steps = activeSteps(protocol)
  const stepRows = new Map((await listStepRows(work, id)).map((one) => [one.step, one]))
  const key = await keyOfRun(work, desk.keyring, row)
  return {
    actor,
    home,
    row,
    head,
    // In a drill everybody tries everything.
    mayDecide: head?.mayDecide ?? true,
    protocol,
    steps,
    stepRows,
    run: {
      state: row.state,
      steps: steps.flatMap(({ id: step }) => {
        const found = stepRows.get(step)
        return found ? [{ id: step, state: found.state, round: found.round }] : []
      }),
      answers: key.open<Answers>(sealedPlaces.answers(id), row.answers),
    },
    key,
  }
}

const drillContext = (work: Work, id: string): string =>
  `protocol-drill:${work.actor.organisationId}:${id}`

/** A drill has a key of its own: thrown away, nothing of it can be read. */
export async function newDrillKey(
  work: Work,
  keyring: Keyring,
  id: string,
): Promise<{ readonly key: CaseKey; readonly wrapped: Buffer }> {
  const context = drillContext(work, id)
  const { key, wrappedKey } = sealRecord(await keyring.keyOf(work), context, null)
  return { key: recordKey(key, context), wrapped: wrappedKey }
}

async function keyOfRun(work: Work, keyring: Keyring, row: RunRow): Promise<CaseKey> {
  if (row.case_id !== null) return caseKey(work, keyring, row.case_id)
  if (row.content_key === null) throw new Error('A run has neither a case nor a key.')
  const context = drillContext(work, row.id)
  return recordKey(openRecordKey(await keyring.keyOf(work), context, row.content_key), context)
}
