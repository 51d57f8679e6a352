import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { draftChange, observation } from './draft.ts'
import { startDraft } from './keep-draft.ts'
import { readOwn } from './list-signals.ts'
import { recordSignal } from './record-signal.ts'
import type { Recording } from './recording.ts'
import { listOwn } from './store-lists.ts'

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

type Loading = Parts & { readonly stop: AbortSignal }

/** Lets invented people record invented signals, once: who recorded anything before is left alone. */
export async function loadDemoSignals(parts: Loading): Promise<void> {
  const { recording, inTransaction, actorOf, stop } = parts
  const file = new URL('../../../database/demo/signals.yaml', import.meta.url)
  for (const { by, draft, observations } of demoSignals.parse(
    readYaml(readFileSync(file, 'utf8')),
  )) {
    if (stop.aborted) return
    const actor = actorOf(by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const before = await inTransaction(system, 'maintenance', (work) =>
      listOwn(work, actor, { before: undefined, limit: 1 }),
    )
    if (before.length > 0) continue
    await inTransaction(actor, 'recognise-exploitation', async (work) => {
      const id = await startDraft(work, recording, { ...withoutGaps(draft), observations })
      await recordSignal(work, recording, id)
    })
  }
}

/** The signal that somebody of the region recorded about this subject. */
export const findDemoSignal = (
  { recording, inTransaction, actorOf }: Parts,
  { by, subject }: { readonly by: string; readonly subject: string },
): Promise<string | undefined> =>
  inTransaction(actorOf(by), 'recognise-exploitation', async (work) => {
    const { lines } = await readOwn(work, recording)
    return lines.find((line) => line.subject === subject)?.id
  })

const withoutGaps = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
