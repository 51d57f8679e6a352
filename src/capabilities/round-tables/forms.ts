import { z } from 'zod'
import { type FactKind, factKinds } from '#capabilities/law/index.ts'
import { answerFieldsIn } from '#capabilities/sharing/index.ts'
import type { Role } from '#platform/actor.ts'
import { roles } from '#platform/actor.ts'
import { type FormErrors, listOf, readForm, type Typed } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { type AgreementAct, mostGuests } from './round-table.ts'
import { longest } from './table-body.ts'
import type { TableWords, WrittenFact } from './table-words.ts'

export type FormRead<T> = { readonly value: T } | { readonly errors: FormErrors }

const needed = (code: string) => z.string(code).trim().min(1, code).max(longest.words, 'too-long')
const optional = z.string().trim().max(longest.words, 'too-long').default('')
const dated = z.string()

const read = <T>(result: ReturnType<typeof readForm<T>>): FormRead<T> =>
  result.ok ? { value: result.value } : { errors: result.errors }

/** One choice of the list of whom to invite. */
export const seatValue = (party: string, role: Role): string => `${party}:${role}`

const convening = z.object({
  aim: z.string('choose-aim').min(1, 'choose-aim').max(40, 'choose-aim'),
  question: needed('question-missing'),
  agenda: optional,
  place: optional,
  day: dated,
})

export type ConveneForm = {
  readonly invited: readonly { readonly party: string; readonly role: Role }[]
  readonly aim: string
  readonly day: string
  readonly words: TableWords
}

/** Messages are codes; everything wrong is said at once. */
export function readConvening(typed: Typed): FormRead<ConveneForm> {
  const form = readDatedForm(convening, typed, { day: 'needed' })
  const invited = listOf(typed, 'invited').flatMap((one) => {
    const [party = '', role = ''] = one.split(':')
    const known = roles.find((each) => each === role)
    return isId(party) && known ? [{ party, role: known }] : []
  })
  const missing =
    invited.length === 0 || new Set(invited.map(({ party }) => party)).size !== invited.length
  const many = invited.length > mostGuests
  const errors: FormErrors = {
    ...(missing ? { invited: 'choose-invited' } : many ? { invited: 'too-many-guests' } : {}),
    ...(form.ok ? {} : form.errors),
  }
  if (!form.ok || missing || many) return { errors }
  const { aim, day, ...words } = form.value
  return { value: { invited, aim, day, words } }
}

/** What is written down to be brought; a number without persons is not about somebody. */
export const writtenKinds = factKinds.filter(
  (kind): kind is Exclude<FactKind, 'count'> => kind !== 'count',
)

const written = z.object({
  kind: z.enum(writtenKinds, 'choose-kind'),
  text: needed('words-missing'),
  source: needed('source-missing'),
  on: dated,
  moment: optional,
  beside: optional,
})

/** What speaks against it: one on each line. */
export function readWritten(typed: Typed): FormRead<WrittenFact> {
  const form = readDatedForm(written, typed, { on: 'optional' })
  if (!form.ok) return { errors: form.errors }
  const { on, beside, ...fact } = form.value
  const lines = beside.split(/\r?\n/).map((line) => line.trim())
  return {
    value: {
      ...fact,
      ...(on === '' ? {} : { on }),
      beside: lines.filter((line) => line !== '').slice(0, 50),
    },
  }
}

const agreement = z.object({
  text: needed('words-missing'),
  due: dated,
})
export const readAgreement = (typed: Typed) =>
  read(readDatedForm(agreement, typed, { due: 'needed' }))

const minutes = z.object({ text: needed('words-missing'), due: dated })
export const readMinutes = (typed: Typed) => read(readDatedForm(minutes, typed, { due: 'needed' }))

const word = z
  .object({ state: z.enum(['approved', 'remarked'], 'choose-state'), text: optional })
  .refine(({ state, text }) => state === 'approved' || text !== '', {
    path: ['text'],
    message: 'words-missing',
  })
export const readWord = (typed: Typed) => read(readForm(word, typed))

const acts = ['accept', 'refuse', 'done', 'not-done'] as const satisfies readonly AgreementAct[]
const following = z
  .object({ act: z.enum(acts, 'choose-act'), reason: optional, casus: z.string().default('') })
  .refine(({ act, reason }) => act === 'accept' || act === 'done' || reason !== '', {
    path: ['reason'],
    message: 'reason-missing',
  })
export const readFollowing = (typed: Typed) => read(readForm(following, typed))

const ending = z.object({ keepUntil: dated })
export const readEnding = (typed: Typed) =>
  read(readDatedForm(ending, typed, { keepUntil: 'needed' }))

/** Fields in which people write; the others are a choice, made again in a second. */
export const writtenIn = (typed: Typed): readonly string[] => [
  ...['question', 'agenda', 'place', 'text', 'source', 'moment', 'beside', 'reason'],
  ...answerFieldsIn(typed),
]
