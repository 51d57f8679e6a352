import { z } from 'zod'
import { BilingualText, Code, Edition, sourced } from '#capabilities/knowledge/index.ts'
import { wordings } from './legal-rule.ts'

const isoDay = z.iso.date()

/** What a ground answers: technical before policy is the order that the rule demands. */
const sepotTests = ['technical', 'policy', 'execution', 'administration'] as const
export type SepotTest = (typeof sepotTests)[number]

const Group = sourced({ test: z.enum(sepotTests), name: BilingualText, about: BilingualText })
export type SepotGroup = z.infer<typeof Group>

/** What a ground has to do with exploitation, in words; it orders nothing. */
const Relevance = sourced({ text: BilingualText })

/** A ground on which a prosecutor does not prosecute: the two figures stand in the decision and on record. */
const SepotCode = sourced({
  code: z.string().regex(/^[0-9]{2}$/),
  label: BilingualText,
  group: Code,
  relevance: Code,
  /** null: we read nothing about it but its label */
  note: BilingualText.nullable(),
  /** the first day on which it no longer existed */
  validUntil: isoDay.nullable(),
  wording: z.enum(wordings),
})
export type SepotCode = z.infer<typeof SepotCode>

/** knowledge/law/sepot.yaml */
export const SepotFile = z.strictObject({
  edition: Edition,
  /** told beside every list of grounds */
  warnings: z.array(sourced({ text: BilingualText })).min(1),
  groups: z.array(Group).min(1),
  relevances: z.array(Relevance).min(1),
  codes: z.array(SepotCode).min(1),
  rules: z.array(sourced({ text: BilingualText, wording: z.enum(wordings) })).min(1),
})
export type SepotFile = z.infer<typeof SepotFile>
