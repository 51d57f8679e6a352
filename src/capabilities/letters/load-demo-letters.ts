import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { beginLetter } from './begin-letter.ts'
import { changeFrame } from './change-frame.ts'
import type { LetterDesk } from './desk.ts'
import { letterParts } from './letter.ts'
import { getLetter } from './read-letter.ts'
import { listLetters } from './store.ts'
import { addBlock, writeBlock } from './write-block.ts'

const demoLetters = z.array(
  z.strictObject({
    by: z.string(),
    title: z.string(),
    dossiers: z.array(z.string()),
    previous: z.string(),
    discharged: z.array(z.string()),
    blocks: z.array(
      z.strictObject({ part: z.enum(letterParts), heading: z.string(), text: z.string() }),
    ),
  }),
)

export type DemoActors = {
  /** somebody of the demo region, such as `person:bas-brief` */
  readonly actorOf: (name: string) => PersonActor
}

type Parts = DemoActors & { readonly inTransaction: InTransaction; readonly desk: LetterDesk }

/** Lets an invented ministry write an invented letter, once: where there is a letter, nothing is added. */
export async function loadDemoLetters({ inTransaction, actorOf, desk }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/letters.yaml', import.meta.url)
  for (const { by, blocks, ...frame } of demoLetters.parse(readYaml(readFileSync(file, 'utf8')))) {
    const actor = actorOf(by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    if ((await inTransaction(system, 'maintenance', listLetters)).length > 0) continue
    await inTransaction(actor, 'keep-account', async (work) => {
      const id = (await beginLetter(work, desk, frame)) ?? ''
      await changeFrame(work, id, { frame: { ...frame, vouched: [] }, read: 1 })
      const begun = (await getLetter(work, id)).content.blocks
      for (const { part, ...words } of blocks) {
        const block = begun.find((one) => one.part === part && one.heading === words.heading)
        const written = { ...words, answered: [] }
        if (block) await writeBlock(work, id, { id: block.id, words: written, read: 1 })
        else await addBlock(work, id, { part, words: written })
      }
    })
  }
}
