import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { dutchDay, dutchDayFrom } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { finishStep } from './act-in-run.ts'
import type { ProtocolDesk } from './desk.ts'
import { asRead, printOf } from './edition-print.ts'
import { changeStep, startDraft } from './keep-draft.ts'
import { openRun } from './open-run.ts'
import { putInForce } from './put-in-force.ts'
import { readDraft } from './read-editions.ts'
import { startRun } from './start-run.ts'
import { filledFor, readStepForm } from './step-form.ts'
import { listEditionRows } from './store-editions.ts'
import { findRunByKey } from './store-runs.ts'
import { longestTerm, termUnits } from './term.ts'

const demoProtocol = z.strictObject({
  edition: z.strictObject({
    by: z.string(),
    steps: z.record(
      z.string(),
      z.strictObject({
        term: z
          .strictObject({ unit: z.enum(termUnits), count: z.int().max(longestTerm) })
          .exactOptional(),
        contact: z.string().exactOptional(),
        off: z.string().exactOptional(),
      }),
    ),
  }),
  run: z.strictObject({
    key: z.string(),
    by: z.string(),
    case: z.string(),
    daysAgo: z.int(),
    /** the fields of each form, as somebody fills them in */
    done: z.array(
      z.strictObject({
        by: z.string(),
        step: z.string(),
        form: z.record(z.string(), z.string()),
      }),
    ),
  }),
})
type Demo = z.infer<typeof demoProtocol>

type Parts = DemoRegion & {
  readonly desk: ProtocolDesk
  readonly inTransaction: InTransaction
}

/**
 * Puts an invented school's edition in force and runs it in an invented case, once. Answers the identifier
 * of the run; nothing when its case is not there. A school that has an edition keeps its own.
 */
export async function loadDemoProtocol(parts: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/protocol.yaml', import.meta.url)
  const { edition, run } = demoProtocol.parse(readYaml(readFileSync(file, 'utf8')))
  const { inTransaction, demoId, actorOf } = parts
  const caseId = parts.caseOf(run.case)
  if (caseId === undefined) return undefined
  const { organisationId, personId } = actorOf(run.by)
  const system = { kind: 'system', name: 'demo', organisationId } as const
  const before = await inTransaction(system, 'maintenance', async (work) => ({
    editions: (await listEditionRows(work)).length,
    run: await findRunByKey(work, personId, demoId(run.key)),
  }))
  if (before.run) return before.run.id
  if (before.editions === 0) await loadEdition(parts, edition)
  return loadRun(parts, caseId, run)
}

const loadEdition = (
  { desk, inTransaction, actorOf }: Parts,
  { by, steps }: Demo['edition'],
): Promise<void> =>
  inTransaction(actorOf(by), 'manage-organisation', async (work) => {
    await startDraft(work, desk)
    const draft = await readDraft(work, desk)
    if (!draft?.edition) throw new Error('A draft that was just started is not there.')
    for (const [step, change] of Object.entries(steps)) {
      await changeStep(work, desk, { step, print: printOf(draft.content, step) }, change)
    }
    const changed = await readDraft(work, desk)
    if (changed) await putInForce(work, desk, asRead(changed))
  })

async function loadRun(
  { desk, inTransaction, demoId, actorOf }: Parts,
  caseId: string,
  { key, by, daysAgo, done }: Demo['run'],
): Promise<string> {
  const as = <T>(name: string, verb: (work: Work) => Promise<T>) =>
    inTransaction(actorOf(name), 'follow-up-cases', verb)
  const language = 'nl'
  const daysBack = (work: Work): string => dutchDayFrom(work.now, -daysAgo)
  const runId = await as(by, (work) =>
    startRun(work, desk, caseId, { countsFrom: daysBack(work), language, key: demoId(key) }),
  )
  const act = { home: { caseId }, runId, language } as const
  for (const { by: doer, step: name, form } of done) {
    await as(doer, async (work) => {
      const { steps, mayDecide } = await openRun(work, desk, act.home, runId)
      const step = steps.find(({ id }) => id === name)
      if (!step) throw new Error(`The example has no step ${name}.`)
      const today = dutchDay(work.now)
      // What was noticed was on the day from which the terms are counted.
      const typed = { ...filledFor(step.form, language, daysBack(work)), ...form }
      const read = readStepForm(step, { typed, language, today, mayDecide })
      if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.errors)}`)
      await finishStep(work, desk, act, name, read.filled)
    })
  }
  return runId
}
