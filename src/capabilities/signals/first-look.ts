import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { FirstLook } from './signal-term.ts'

const schoolDays = z.number().int().min(0).max(20)

const firstLookFile = z.strictObject({
  mark: z.enum(['own', 'sourced']),
  schoolDays,
  schoolDaysWithDanger: schoolDays,
})

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

/** Reads first-look.yaml and days-off.yaml in knowledge/clocks; throws when one is not what it should be. */
export function loadFirstLook(knowledgeFolder: string): FirstLook {
  const read = (file: string): unknown =>
    parse(readFileSync(join(knowledgeFolder, 'clocks', file), 'utf8'))
  const { days } = daysOffFile.parse(read('days-off.yaml'))
  const { schoolDays, schoolDaysWithDanger } = firstLookFile.parse(read('first-look.yaml'))
  const daysOff = {
    everyYear: days.flatMap((one) => ('day' in one ? [one.day] : [])),
    fromEaster: days.flatMap((one) => ('fromEaster' in one ? [one.fromEaster] : [])),
  }
  return { schoolDays, schoolDaysWithDanger, daysOff }
}
