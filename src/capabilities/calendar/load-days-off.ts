import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from '#platform/plain-yaml.ts'
import type { DaysOff } from './days-off.ts'

const origin = { id: z.string(), mark: z.enum(['sourced', 'general-knowledge']) }
const sources = z.array(z.string()).min(1)
const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

const daysOffFile = z.strictObject({
  days: z.array(
    z.union([
      z.strictObject({ ...origin, sources, day: monthAndDay }),
      z.strictObject({ ...origin, sources, fromEaster: z.number().int().min(-60).max(60) }),
    ]),
  ),
})

/** Reads knowledge/clocks/days-off.yaml; throws when it is not what it should be. */
export function loadDaysOff(knowledgeFolder: string): DaysOff {
  const file = join(knowledgeFolder, 'clocks', 'days-off.yaml')
  const { days } = daysOffFile.parse(readYaml(readFileSync(file, 'utf8')))
  return {
    everyYear: days.flatMap((one) => ('day' in one ? [one.day] : [])),
    fromEaster: days.flatMap((one) => ('fromEaster' in one ? [one.fromEaster] : [])),
  }
}
