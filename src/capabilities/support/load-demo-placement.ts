import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoRegion } from '#capabilities/cases/index.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import { readProposal } from './placement-forms.ts'
import { findProposedBefore } from './placements-store.ts'
import { proposePlacement } from './propose-placement.ts'

const demoPlacement = z.strictObject({
  key: z.string(),
  by: z.string(),
  case: z.string(),
  intervention: z.string(),
  /** the fields of the form, as somebody fills them in */
  form: z.record(z.string(), z.string()),
})

type Parts = DemoRegion & {
  readonly desk: SupportDesk
  readonly inTransaction: InTransaction
}

/** Lets an invented coordinator propose help, once. Answers which; nothing when its case is not there. */
export async function loadDemoPlacement({
  desk,
  inTransaction,
  demoId,
  actorOf,
  caseOf,
}: Parts): Promise<string | undefined> {
  const file = new URL('../../../database/demo/placement.yaml', import.meta.url)
  const demo = demoPlacement.parse(readYaml(readFileSync(file, 'utf8')))
  const caseId = caseOf(demo.case)
  if (caseId === undefined) return undefined
  const actor = actorOf(demo.by)
  const { organisationId } = actor
  const key = demoId(demo.key)
  const system = { kind: 'system', name: 'demo', organisationId } as const
  const before = await inTransaction(system, 'maintenance', (work) =>
    findProposedBefore(work, actor, { caseId, key }),
  )
  if (before) return before
  const read = readProposal(demo.form, false)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return inTransaction(actor, 'follow-up-cases', (work) =>
    proposePlacement(work, desk, caseId, {
      intervention: demo.intervention,
      offerId: undefined,
      words: read.value,
      language: 'nl',
      key,
    }),
  )
}
