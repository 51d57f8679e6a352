import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from '#platform/plain-yaml.ts'
import type { FirstLook } from './signal-term.ts'

const schoolDays = z.number().int().min(0).max(20)

const firstLookFile = z.strictObject({
  mark: z.enum(['own', 'sourced']),
  schoolDays,
  schoolDaysWithDanger: schoolDays,
})

/** Reads knowledge/clocks/first-look.yaml; throws when it is not what it should be. */
export function loadFirstLook(knowledgeFolder: string): FirstLook {
  const file = join(knowledgeFolder, 'clocks', 'first-look.yaml')
  const read = firstLookFile.parse(readYaml(readFileSync(file, 'utf8')))
  return { schoolDays: read.schoolDays, schoolDaysWithDanger: read.schoolDaysWithDanger }
}
