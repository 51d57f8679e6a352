import { z } from 'zod'
import { Edition } from './edition.ts'
import { sourced } from './provenance.ts'
import { BilingualText, Code } from './texts.ts'

/** A sentence of the guide: a step, a promise, a limit. */
const Line = sourced({ text: BilingualText })
export type ConversationLine = z.infer<typeof Line>

/** A way of asking that closes a conversation, and why. */
const Avoidance = sourced({
  name: BilingualText,
  text: BilingualText,
})
export type Avoidance = z.infer<typeof Avoidance>

const Theme = sourced({
  name: BilingualText,
  purpose: BilingualText,
})
export type ConversationTheme = z.infer<typeof Theme>

const Question = sourced({
  theme: Code,
  text: BilingualText,
  /** what it is for */
  purpose: BilingualText,
  /** how not to ask it, and which kind of asking that is */
  avoid: z.strictObject({ kind: Code, text: BilingualText }),
  /** what to do with it while the police may still interview the young person */
  withPolice: z.enum(['ask', 'leave']),
})
export type ConversationQuestion = z.infer<typeof Question>

export const ConversationFile = z.strictObject({
  edition: Edition,
  buildUp: z.array(Line).min(1),
  promises: z.array(Line).min(1),
  /** what stays unasked while the police may still interview the young person */
  limits: z.array(Line).min(1),
  /** what to do as long as they may */
  meanwhile: z.array(Line).min(1),
  avoidances: z.array(Avoidance).min(1),
  themes: z.array(Theme).min(1),
  questions: z.array(Question).min(1),
})
export type ConversationFile = z.infer<typeof ConversationFile>
