import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDayFrom } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { bringInSignal } from './bring-in-signal.ts'
import { outcomes } from './case-file.ts'
import { addToCircle } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import { closeCase } from './end-case.ts'
import { contactWays, origins } from './entry.ts'
import { openCase } from './open-case.ts'
import { findCaseByKey } from './store.ts'
import { addTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

const entry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fact'),
    text: z.string(),
    source: z.string(),
    origin: z.enum(origins),
  }),
  z.strictObject({
    kind: z.literal('interpretation'),
    text: z.string(),
    innocent: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('decision'),
    text: z.string(),
    reasons: z.string(),
    not: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('contact'),
    text: z.string(),
    withWhom: z.string(),
    how: z.enum(contactWays),
  }),
])

const demoCases = z.array(
  z.strictObject({
    key: z.string(),
    by: z.string(),
    identity: z.strictObject({
      name: z.string(),
      group: z.string().default(''),
      number: z.string().default(''),
      born: z.string().default(''),
      contacts: z.string().default(''),
    }),
    question: z.string(),
    signal: z.strictObject({ by: z.string(), subject: z.string() }).optional(),
    circle: z.array(z.strictObject({ person: z.string(), reason: z.string() })),
    entries: z.array(z.strictObject({ by: z.string(), daysAgo: z.number().int(), entry })),
    tasks: z.array(
      z.strictObject({
        by: z.string(),
        title: z.string(),
        owner: z.string(),
        inDays: z.number().int(),
      }),
    ),
    closed: z
      .strictObject({ outcome: z.enum(outcomes), words: z.string(), told: z.string() })
      .optional(),
  }),
)

type DemoCase = z.infer<typeof demoCases>[number]

/** The fictional region, for whoever loads something that is about one of its cases. */
export type DemoRegion = {
  readonly demoId: (name: string) => string
  /** somebody of the region, such as `person:fenna-voorbeeld` */
  readonly actorOf: (name: string) => PersonActor
  /** the identifier of a case that was loaded for the region */
  readonly caseOf: (key: string) => string | undefined
}

type Parts = Omit<DemoRegion, 'caseOf'> & {
  readonly desk: CaseDesk
  readonly inTransaction: InTransaction
  /** the identifier of a signal that was loaded for the region */
  readonly signalOf: (of: {
    readonly by: string
    readonly subject: string
  }) => Promise<string | undefined>
  readonly stop: AbortSignal
}

/**
 * Lets invented people keep invented cases, once. Answers the identifier of each by its key. Stops between
 * two cases and not in one: a case that is there counts as whole at the next start.
 */
export async function loadDemoCases(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const { inTransaction, demoId, actorOf, stop } = parts
  const file = new URL('../../../database/demo/cases.yaml', import.meta.url)
  const ids = new Map<string, string>()
  for (const one of demoCases.parse(readYaml(readFileSync(file, 'utf8')))) {
    if (stop.aborted) break
    const { organisationId, personId } = actorOf(one.by)
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const before = await inTransaction(system, 'maintenance', (work) =>
      findCaseByKey(work, personId, demoId(`case:${one.key}`)),
    )
    ids.set(one.key, before?.id ?? (await loadCase(parts, one)))
  }
  return ids
}

async function loadCase(
  { desk, inTransaction, demoId, actorOf, signalOf }: Parts,
  one: DemoCase,
): Promise<string> {
  const as = <T>(name: string, verb: (work: Work) => Promise<T>) =>
    inTransaction(actorOf(name), 'follow-up-cases', verb)
  const { identity, question, signal, closed } = one
  const key = demoId(`case:${one.key}`)
  const id = await as(one.by, (work) => openCase(work, desk, { identity, question, key }))
  const signalId = signal && (await signalOf(signal))
  if (signalId) await as(one.by, (work) => bringInSignal(work, desk, id, signalId))
  for (const { person, reason } of one.circle) {
    const { personId } = actorOf(person)
    await as(one.by, (work) => addToCircle(work, desk, id, { personId, reason }))
  }
  for (const { by, daysAgo, entry } of one.entries) {
    await as(by, (work) =>
      writeEntry(work, desk, id, { ...entry, happenedOn: dutchDayFrom(work.now, -daysAgo) }),
    )
  }
  for (const { by, title, owner, inDays } of one.tasks) {
    const { personId: ownerId } = actorOf(owner)
    await as(by, (work) =>
      addTask(work, desk, id, {
        title,
        ownerId,
        dueOn: dutchDayFrom(work.now, inDays),
        clock: 'agreement',
      }),
    )
  }
  if (closed) await as(one.by, (work) => closeCase(work, desk, id, closed))
  return id
}
