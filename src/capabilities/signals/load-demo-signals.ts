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
    school: z.string(),
    by: z.string(),
    draft: draftChange.strict(),
    observations: z.array(observation),
  }),
)

type Parts = {
  readonly recording: Recording
  readonly inTransaction: InTransaction
  /** the identifier of a name in the demo region, such as `person:fenna-voorbeeld` */
  readonly demoId: (name: string) => string
}

/** Lets invented people record invented signals, once: who recorded anything before is left alone. */
export async function loadDemoSignals({ recording, inTransaction, demoId }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/signals.yaml', import.meta.url)
  for (const { school, by, draft, observations } of demoSignals.parse(
    parse(readFileSync(file, 'utf8')),
  )) {
    const actor: PersonActor = {
      kind: 'person',
      personId: demoId(by),
      organisationId: demoId(school),
      organisationKind: 'secondary-school',
      roles: ['mentor'],
    }
    await inTransaction(actor, 'recognise-exploitation', async (work) => {
      const { lines } = await readOwn(work, recording)
      if (lines.length > 0) return
      const id = await startDraft(work, recording, { ...withoutGaps(draft), observations })
      await recordSignal(work, recording, id)
    })
  }
}

const withoutGaps = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
