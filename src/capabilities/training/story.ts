import { z } from 'zod'
import { BilingualText, Code, Mark, provenance } from '#capabilities/knowledge/index.ts'

/** A story to practise with: what somebody in one kind of work sees, passage by passage. Everybody in it is invented. */

/** For whose work a story is written; each has one of these roles in their organisation. */
export const storyRoles = [
  'teacher',
  'caretaker',
  'mentor',
  'youth-worker',
  'officer',
  'youth-prosecutor',
] as const
export type StoryRole = (typeof storyRoles)[number]

const SignalId = z.string().regex(/^[A-Z]{3}-\d{2}$/)

const Stop = z.strictObject({
  /** what else it may be; more than one, so that nobody learns to stop at the first thought */
  innocent: z.array(BilingualText).min(2),
  next: BilingualText,
  /** what nobody could know yet at that moment */
  unknown: BilingualText,
})

const Passage = z.strictObject({
  id: Code,
  when: BilingualText,
  text: BilingualText,
  /** the signals of the list that show here; none in an ordinary passage */
  signals: z.array(SignalId),
  /** what one could notice, or why there is nothing to notice */
  seen: BilingualText,
  /** of every passage in which a signal shows, and of no other */
  stop: Stop.optional(),
})
export type Passage = z.infer<typeof Passage>

export const Story = z.strictObject({
  id: Code,
  /** people and events are ours; the pattern behind them has its own sources */
  mark: Mark,
  role: z.enum(storyRoles),
  minutes: z.int().min(1).max(30),
  /** explained: the innocent explanation was the true one; open: nobody knows at the end */
  turnsOut: z.enum(['explained', 'look-further', 'open']),
  title: BilingualText,
  lead: BilingualText,
  pattern: z.strictObject({ text: BilingualText, ...provenance }),
  /** what a reader may tick: the signals that show, and others */
  choices: z.array(SignalId).min(8),
  passages: z.array(Passage).min(5),
  ending: BilingualText,
  remember: z.array(BilingualText).min(1),
})
export type Story = z.infer<typeof Story>
