import { z } from 'zod'
import { BilingualText, provenance } from '#capabilities/knowledge/index.ts'
import { isReference } from './reference.ts'

export const paperKinds = [
  'letter',
  'progress-letter',
  'action-plan',
  'motion',
  'questions',
  'answer',
  'report',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** How a paper speaks of another. */
const referenceKinds = ['cites', 'tells-of', 'discharges', 'answers', 'follows'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export const Reference = z.string().refine(isReference, 'not written as a paper is named')
export const DossierNumber = z.string().regex(/^\d{5}$/)

/** One paper of Parliament or government, as far as we know it. */
export const Paper = z.strictObject({
  id: Reference,
  kind: z.enum(paperKinds),
  /** our own words */
  title: BilingualText,
  /** null: looked for, not found */
  date: z.iso.date().nullable(),
  /** one paper can stand in several dossiers; its number belongs to the first (null there: not found) */
  places: z.array(z.strictObject({ dossier: DossierNumber, number: z.string().min(1).nullable() })),
  /** numbers of the same paper in the open data of the House */
  alsoKnownAs: z.array(Reference),
  /** numbers that sources give and that cannot both be right */
  numbers: z.array(z.string().min(1)).min(2).optional(),
  /** read by us; known from another paper; or looked for and not found */
  found: z.enum(['page', 'quoted', 'not-found']),
  /** what we do not know of it */
  gap: BilingualText.nullable(),
  refers: z.array(z.strictObject({ to: Reference, how: z.enum(referenceKinds) })),
  ...provenance,
})
export type Paper = z.infer<typeof Paper>

export const PapersFile = z.strictObject({
  /** oldest first; a paper without a date stands where it fits */
  papers: z.array(Paper).min(1),
  notFound: z.array(z.strictObject({ id: z.string(), text: BilingualText, ...provenance })),
})
export type PapersFile = z.infer<typeof PapersFile>

/** Looked for, and not read by us: what is said of it comes from other papers. */
export const isMissing = ({ found }: Paper): boolean => found === 'not-found'
