import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type KnownNames, readPaper } from '#capabilities/papers/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { developmentForm } from './action-form.ts'
import { listActions } from './actions-store.ts'
import { addAction } from './add-action.ts'
import { keepPaper } from './keep-paper.ts'
import { takePaper } from './take-paper.ts'
import { tellDevelopment } from './tell-development.ts'

const demoActions = z.array(
  z.strictObject({
    by: z.string(),
    actions: z.array(
      z.strictObject({
        line: z.string(),
        title: z.string(),
        owner: z.string(),
        partners: z.array(z.string()),
        items: z.array(z.string()),
        startsOn: z.iso.date().optional(),
        dueOn: z.iso.date().optional(),
        told: z.array(developmentForm),
      }),
    ),
  }),
)

export type DemoActors = {
  /** somebody of the demo region, such as `person:bas-brief` */
  readonly actorOf: (name: string) => PersonActor
}

type Parts = DemoActors & { readonly inTransaction: InTransaction; readonly names: KnownNames }

/** Lets an invented ministry read an invented letter: which it is was said, what it says waits for a person. */
async function loadDemoLetter(work: Work, names: KnownNames): Promise<void> {
  const file = new URL('../../../database/demo/letter-91240-21.txt', import.meta.url)
  const bytes = readFileSync(file)
  const paper = readPaper(bytes, names)
  const sha256 = createHash('sha256').update(bytes).digest()
  const { id } = await takePaper(work, { paper, sha256 })
  const { id: reference, kind, title, date } = paper
  if (reference === null || date === null) throw new Error('the demo letter says which it is')
  await keepPaper(work, id, { reference, kind, title: title ?? '', dated: date })
}

/** Lets an invented ministry keep invented actions, once: a register that has any is left alone. */
export async function loadDemoActions({ inTransaction, actorOf, names }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/actions.yaml', import.meta.url)
  for (const { by, actions } of demoActions.parse(readYaml(readFileSync(file, 'utf8')))) {
    const actor = actorOf(by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const before = await inTransaction(system, 'maintenance', listActions)
    if (before.length > 0) continue
    await inTransaction(actor, 'keep-account', async (work) => {
      for (const { told, startsOn, dueOn, ...action } of actions) {
        const id = await addAction(work, { ...action, startsOn, dueOn })
        for (const development of id ? told : []) await tellDevelopment(work, id ?? '', development)
      }
      await loadDemoLetter(work, names)
    })
  }
}
