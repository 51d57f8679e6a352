import { z } from 'zod'
import { BilingualText, sourced, Words } from '#capabilities/knowledge/index.ts'
import { Reference } from './paper.ts'

export const itemKinds = ['motion', 'commitment', 'questions', 'request'] as const
export type ItemKind = (typeof itemKinds)[number]

/** `open`: we found nothing that was done about it. */
export const itemStates = ['open', 'under-way', 'done'] as const
export type ItemState = (typeof itemStates)[number]

const Step = z.strictObject({
  date: z.iso.date(),
  /** where it stands */
  paper: Reference,
  state: z.enum(['under-way', 'done']),
  text: BilingualText,
})
export type ItemStep = z.infer<typeof Step>

/** What Parliament asked, or government promised, and what came of it. */
export const RegisterItem = sourced({
  kind: z.enum(itemKinds),
  title: BilingualText,
  /** what is asked or promised, in our own words */
  says: BilingualText,
  /** members of Parliament who asked it: public office, so their names are no secret */
  by: z.array(Words),
  /** null: looked for, not found */
  raisedOn: z.iso.date().nullable(),
  raisedIn: Reference.nullable(),
  /** by when it was promised: the words of the paper, and the last day as we read them */
  wanted: z.strictObject({ words: BilingualText, until: z.iso.date() }).nullable(),
  /** of written questions: the day on which was told that the answer comes later */
  laterToldOn: z.iso.date().optional(),
  /** oldest first */
  steps: z.array(Step),
  /** what we looked for and did not find */
  gaps: z.array(BilingualText),
})
export type RegisterItem = z.infer<typeof RegisterItem>

export const ItemsFile = z.strictObject({ items: z.array(RegisterItem).min(1) })
export type ItemsFile = z.infer<typeof ItemsFile>

/** Where it stands: what the last step says. */
export const stateOf = ({ steps }: Pick<RegisterItem, 'steps'>): ItemState =>
  steps.at(-1)?.state ?? 'open'

/** The day on which it was done, as an ISO date. */
export const doneOn = ({ steps }: Pick<RegisterItem, 'steps'>): string | undefined =>
  steps.findLast(({ state }) => state === 'done')?.date

/** By the day on which it was raised, oldest first; what has no such day comes last, by title. */
export const inOrderOfDay = (items: readonly RegisterItem[]): RegisterItem[] =>
  items.toSorted((a, b) => byDayRaised(a, b) || a.title.nl.localeCompare(b.title.nl, 'nl'))

type Raised = { readonly raisedOn?: string | null | undefined }

/** Oldest first; what has no day on which it was raised comes last. */
export const byDayRaised = (a: Raised, b: Raised): number => {
  const [first, second] = [a.raisedOn ?? '9999', b.raisedOn ?? '9999']
  return first < second ? -1 : first > second ? 1 : 0
}

/** What only the public papers have: an item that a ministry keeps too is told once, as it keeps it. */
export const notKept = (
  items: readonly RegisterItem[],
  keptAs: readonly (string | null | undefined)[],
): RegisterItem[] => items.filter(({ id }) => !keptAs.includes(id))
