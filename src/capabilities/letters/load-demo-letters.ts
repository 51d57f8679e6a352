import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { FigureNow } from '#capabilities/figures/index.ts'
import { listPartiesById } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { answerReceived, readReceived } from './answer-received.ts'
import { beginLetter } from './begin-letter.ts'
import { bindFigure } from './bind-figure.ts'
import { changeFrame } from './change-frame.ts'
import type { LetterDesk } from './desk.ts'
import type { FrozenLetter } from './evidence.ts'
import { fixLetter, publishLetter } from './fix-letter.ts'
import { freezeLetter } from './freeze-letter.ts'
import { letterParts } from './letter.ts'
import type { makeFiles } from './make-files.ts'
import { getLetter } from './read-letter.ts'
import { answers } from './round.ts'
import { sendRound } from './send-round.ts'
import { hasBegun } from './store.ts'
import { addBlock, writeBlock } from './write-block.ts'

const demoLetters = z.array(
  z.strictObject({
    name: z.string(),
    by: z.string(),
    title: z.string(),
    dossiers: z.array(z.string()),
    previous: z.string(),
    discharged: z.array(z.string()),
    /** what is bound, `{cijfer 1}` first; each of the last period that was told */
    figures: z.array(z.strictObject({ definition: z.string(), cell: z.string() })),
    /** fixed and published, when everybody approved */
    published: z.boolean(),
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

export type DemoRegion = {
  /** the id of something of the demo region */
  readonly demoId: (name: string) => string
  /** somebody of the demo region, such as `person:bas-brief` */
  readonly actorOf: (name: string) => PersonActor
}

/** Brings what waits between organisations to who it is for. */
export type Carry = () => Promise<void>

type Parts = DemoRegion & {
  readonly carry: Carry
  readonly inTransaction: InTransaction
  readonly desk: LetterDesk
  readonly clock: Clock
  /** makes the files of a letter that is fixed */
  readonly files: (letter: FrozenLetter, made: Temporal.Instant) => ReturnType<typeof makeFiles>
}

type DemoLetter = z.infer<typeof demoLetters>[number]

/** Lets an invented ministry write invented letters, each once; one of them is published, so that everybody can read it. */
export async function loadDemoLetters(parts: Parts): Promise<void> {
  const file = new URL('../../../database/demo/letters.yaml', import.meta.url)
  for (const letter of demoLetters.parse(readYaml(readFileSync(file, 'utf8')))) {
    const { inTransaction, actorOf, demoId, carry } = parts
    const actor = actorOf(letter.by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const key = demoId(`letter:${letter.name}`)
    if (await inTransaction(system, 'maintenance', (work) => hasBegun(work, key))) continue
    const id = await inTransaction(actor, 'keep-account', (work) => write(work, parts, letter, key))
    await carry()
    for (const answer of letter.round) await give(parts, id, answer)
    await carry()
    if (letter.published) await publish(parts, id, letter)
  }
}

async function write(
  work: Work,
  { actorOf, desk }: Parts,
  { name: _, by, blocks, figures, round, published: __, ...frame }: DemoLetter,
  key: string,
): Promise<string> {
  const id = (await beginLetter(work, desk, frame, key)) ?? ''
  await changeFrame(work, desk, id, { frame: { ...frame, vouched: [], answered: [] }, read: 1 })
  const told = await desk.figures.list(work)
  for (const { definition, cell } of figures) {
    const is = ({ ref }: FigureNow) => ref.definition === definition && ref.cell === cell
    const { ref } = told.findLast(is) ?? refuse('not-found', 'no-such-figure')
    await bindFigure(work, desk, id, ref)
  }
  const begun = (await getLetter(work, id)).content.blocks
  for (const { part, ...words } of blocks) {
    const block = begun.find((one) => one.part === part && one.heading === words.heading)
    const written = { ...words, answered: [] }
    if (block) await writeBlock(work, desk, id, { id: block.id, words: written, read: 1 })
    else await addBlock(work, desk, id, { part, words: written })
  }
  const { version } = (await getLetter(work, id)).row
  const parties = round.map((one) => actorOf(one.by).organisationId)
  const from = await nameOf(work, actorOf(by))
  await sendRound(work, desk, id, { parties, version, from })
  return id
}

const nameOf = async (work: Work, { organisationId }: PersonActor): Promise<string> =>
  (await listPartiesById(work, [organisationId]))[0]?.name ?? ''

const give = (
  { inTransaction, actorOf, desk }: Parts,
  id: string,
  { by, answer, remarks }: DemoLetter['round'][number],
): Promise<void> =>
  inTransaction(actorOf(by), 'keep-account', async (work) => {
    const { digest, sections } = (await readReceived(work, id)).row
    const said = remarks.flatMap(({ heading, words }) => {
      const section = sections?.find((one) => one.heading === heading)
      return section ? [{ section: section.id, words }] : []
    })
    await answerReceived(work, desk, id, { answer, remarks: said, digest, key: undefined })
  })

async function publish(
  { inTransaction, actorOf, desk, clock, files }: Parts,
  id: string,
  { by }: DemoLetter,
): Promise<void> {
  const actor = actorOf(by)
  const does = <T>(verb: (work: Work) => Promise<T>) => inTransaction(actor, 'keep-account', verb)
  const made = clock()
  const { version, letter } = await does(async (work) => {
    const { version } = (await getLetter(work, id)).row
    const from = await nameOf(work, actor)
    const letter = await freezeLetter(work, desk, id, { version, from, today: dutchDay(made) })
    work.audit({ act: 'letter.freeze', subject: id, details: { version } })
    return { version, letter }
  })
  const whole = await files(letter, made)
  await does((work) => fixLetter(work, desk, { version, letter, files: whole }))
  await does((work) => publishLetter(work, desk, id))
}
