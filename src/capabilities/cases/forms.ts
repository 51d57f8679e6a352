import { z } from 'zod'
import type { FormResult, Typed } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { datePartsFrom, readDatedForm } from '#platform/typed-date.ts'
import { type Identity, outcomes, roles } from './case-file.ts'
import {
  contactWays,
  type EntryWords,
  type NewEntry,
  origins,
  type WritableKind,
  withdrawals,
} from './entry.ts'

/** Signs: a long report fits, a book does not. */
const longest = 20_000
const longestLine = 300

const words = (missing = 'words-missing') =>
  z.string().trim().min(1, missing).max(longest, 'too-long')
const line = (missing = 'words-missing') =>
  z.string().trim().min(1, missing).max(longestLine, 'too-long')
const perhaps = z.string().trim().max(longestLine, 'too-long').default('')
const colleague = z.string('choose-colleague').refine(isId, 'choose-colleague')
/** An ISO date, or empty. */
const day = z.string().transform((one) => one || undefined)
const version = z.coerce.number('form-broken').int().min(1).default(1)

const lines = words('innocent-missing').transform((text) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
)

/** The fields of each form in the order of its page: so what is wrong is said. */
const entrySchemas = {
  fact: z.object({
    text: words(),
    source: line('source-missing'),
    origin: z.enum(origins, 'choose-origin'),
    on: day,
    moment: perhaps,
  }),
  interpretation: z.object({ text: words(), innocent: lines }),
  decision: z.object({
    text: words(),
    reasons: words('reasons-missing'),
    not: z.enum(['yes', 'no'], 'choose-not'),
  }),
  contact: z.object({
    withWhom: line('whom-missing'),
    how: z.enum(contactWays, 'choose-how'),
    text: words(),
    on: day,
    moment: perhaps,
  }),
} as const

/** What somebody typed as an entry of this kind. */
export function readEntryForm(kind: WritableKind, typed: Typed): FormResult<NewEntry> {
  switch (kind) {
    case 'fact':
      return entryIn(
        readDatedForm(entrySchemas.fact, typed, { on: 'optional' }),
        ({ on, ...read }) => ({
          kind,
          ...read,
          happenedOn: on,
        }),
      )
    case 'contact':
      return entryIn(
        readDatedForm(entrySchemas.contact, typed, { on: 'optional' }),
        ({ on, ...read }) => ({ kind, ...read, happenedOn: on }),
      )
    case 'interpretation':
      return entryIn(readDatedForm(entrySchemas.interpretation, typed, {}), (read) => ({
        kind,
        ...read,
      }))
    case 'decision':
      return entryIn(readDatedForm(entrySchemas.decision, typed, {}), ({ not, ...read }) => ({
        kind,
        ...read,
        not: not === 'yes',
      }))
  }
}

const entryIn = <T>(read: FormResult<T>, make: (value: T) => NewEntry): FormResult<NewEntry> =>
  read.ok ? { ok: true, value: make(read.value) } : read

/** An entry as a form that is filled in with it. */
export function typedFromEntry(
  kind: WritableKind,
  given: {
    readonly words: EntryWords[WritableKind]
    readonly happenedOn: string | undefined
    readonly origin: string | null
    readonly not: boolean
  },
): Typed {
  const common = {
    ...datePartsFrom('on', given.happenedOn),
    not: given.not ? 'yes' : 'no',
    ...(given.origin ? { origin: given.origin } : {}),
  }
  if (kind !== 'interpretation') return { ...common, ...(given.words as EntryWords['contact']) }
  const { text, innocent } = given.words as EntryWords['interpretation']
  return { text, innocent: innocent.join('\n') }
}

const identity = z.object({
  name: line('name-missing'),
  group: perhaps,
  number: perhaps,
  born: z.string(),
  contacts: z.string().trim().max(longest, 'too-long').default(''),
})

/** Each form of an act, by the name of the act, with its fields in the order of its page. */
export const readActForm = {
  open: (typed: Typed) =>
    readDatedForm(identity.extend({ question: words() }), typed, { born: 'optional' }),
  identity: (typed: Typed) =>
    readDatedForm(identity.extend({ version }), typed, { born: 'optional' }),
  question: (typed: Typed) => readDatedForm(z.object({ question: words(), version }), typed, {}),
  task: (typed: Typed) =>
    readDatedForm(z.object({ title: line(), owner: colleague, due: z.string() }), typed, {
      due: 'needed',
    }),
  moveTask: (typed: Typed) =>
    readDatedForm(z.object({ owner: colleague, due: z.string() }), typed, { due: 'needed' }),
  circle: (typed: Typed) =>
    readDatedForm(z.object({ colleague, reason: words(), until: day }), typed, {
      until: 'optional',
    }),
  handOver: (typed: Typed) => readDatedForm(z.object({ colleague, reason: words() }), typed, {}),
  role: (typed: Typed) =>
    readDatedForm(
      z.object({
        role: z.enum(roles, 'choose-role'),
        from: z.string(),
        until: day,
        source: words('source-missing'),
        evidence: words(),
        against: words('against-missing'),
      }),
      typed,
      { from: 'needed', until: 'optional' },
    ),
  endRole: (typed: Typed) =>
    readDatedForm(z.object({ until: z.string(), reason: words() }), typed, { until: 'needed' }),
  close: (typed: Typed) =>
    readDatedForm(
      z.object({ outcome: z.enum(outcomes, 'choose-outcome'), words: words(), told: words() }),
      typed,
      {},
    ),
  reason: (typed: Typed) => readDatedForm(z.object({ reason: words() }), typed, {}),
  withdraw: (typed: Typed) =>
    readDatedForm(z.object({ because: z.enum(withdrawals, 'choose-reason') }), typed, {}),
} as const

export const typedFromIdentity = ({ born, ...identity }: Identity): Typed => ({
  ...identity,
  ...datePartsFrom('born', born),
})
