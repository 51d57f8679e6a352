import { z } from 'zod'
import { longest } from './letter.ts'
import { answers } from './round.ts'

export const messageKinds = {
  draft: 'letters.draft',
  answer: 'letters.answer',
  turn: 'letters.turn',
} as const

const words = z.string().max(longest.text + 1000)
const href = z
  .string()
  .regex(/^(?:https:\/\/|\/)[^\s<>"]*$/)
  .max(400)
const run = z.strictObject({ text: words, href: href.optional() })
const inline = z.union([words, z.array(run).max(2000)])

/** The blocks of which letters are made; anything else is not understood. */
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: words,
  }),
  z.strictObject({ kind: z.literal('paragraph'), text: words }),
  z.strictObject({ kind: z.literal('linked'), runs: z.array(run).min(1).max(2000) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(inline).min(1).max(200) }),
  z.strictObject({
    kind: z.literal('key-values'),
    pairs: z
      .array(z.strictObject({ key: words, value: words }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(words).min(1).max(12),
    widths: z.array(z.number().positive()).optional(),
    rows: z.array(z.array(inline).max(12)).min(1).max(2000),
  }),
])

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const section = z.string().min(1).max(60)
const letter = z.uuid()
const version = z.int().min(1)

export const DraftBody = z.strictObject({
  ...{ letter, version, digest },
  title: z.string().min(1).max(longest.title),
  sections: z
    .array(
      z.strictObject({ id: section, heading: words, blocks: z.array(block).max(longest.text) }),
    )
    .min(1)
    .max(longest.blocks + 8),
})
export type DraftBody = z.infer<typeof DraftBody>

export const AnswerBody = z.strictObject({
  ...{ letter, version, digest },
  answer: z.enum(answers),
  remarks: z
    .array(z.strictObject({ section, words: z.string().min(1).max(longest.remark) }))
    .max(longest.blocks + 8),
})
export type AnswerBody = z.infer<typeof AnswerBody>

export const TurnBody = z.strictObject({
  letter,
  state: z.enum(['voided', 'withdrawn', 'fixed', 'published']),
})
export type TurnBody = z.infer<typeof TurnBody>

/** The message that tells a ministry how it now stands with a draft about which it was asked. */
export const turnTo = (to: string, letter: string, state: TurnBody['state']) => ({
  ...{ to, kind: messageKinds.turn, about: letter },
  body: { letter, state } satisfies TurnBody,
})
