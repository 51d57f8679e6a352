import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { roles } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { answerReceived } from './answer-received.ts'
import { type Carrying, carryFrom } from './carry-messages.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import type { DisclosureState } from './disclosure.ts'
import { findDraftByKey } from './disclosure-store.ts'
import { beginDisclosure, keepDraft } from './draft-disclosure.ts'
import { readChoices } from './read-disclosure.ts'
import { readReceivedList } from './received.ts'

const demoDisclosures = z.array(
  z.strictObject({
    key: z.string(),
    by: z.string(),
    /** out of a case, by its name; else out of the invented dossier */
    case: z.string().optional(),
    dossier: z.literal(true).optional(),
    asks: z.boolean().default(false),
    to: z.string(),
    role: z.enum(roles),
    aim: z.string(),
    road: z.string(),
    answers: z.record(z.string(), z.string()),
    question: z.string(),
    /** how each chosen fact begins */
    facts: z.array(z.string()).min(1),
    acceptedBy: z.string().optional(),
  }),
)
type DemoDisclosure = z.infer<typeof demoDisclosures>[number]

type Parts = DemoRegion & {
  /** the invented dossier of a prosecutor, when it is there */
  readonly dossierOf: () => string | undefined

  readonly desk: SharingDesk
  readonly inTransaction: InTransaction
  readonly carrying: Carrying
}

/**
 * Lets invented people share from an invented file, once; answers the last out of a case. Each step is left out
 * when it was done, so a start that was broken off goes on from there.
 */
export async function loadDemoDisclosures(parts: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/disclosures.yaml', import.meta.url)
  let last: string | undefined
  for (const demo of demoDisclosures.parse(readYaml(readFileSync(file, 'utf8')))) {
    const id = await loadOne(parts, demo)
    last = demo.dossier ? last : (id ?? last)
  }
  return last
}

async function loadOne(parts: Parts, demo: DemoDisclosure): Promise<string | undefined> {
  const { desk, inTransaction, carrying, demoId, actorOf, caseOf, dossierOf } = parts
  const kind = demo.dossier ? 'dossier' : 'case'
  const fileId = demo.dossier ? dossierOf() : caseOf(demo.case ?? '')
  if (fileId === undefined) return undefined
  const sender = actorOf(demo.by)
  const language = 'nl'
  const key = demoId(demo.key)
  const before = await inTransaction(
    { kind: 'system', name: 'demo', organisationId: sender.organisationId },
    'maintenance',
    (work) => findDraftByKey(work, sender.personId, key),
  )
  // A second start finds it as it was left, or as a visitor made it since.
  const goesOn: readonly DisclosureState[] = demo.acceptedBy
    ? ['draft', 'sent', 'delivered']
    : ['draft', 'sent']
  if (before && !goesOn.includes(before.state)) return before.id
  const id = await inTransaction(sender, 'share', (work) =>
    beginDisclosure(work, desk, { kind, fileId, language, key, asks: demo.asks }),
  )
  const which = { id, language } as const
  const { one, facts } = await inTransaction(sender, 'share', (work) =>
    readChoices(work, desk, which),
  )
  if (one.state === 'draft') {
    const chosen = facts.filter(({ text }) => demo.facts.some((begin) => text.startsWith(begin)))
    const { aim, road, answers, question, role: toRole } = demo
    const refs = chosen.map(({ ref }) => ref)
    await inTransaction(sender, 'share', async (work) => {
      const change = { refs, aim, road, answers, question, toRole, toId: demoId(demo.to) }
      await keepDraft(work, desk, which, change)
      const { composed } = await checkDisclosure(work, desk, which)
      if (!composed.ok) throw new Error(`${demo.key}: ${JSON.stringify(composed.faults)}`)
      await deliverDisclosure(work, desk, which, { hash: composed.hash, key })
    })
  }
  await carryFrom(carrying, sender.organisationId)
  if (!demo.acceptedBy) return id
  const recipient = actorOf(demo.acceptedBy)
  const { open } = await inTransaction(recipient, 'share', readReceivedList)
  const there = open.find((line) => line.reference === one.reference && line.state === 'delivered')
  if (!there) return id
  await inTransaction(recipient, 'share', (work) =>
    answerReceived(work, desk, there.id, { act: 'accept', words: '', key }),
  )
  await carryFrom(carrying, recipient.organisationId)
  return id
}
