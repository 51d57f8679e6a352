import { z } from 'zod'
import { Edition } from './edition.ts'
import { provenance, sourced } from './provenance.ts'
import { BilingualText, IsoDate, Words } from './texts.ts'

/** For whom a text is written. */
export const readers = ['teacher', 'parent', 'young-person'] as const
export type Reader = (typeof readers)[number]

/** How sure we are that a line is as we say. */
export const LineStatus = z.enum(['sourced', 'undated', 'not-verified'])
export type LineStatus = z.infer<typeof LineStatus>

const HelpLine = sourced({
  name: BilingualText,
  phone: z
    .string()
    .regex(/^[0-9() -]+$/)
    .optional(),
  website: Words.optional(),
  readers: z.array(z.enum(readers)).min(1),
  forWhom: BilingualText,
  /** left out where the source gives no hours */
  when: BilingualText.optional(),
  status: LineStatus,
  /** the day this entry was last compared with its source; null when it never was */
  checked: IsoDate.nullable(),
})
export type HelpLine = z.infer<typeof HelpLine>

export const LinesFile = z.strictObject({ edition: Edition, lines: z.array(HelpLine).min(1) })
export type LinesFile = z.infer<typeof LinesFile>

/** The order in which help is sought; it never changes. */
export const adviceSteps = ['danger', 'talk', 'protocol', 'call'] as const
export type AdviceStep = (typeof adviceSteps)[number]

const Advice = z.strictObject({
  step: z.enum(adviceSteps),
  title: BilingualText,
  text: BilingualText,
  lines: z.array(z.string()),
  ...provenance,
})
export type Advice = z.infer<typeof Advice>

const Rule = sourced({ text: BilingualText })
export type ConversationRule = z.infer<typeof Rule>

export const AdviceFile = z.strictObject({
  edition: Edition,
  whatToDo: z.strictObject({
    teacher: z.array(Advice),
    parent: z.array(Advice),
    'young-person': z.array(Advice),
  }),
  conversation: z.array(Rule).min(1),
})
export type AdviceFile = z.infer<typeof AdviceFile>
