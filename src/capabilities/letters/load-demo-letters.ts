import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { listPartiesById } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { answerReceived, readReceived } from './answer-received.ts'
import { beginLetter } from './begin-letter.ts'
import { changeFrame } from './change-frame.ts'
import type { LetterDesk } from './desk.ts'
import { letterParts } from './letter.ts'
import { getLetter } from './read-letter.ts'
import { answers } from './round.ts'
import { sendRound } from './send-round.ts'
import { listLetters } from './store.ts'
import { addBlock, writeBlock } from './write-block.ts'

const demoLetters = z.array(
  z.strictObject({
    by: z.string(),
    title: z.string(),
    dossiers: z.array(z.string()),
    previous: z.string(),
    discharged: z.array(z.string()),
    /** who is asked, what they answer, and what they say of which piece */
    round: z.array(
      z.strictObject({
        by: z.string(),
        answer: z.enum(answers),
        remarks: z.array(z.strictObject({ heading: z.string(), words: z.string() })),
      }),
    ),
    blocks: z.array(
      z.strictObject({ part: z.enum(letterParts), heading: z.string(), text: z.string() }),
    ),
  }),
)

export type DemoActors = {
  /** somebody of the demo region, such as `person:bas-brief` */
  readonly actorOf: (name: string) => PersonActor
}

/** Brings what waits between organisations to who it is for. */
export type Carry = () => Promise<void>

type Parts = DemoActors & {
  readonly carry: Carry
  readonly inTransaction: InTransaction
  readonly desk: LetterDesk
}

/** Lets an invented ministry write an invented letter, once: where there is a letter, nothing is added. */
export async function loadDemoLetters({
  inTransaction,
  actorOf,
  desk,
  carry,
}: Parts): Promise<void> {
  const file = new URL('../../../database/demo/letters.yaml', import.meta.url)
  for (const { by, blocks, round, ...frame } of demoLetters.parse(
    readYaml(readFileSync(file, 'utf8')),
  )) {
    const actor = actorOf(by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    if ((await inTransaction(system, 'maintenance', listLetters)).length > 0) continue
    const id = await inTransaction(actor, 'keep-account', async (work) => {
      const id = (await beginLetter(work, desk, frame)) ?? ''
      await changeFrame(work, desk, id, { frame: { ...frame, vouched: [] }, read: 1 })
      const begun = (await getLetter(work, id)).content.blocks
      for (const { part, ...words } of blocks) {
        const block = begun.find((one) => one.part === part && one.heading === words.heading)
        const written = { ...words, answered: [] }
        if (block) await writeBlock(work, desk, id, { id: block.id, words: written, read: 1 })
        else await addBlock(work, desk, id, { part, words: written })
      }
      const { version } = (await getLetter(work, id)).row
      const parties = round.map((one) => actorOf(one.by).organisationId)
      const from = (await listPartiesById(work, [organisationId]))[0]?.name ?? ''
      await sendRound(work, desk, id, { parties, version, from })
      return id
    })
    await carry()
    for (const { by: reader, answer, remarks } of round) {
      await inTransaction(actorOf(reader), 'keep-account', async (work) => {
        const { digest, sections } = (await readReceived(work, id)).row
        const said = remarks.flatMap(({ heading, words }) => {
          const section = sections?.find((one) => one.heading === heading)
          return section ? [{ section: section.id, words }] : []
        })
        await answerReceived(work, desk, id, { answer, remarks: said, digest, key: undefined })
      })
    }
    await carry()
  }
}
