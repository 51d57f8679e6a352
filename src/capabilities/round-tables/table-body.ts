import { z } from 'zod'
import { Basis } from '#capabilities/sharing/index.ts'
import { roles } from '#platform/actor.ts'
import { mostGuests } from './round-table.ts'

/** Characters in one field; a story with room to spare. */
export const longest = { line: 200, words: 10_000 }

const id = z.uuid()
const words = z.string().max(longest.words)
const some = words.min(1)
const day = z.iso.date()

export const InviteBody = z.strictObject({
  table: id,
  code: z.string().regex(/^O-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  aim: z.string().regex(/^[a-z0-9-]{1,40}$/),
  day,
  question: some,
  agenda: words,
  place: words,
  seats: z
    .array(z.strictObject({ party: id, role: z.enum(roles) }))
    .min(2)
    .max(mostGuests + 1),
})
export type InviteBody = z.infer<typeof InviteBody>

/** Whatever somebody at the table does that others must know: each only of itself. */
const Turn = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('seat'),
    state: z.enum(['joined', 'declined', 'left']),
    answer: z.boolean(),
  }),
  /** who brought to whom; the delivery itself goes by the door of sharing */
  z.strictObject({ act: z.literal('brought'), id, to: id }),
  /** `basis` is left out when the agreement tells nothing of anybody */
  z.strictObject({
    act: z.literal('agreement'),
    id,
    text: some,
    due: day,
    basis: Basis.optional(),
  }),
  z.strictObject({
    act: z.literal('followed'),
    id,
    state: z.enum(['accepted', 'refused', 'done', 'not-done']),
    text: words,
  }),
  z.strictObject({
    act: z.literal('minutes'),
    id,
    version: z.int().min(1),
    text: some,
    due: day,
  }),
  z.strictObject({
    act: z.literal('word'),
    id,
    version: z.int().min(1),
    state: z.enum(['approved', 'remarked']),
    text: words,
  }),
  z.strictObject({ act: z.literal('fixed'), version: z.int().min(1) }),
])
export type Turn = z.infer<typeof Turn>

export const TurnBody = z.strictObject({ table: id, turn: Turn })
export type TurnBody = z.infer<typeof TurnBody>

/** From the convener. Apart from the turns: what became of it decides whether the words are gone there. */
export const EndBody = z.strictObject({ table: id, keepUntil: day })
export type EndBody = z.infer<typeof EndBody>

/** From the convener, apart from the turns for the same reason: the words of an agreement go there. */
export const TakeBackBody = z.strictObject({ table: id, agreement: id })
export type TakeBackBody = z.infer<typeof TakeBackBody>

export const messageKinds = {
  invite: 'round-tables.invite',
  turn: 'round-tables.turn',
  end: 'round-tables.end',
  takeBack: 'round-tables.take-back',
} as const
