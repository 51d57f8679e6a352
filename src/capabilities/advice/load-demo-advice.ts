import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import { askAdvice } from './ask-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { readQuestion } from './forms.ts'
import { giveAdvice } from './give-advice.ts'
import { findAskedBefore } from './store.ts'
import { takeUpAdvice } from './take-up-advice.ts'

const demoAdvice = z.strictObject({
  key: z.string(),
  by: z.string(),
  adviser: z.string(),
  case: z.string(),
  /** the fields of the form, as somebody fills them in */
  form: z.record(z.string(), z.string()),
  answer: z.string(),
})

/** Brings what waits to who it is for. */
export type Carry = () => Promise<void>

type Parts = DemoRegion & {
  readonly desk: AdviceDesk
  readonly inTransaction: InTransaction
  readonly carry: Carry
}

/**
 * Lets an invented coordinator ask an invented municipality, which answers; once. Answers which question;
 * nothing when its case is not there.
 */
export async function loadDemoAdvice({
  desk,
  inTransaction,
  demoId,
  actorOf,
  caseOf,
  carry,
}: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/advice.yaml', import.meta.url)
  const demo = demoAdvice.parse(readYaml(readFileSync(file, 'utf8')))
  const caseId = caseOf(demo.case)
  if (caseId === undefined) return undefined
  const [asker, adviser] = [actorOf(demo.by), actorOf(demo.adviser)]
  const key = demoId(demo.key)
  const system = { kind: 'system', name: 'demo', organisationId: asker.organisationId } as const
  const before = await inTransaction(system, 'maintenance', (work) =>
    findAskedBefore(work, asker.personId, key),
  )
  if (before) return before
  const to = adviser.organisationId
  const read = readQuestion({ ...demo.form, to })
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const { words } = read.value
  const asked = await inTransaction(asker, 'share', (work) =>
    askAdvice(work, desk, { to, caseId, words, seen: [], language: 'nl', key }),
  )
  if ('look' in asked) throw new Error('The invented question names somebody.')
  await carry()
  await inTransaction(adviser, 'share', (work) => takeUpAdvice(work, desk, asked.id))
  const answered = await inTransaction(adviser, 'share', (work) =>
    giveAdvice(work, desk, asked.id, { act: 'answer', text: demo.answer, seen: [] }),
  )
  if (answered) throw new Error('The invented answer names somebody.')
  await carry()
  return asked.id
}
