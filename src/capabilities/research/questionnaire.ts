import { z } from 'zod'
import { BilingualText, Code, provenance } from '#capabilities/knowledge/index.ts'

/** A questionnaire as data: what is asked, in which order, and which answer leads past which question. */

/** Primary, secondary and vocational schools, as the official lists divide them. */
export const schoolKinds = ['po', 'vo', 'mbo'] as const
export type SchoolKind = (typeof schoolKinds)[number]

const Option = z.strictObject({
  id: Code,
  text: BilingualText,
  /** in a question with more than one answer: this one goes with no other */
  alone: z.boolean().optional(),
})

const asked = {
  id: Code,
  text: BilingualText,
  hint: BilingualText.optional(),
  /** asked when each of these earlier questions has one of these answers; without it, of everybody */
  askedWhen: z.array(z.strictObject({ question: Code, is: z.array(Code).min(1) })).optional(),
  /** published figures that stand beside the result, never in one comparison with it */
  besides: z.array(Code).optional(),
  ...provenance,
}

const Question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), ...asked, options: z.array(Option).min(2) }),
  z.strictObject({ kind: z.literal('many'), ...asked, options: z.array(Option).min(2) }),
  /** longest: in characters */
  z.strictObject({ kind: z.literal('text'), ...asked, longest: z.int().min(20).max(2000) }),
])
export type Question = z.infer<typeof Question>

export const Questionnaire = z.strictObject({
  id: Code,
  /** what was asked keeps its version; another wording is another version */
  version: z.int().min(1),
  published: z.iso.date(),
  title: BilingualText,
  lead: BilingualText,
  /** who in a school is asked */
  answeredBy: BilingualText,
  kinds: z.array(z.enum(schoolKinds)).min(1),
  minutes: z.int().min(1).max(60),
  ...provenance,
  sections: z
    .array(z.strictObject({ id: Code, title: BilingualText, questions: z.array(Question).min(1) }))
    .min(1),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** How a version of a questionnaire is called: `criminal-exploitation-1`. */
export const nameOf = ({ id, version }: Pick<Questionnaire, 'id' | 'version'>): string =>
  `${id}-${version}`

/** Every question, in the order in which it is asked. */
export const questionsOf = ({ sections }: Questionnaire): Question[] =>
  sections.flatMap(({ questions }) => questions)
