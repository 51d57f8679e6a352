import { z } from 'zod'
import { type TypedDate, typedDate } from '#platform/typed-date.ts'
import {
  type About,
  abouts,
  answers,
  type Observation,
  type Origin,
  origins,
  type Readers,
  readerChoices,
  type SignalWords,
} from './signal.ts'

/**
 * What somebody has typed so far. Everything may still be missing or wrong: it is kept as it was
 * typed, so that nothing is ever lost, and judged only when a page is sent on.
 */
export type Draft = Readonly<Record<DraftField, string>> & {
  readonly observations: readonly Observation[]
  readonly turn?: Turn
}

/**
 * Which window kept the draft last, and how many it had kept: of one window a save that was
 * overtaken on its way is not the newest; of two windows the one that is typed in last is.
 */
export type Turn = { readonly window: string; readonly save: number }

export const draftFields = [
  'danger',
  'about',
  'subject',
  'narrative',
  'day',
  'month',
  'year',
  'moment',
  'origin',
  'heardFrom',
  'innocent',
  'readers',
  'readerId',
] as const
export type DraftField = (typeof draftFields)[number]

export const emptyDraft: Draft = {
  ...(Object.fromEntries(draftFields.map((field) => [field, ''])) as Record<DraftField, string>),
  observations: [],
}

/** Longest texts we keep, in characters: a name, a line, a long story. */
export const longest = { subject: 200, line: 300, narrative: 20_000 } as const

/** Cuts nothing and judges nothing; only refuses what no form of ours could send. */
export const draftChange = z
  .object(
    Object.fromEntries(
      draftFields.map((field) => [
        field,
        z
          .string()
          .max(longest.narrative * 2)
          .optional(),
      ]),
    ) as Record<DraftField, z.ZodOptional<z.ZodString>>,
  )
  .partial()

export const observation = z.object({
  code: z.string().regex(/^[A-Z]{3}-[0-9]{2}$/),
  answer: z.enum(answers),
  found: z.enum(['recognised', 'added']),
})

const line = (most: number) => z.string().trim().max(most, 'too-long')

/** Page "what": about whom, what was seen or heard, when, and by whom. Messages are codes. */
export const whatPage = z
  .object({
    about: z.enum(abouts, 'choose-about'),
    subject: line(longest.subject).min(1, 'subject-missing'),
    narrative: line(longest.narrative).min(1, 'narrative-missing'),
    day: line(2),
    month: line(2),
    year: line(4),
    moment: line(longest.line),
    origin: z.enum(origins, 'choose-origin'),
    heardFrom: line(longest.line),
  })
  .partial({ day: true, month: true, year: true, moment: true, heardFrom: true })

/** Page "signals": what was considered, and who may see it. */
export const signalsPage = z
  .object({
    innocent: line(2_000).optional(),
    readers: z.enum(readerChoices, 'choose-readers'),
    readerId: z.string().optional(),
  })
  .superRefine(({ readers, readerId }, problem) => {
    if (readers === 'one-colleague' && !readerId) {
      problem.addIssue({ code: 'custom', path: ['readerId'], message: 'choose-colleague' })
    }
  })

/** A whole signal, ready to be recorded. */
export type ReadySignal = {
  readonly danger: boolean
  readonly about: About
  readonly origin: Origin
  readonly noticedOn: string | undefined
  readonly readers: Readers
  readonly readerId: string | undefined
  readonly words: SignalWords
  readonly observations: readonly Observation[]
}

export type NoticedOn = TypedDate | { readonly ok: false; readonly because: 'date-in-future' }

/** Day, month and year as typed → an ISO date; empty is allowed; half, impossible or still to come is not. */
export function noticedOn(parts: Pick<Draft, 'day' | 'month' | 'year'>, today: string): NoticedOn {
  const typed = typedDate(parts)
  const future = typed.ok && typed.date !== undefined && typed.date > today
  return future ? { ok: false, because: 'date-in-future' } : typed
}

export type Readiness =
  | { readonly ok: true; readonly signal: ReadySignal }
  | { readonly ok: false; readonly page: 'danger' | 'what' | 'signals' }

/** Whether a draft can be recorded, and if not, which page still needs something. */
export function readiness(draft: Draft, today: string): Readiness {
  if (draft.danger !== 'yes' && draft.danger !== 'no') return { ok: false, page: 'danger' }
  const what = whatPage.safeParse(draft)
  const date = noticedOn(draft, today)
  if (!what.success || !date.ok) return { ok: false, page: 'what' }
  const rest = signalsPage.safeParse(draft)
  if (!rest.success) return { ok: false, page: 'signals' }
  const { about, origin, subject, narrative, moment = '', heardFrom = '' } = what.data
  const { innocent = '', readers, readerId } = rest.data
  return {
    ok: true,
    signal: {
      danger: draft.danger === 'yes',
      about,
      origin,
      noticedOn: date.date,
      readers,
      readerId: readers === 'one-colleague' ? readerId : undefined,
      words: { subject, narrative, moment, heardFrom: origin === 'own' ? '' : heardFrom, innocent },
      observations: draft.observations,
    },
  }
}
