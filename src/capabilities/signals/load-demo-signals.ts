import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import type { InTransaction } from '#platform/work.ts'
import { draftChange, observation } from './draft.ts'
import { startDraft } from './keep-draft.ts'
import { readOwn } from './list-signals.ts'
import { recordSignal } from './record-signal.ts'
import type { Recording } from './recording.ts'

const demoSignals = z.array(
  z.strictObject({
    by: z.string(),
    draft: draftChange.strict(),
    observations: z.array(observation),
  }),
)

type Parts = {
  readonly recording: Recording
  readonly inTransaction: InTransaction
  /** somebody of the demo region, such as `person:fenna-voorbeeld` */
  readonly actorOf: (name: string) => PersonActor
}

/**
 * Lets invented people record invented signals, once: who recorded anything before is left alone. Answers
 * the identifier of each signal that is there, by whom and about what.
 */
export async function loadDemoSignals({
  recording,
  inTransaction,
  actorOf,
}: Parts): Promise<ReadonlyMap<string, string>> {
  const file = new URL('../../../database/demo/signals.yaml', import.meta.url)
  const ids = new Map<string, string>()
  for (const { by, draft, observations } of demoSignals.parse(parse(readFileSync(file, 'utf8')))) {
    await inTransaction(actorOf(by), 'recognise-exploitation', async (work) => {
      const { lines } = await readOwn(work, recording)
      for (const { id, subject } of lines) ids.set(demoSignalKey(by, subject ?? ''), id)
      if (lines.length > 0) return
      const id = await startDraft(work, recording, { ...withoutGaps(draft), observations })
      await recordSignal(work, recording, id)
      ids.set(demoSignalKey(by, draft.subject ?? ''), id)
    })
  }
  return ids
}

/** By whom and about what: names of the demo region, and unlike anything real. */
export const demoSignalKey = (by: string, subject: string): string => `${by}: ${subject}`

const withoutGaps = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
