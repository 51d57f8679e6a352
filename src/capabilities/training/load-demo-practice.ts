import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { askForFilm } from './ask-for-film.ts'
import { completeStory } from './complete-story.ts'
import type { TrainingDesk } from './desk.ts'
import { FilmQuestion } from './film.ts'
import { wasAskedBefore } from './film-store.ts'
import { listOwnCompletions } from './store.ts'

const demoPractice = z.strictObject({
  readings: z.array(z.strictObject({ by: z.string(), stories: z.array(z.string()) })),
  film: z.strictObject({ by: z.string(), of: z.string(), question: FilmQuestion }),
})

type Parts = {
  readonly inTransaction: InTransaction
  readonly desk: TrainingDesk
  /** somebody of the demo region, such as `person:fenna-voorbeeld` */
  readonly actorOf: (name: string) => PersonActor
  readonly demoId: (name: string) => string
}

/** Lets invented people read stories and ask for the film, once: who did anything before is left alone. */
export async function loadDemoPractice(parts: Parts): Promise<void> {
  const { inTransaction, desk, actorOf } = parts
  const file = new URL('../../../database/demo/training.yaml', import.meta.url)
  const { readings, film } = demoPractice.parse(readYaml(readFileSync(file, 'utf8')))
  await askOnce(parts, film)
  for (const { by, stories } of readings) {
    const actor = actorOf(by)
    const before = await inTransaction(demoAt(actor), 'maintenance', (work) =>
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

const demoAt = ({ organisationId }: PersonActor) =>
  ({ kind: 'system', name: 'demo', organisationId }) as const

async function askOnce(
  { inTransaction, desk, actorOf, demoId }: Parts,
  { by, of, question }: z.infer<typeof demoPractice>['film'],
): Promise<void> {
  const asker = actorOf(by)
  const key = demoId('film-request')
  const before = await inTransaction(demoAt(asker), 'maintenance', (work) =>
    wasAskedBefore(work, asker.personId, key),
  )
  if (before) return
  const expertGroup = actorOf(of).organisationId
  await inTransaction(asker, 'train', (work) =>
    askForFilm(work, desk, { expertGroup, question, key }),
  )
}
