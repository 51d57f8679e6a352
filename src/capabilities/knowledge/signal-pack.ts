import { z } from 'zod'
import { Edition } from './edition.ts'
import { readers } from './help.ts'
import { SourceKey, sourced } from './provenance.ts'
import { BilingualText, Code } from './texts.ts'

const CategoryId = z.string().regex(/^[A-Z]{3}$/)
const SignalId = z.string().regex(/^[A-Z]{3}-[0-9]{2}$/)

/** What a signal rests on. Only 'own' may stand without a source. */
export const Basis = z.enum(['uk-graded', 'uk-listed', 'dutch-listed', 'own'])
export type Basis = z.infer<typeof Basis>

/**
 * Our own reading of the observation, never of a child: does it show control by itself?
 * It is told in a sentence on the signal's own page. Nothing is ordered, counted or coloured by it.
 */
export const Strength = z.enum(['strong', 'moderate', 'weak'])
export type Strength = z.infer<typeof Strength>

const Grade = z.strictObject({ tool: SourceKey, level: z.string() })

const SignalEntry = z.strictObject({
  id: SignalId,
  wording: BilingualText,
  forms: z.array(z.string()).min(1),
  observers: z.array(z.string()).min(1),
  /** what else it may be; a signal without an innocent explanation is not a signal */
  innocent: z.array(BilingualText).min(1),
  /** what remains to be done, also when the explanation is innocent */
  attention: BilingualText.optional(),
  basis: Basis,
  /** how foreign tools weigh it, under their own words */
  grades: z.array(Grade).min(1).optional(),
  gradeRemark: BilingualText.optional(),
  strength: Strength,
  sources: z.array(SourceKey),
})
export type Signal = z.infer<typeof SignalEntry> & { readonly category: string }

/** One file per category. */
export const SignalsFile = z.strictObject({
  category: CategoryId,
  signals: z.array(SignalEntry).min(1),
})
export type SignalsFile = z.infer<typeof SignalsFile>

const Category = z.strictObject({ id: CategoryId, name: BilingualText })
export type Category = z.infer<typeof Category>

const Form = z.strictObject({ id: Code, name: BilingualText, explanation: BilingualText })
export type Form = z.infer<typeof Form>

/** Who often sees it. `slug` is the Dutch word in the address of the printable card. */
const Observer = z.strictObject({
  id: Code,
  slug: Code,
  /** whose advice fits this observer */
  reader: z.enum(readers),
  name: BilingualText,
})
export type Observer = z.infer<typeof Observer>

const GradeLevel = z.strictObject({ id: Code, name: BilingualText })
export type GradeLevel = z.infer<typeof GradeLevel>

export const VocabularyFile = z.strictObject({
  categories: z.array(Category).min(1),
  forms: z.array(Form).min(1),
  observers: z.array(Observer).min(1),
  bases: z.array(z.strictObject({ id: Basis, explanation: BilingualText })),
  gradeLevels: z.array(GradeLevel),
  strengths: z.array(
    z.strictObject({ id: Strength, mark: z.literal('own'), explanation: BilingualText }),
  ),
})
export type VocabularyFile = z.infer<typeof VocabularyFile>

const Statement = sourced({ text: BilingualText })
export type Statement = z.infer<typeof Statement>

export const GuidanceFile = z.strictObject({
  edition: Edition,
  guidance: z.array(Statement).min(1),
  /** not signals: what makes a life harder says nothing about what happens in it */
  vulnerabilities: z.array(Statement),
  protectiveFactors: z.array(Statement),
})
export type GuidanceFile = z.infer<typeof GuidanceFile>
