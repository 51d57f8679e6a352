import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { roles } from '#platform/actor.ts'
import { dutchDayFrom } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { agreeOn } from './agree-on.ts'
import { conveneTable } from './convene-table.ts'
import type { TableDesk } from './desk.ts'
import { writtenKinds } from './forms.ts'
import { findMadeBefore } from './store.ts'
import { takeSeat } from './take-seat.ts'
import { writeForTable } from './write-for-table.ts'

const demoTable = z.strictObject({
  key: z.string(),
  by: z.string(),
  case: z.string(),
  aim: z.string(),
  inDays: z.int(),
  invited: z.array(z.strictObject({ person: z.string(), role: z.enum(roles), joins: z.boolean() })),
  written: z.strictObject({
    kind: z.enum(writtenKinds),
    text: z.string(),
    source: z.string(),
    moment: z.string(),
    beside: z.array(z.string()),
  }),
  agreement: z.strictObject({ with: z.string(), inDays: z.int(), text: z.string() }),
  words: z.strictObject({ question: z.string(), agenda: z.string(), place: z.string() }),
})

type Parts = DemoRegion & {
  readonly desk: TableDesk
  readonly inTransaction: InTransaction
  /** brings what waits to who it is for */
  readonly carry: () => Promise<void>
}

/** Lets an invented coordinator convene a table, write something down for it and agree something, once. Answers which; nothing when its case is not there. */
export async function loadDemoTable({
  desk,
  inTransaction,
  demoId,
  actorOf,
  caseOf,
  carry,
}: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/round-table.yaml', import.meta.url)
  const demo = demoTable.parse(readYaml(readFileSync(file, 'utf8')))
  const caseId = caseOf(demo.case)
  if (caseId === undefined) return undefined
  const actor = actorOf(demo.by)
  const key = demoId(demo.key)
  const system = { kind: 'system', name: 'demo', organisationId: actor.organisationId } as const
  const before = await inTransaction(system, 'maintenance', (work) =>
    findMadeBefore(work, actor.personId, key),
  )
  if (before) return before
  const made = await inTransaction(actor, 'share', (work) =>
    conveneTable(work, desk, {
      invited: demo.invited.map(({ person, role }) => ({
        party: actorOf(person).organisationId,
        role,
      })),
      aim: demo.aim,
      day: dutchDayFrom(work.now, demo.inDays),
      words: demo.words,
      caseId,
      seen: [],
      key,
    }),
  )
  if ('look' in made) throw new Error('The invented invitation names somebody.')
  await carry()
  for (const { person } of demo.invited.filter(({ joins }) => joins)) {
    await inTransaction(actorOf(person), 'share', (work) => takeSeat(work, desk, made.id, 'join'))
  }
  await carry()
  const { with: owner, inDays, text } = demo.agreement
  const stopped = await inTransaction(actor, 'share', async (work) => {
    await writeForTable(work, desk, made.id, demo.written)
    return agreeOn(work, desk, made.id, {
      owner: actorOf(owner).organisationId,
      text,
      due: dutchDayFrom(work.now, inDays),
      ...{ road: '', answers: {}, language: 'nl', seen: [] },
    })
  })
  if (stopped) throw new Error('The invented agreement names somebody.')
  await carry()
  return made.id
}
