import { z } from 'zod'
import { BilingualText, Code, Edition, provenance, sourced } from '#capabilities/knowledge/index.ts'
import { organisationKinds } from '#platform/actor.ts'

/** What capabilities can count of their own rows. A definition names one of them. */
export const countSources = [
  'signals-by-category',
  'signals-looked-at-in-time',
  'intervisions',
  'placements',
  'arrests-looked-at',
  'routes-decided',
  'stories-completed',
] as const

/**
 * One number as everybody means it: `<id>.yaml`. When its words or its source change in meaning, `version` goes up; what was
 * published keeps the version it was counted by.
 */
export const Definition = z.strictObject({
  id: Code,
  version: z.int().min(1),
  title: BilingualText,
  /** what one of these is */
  counts: BilingualText,
  of: BilingualText,
  when: BilingualText,
  excludes: z.array(BilingualText),
  source: z.enum(countSources),
  /** by what the number is divided beside the period; null is not at all */
  dividedBy: BilingualText.nullable(),
  period: z.enum(['quarter', 'year']),
  publishedBy: z.array(z.enum(organisationKinds)).min(1),
  ...provenance,
})
export type Definition = z.infer<typeof Definition>

/** edition.yaml: which edition of the definitions, and what is told beside every figure. */
export const FiguresEdition = z.strictObject({
  edition: Edition,
  guidance: z.array(sourced({ text: BilingualText })).min(1),
})
export type FiguresEdition = z.infer<typeof FiguresEdition>
