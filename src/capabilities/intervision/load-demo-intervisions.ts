import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { dutchDayFrom } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { appointInbrenger } from './appoint.ts'
import { effects, origins } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import { enterPaper } from './enter-paper.ts'
import { decisionOutcomes, type Move, type Outcome } from './intervision.ts'
import { joinIntervision } from './join-intervision.ts'
import { moveOn } from './move-on.ts'
import { readPaper } from './paper-form.ts'
import { readIntervision } from './read-intervision.ts'
import { startIntervision } from './start-intervision.ts'
import { findByKey } from './store.ts'
import { addContribution } from './write-contribution.ts'

const text = z.string()
const card = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), text, origin: z.enum(origins), moment: text }),
  z.strictObject({
    kind: z.literal('mark'),
    text,
    domain: text,
    lens: text,
    effect: z.enum(effects),
  }),
  z.strictObject({ kind: z.literal('explanation'), text, innocent: z.boolean() }),
  z.strictObject({ kind: z.enum(['thought', 'unknown']), text }),
])

const demoIntervisions = z.strictObject({
  table: z.strictObject({
    key: text,
    by: text,
    method: text,
    topic: text,
    case: text,
    join: z.array(text),
    brings: text,
    /** in the order of the method; who laid down which cards */
    phases: z.array(z.strictObject({ phase: text, cards: z.record(text, z.array(card)) })),
  }),
  paper: z.strictObject({
    key: text,
    by: text,
    method: text,
    topic: text,
    /** the fields of the form, as somebody types them in */
    sheet: z.record(text, text),
    decision: z.strictObject({
      question: text,
      agreement: text,
      outcome: z.enum(decisionOutcomes as readonly [Outcome, ...Outcome[]]),
      owner: text,
      inDays: z.int(),
      told: z.strictObject({ pupil: text, parents: text }),
    }),
  }),
})
type Demo = z.infer<typeof demoIntervisions>

type Parts = DemoRegion & {
  readonly desk: IntervisionDesk
  readonly inTransaction: InTransaction
}

/**
 * Lets invented colleagues think together, once. Answers the identifier of the table about the pupil;
 * nothing when its case is not there.
 */
export async function loadDemoIntervisions(parts: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/intervisions.yaml', import.meta.url)
  const { table, paper } = demoIntervisions.parse(readYaml(readFileSync(file, 'utf8')))
  if (!(await findBefore(parts, paper))) await loadPaper(parts, paper)
  const caseId = parts.caseOf(table.case)
  if (caseId === undefined) return undefined
  return (await findBefore(parts, table)) ?? (await loadTable(parts, caseId, table))
}

async function findBefore(
  { inTransaction, demoId, actorOf }: Parts,
  { by, key }: { readonly by: string; readonly key: string },
): Promise<string | undefined> {
  const { organisationId, personId } = actorOf(by)
  const system = { kind: 'system', name: 'demo', organisationId } as const
  const found = await inTransaction(system, 'maintenance', (work) =>
    findByKey(work, personId, demoId(key)),
  )
  return found?.id
}

const purpose = 'hold-intervision'

async function loadTable(
  { desk, inTransaction, demoId, actorOf }: Parts,
  caseId: string,
  { key, by, method, topic, join, brings, phases }: Demo['table'],
): Promise<string> {
  const as = <T>(name: string, verb: (work: Work) => Promise<T>) =>
    inTransaction(actorOf(name), purpose, verb)
  const { id, code } = await as(by, async (work) => {
    const set = { method, about: 'pupil', topic, caseId, key: demoId(key) } as const
    const id = await startIntervision(work, desk, set)
    const { code = '' } = await readIntervision(work, desk, id)
    return { id, code }
  })
  for (const name of join) await as(name, (work) => joinIntervision(work, desk, code))
  const move = async (work: Work, act: Exclude<Move, 'end'>) => {
    const { place, stage } = await readIntervision(work, desk, id)
    // A step that is open from its beginning has no cards to turn.
    if (act === 'reveal' && stage === 'open') return
    await moveOn(work, desk, id, { act, from: place })
  }
  for (const [index, { phase, cards }] of phases.entries()) {
    await as(by, async (work) => {
      if (index > 0) {
        await move(work, 'reveal')
        return move(work, 'next')
      }
      await appointInbrenger(work, desk, id, actorOf(brings).personId)
      await move(work, 'begin')
    })
    for (const [name, own] of Object.entries(cards)) {
      await as(name, async (work) => {
        for (const contribution of own) {
          await addContribution(work, desk, id, { phase, contribution, key: newId() })
        }
      })
    }
  }
  await as(by, (work) => move(work, 'reveal'))
  return id
}

const loadPaper = (
  { desk, inTransaction, demoId, actorOf }: Parts,
  { key, by, method, topic, sheet, decision }: Demo['paper'],
): Promise<void> =>
  inTransaction(actorOf(by), purpose, async (work) => {
    const set = { method, about: 'place', topic, onPaper: true, key: demoId(key) } as const
    const id = await startIntervision(work, desk, set)
    const { phases } = await readIntervision(work, desk, id)
    const read = readPaper(sheet, phases, desk.knowledge.map)
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    const { owner, inDays, ...said } = decision
    const dueOn = dutchDayFrom(work.now, inDays)
    await enterPaper(work, desk, id, {
      cards: read.cards,
      decision: { ...said, ownerId: actorOf(owner).personId, dueOn },
    })
  })
