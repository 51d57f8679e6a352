import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import type { InTransaction } from '#platform/work.ts'
import { completeStory } from './complete-story.ts'
import type { TrainingDesk } from './desk.ts'
import { listOwnCompletions } from './store.ts'

const demoReadings = z.array(z.strictObject({ by: z.string(), stories: z.array(z.string()) }))

type Parts = {
  readonly inTransaction: InTransaction
  readonly desk: Pick<TrainingDesk, 'practice'>
  /** somebody of the demo region, such as `person:fenna-voorbeeld` */
  readonly actorOf: (name: string) => PersonActor
}

/** Lets invented people read stories, once: who read anything before is left alone. */
export async function loadDemoPractice({ inTransaction, desk, actorOf }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/training.yaml', import.meta.url)
  for (const { by, stories } of demoReadings.parse(parse(readFileSync(file, 'utf8')))) {
    const actor = actorOf(by)
    const system = {
      kind: 'system',
      name: 'demo',
      organisationId: actor.organisationId,
    } as const
    const before = await inTransaction(system, 'maintenance', (work) =>
      listOwnCompletions(work, actor),
    )
    if (before.length > 0) continue
    await inTransaction(actor, 'train', async (work) => {
      for (const id of stories) {
        const story = desk.practice.find(id)
        if (!story) throw new Error(`There is no story '${id}'.`)
        await completeStory(work, desk, story)
      }
    })
  }
}
