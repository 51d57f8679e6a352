import { fileURLToPath } from 'node:url'
import { type Expected, today } from './a-road.ts'
import { loadLaw } from './load-law.ts'
import type { Asked } from './may-share.ts'
import { roadsFromCare } from './roads-from-care.ts'
import { roadsFromJustice } from './roads-from-justice.ts'

export const law = loadLaw(fileURLToPath(new URL('../../../knowledge', import.meta.url)))

/** What each line of the table must do. */
export const table: Readonly<Record<string, Expected>> = { ...roadsFromCare, ...roadsFromJustice }

/** A question that this line answers with yes. */
export const askedBy = (id: string, one: Expected, change: Partial<Asked> = {}): Asked => ({
  from: { kind: one.from[0], roles: [one.from[1]] },
  to: { kind: one.to[0], role: one.to[1] },
  facts: one.goes,
  answers: one.answers,
  on: today,
  line: id,
  ...(law.sharing.findLine(id)?.only === 'advice' ? { as: 'advice' } : {}),
  ...change,
})
