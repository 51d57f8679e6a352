import { z } from 'zod'
import type { FormResult, Typed } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { line, lines, neededLine } from '#platform/typed-text.ts'
import { isEvidence } from './evidence.ts'
import { type ItemTold, longestOfItem as longest, type OwnItemContent } from './own-item.ts'
import { isReference } from './reference.ts'
import { itemKinds, itemStates } from './register-item.ts'

const optional = z
  .string('too-long')
  .default('')
  .transform((text) => text.trim() || undefined)

/** One name a line, each once. */
const names = lines({
  ...{ most: longest.by, tooMany: 'too-many-names' },
  ...{ longest: longest.name, tooLong: 'name-too-long' },
})

/** The form of an item. Messages are codes. */
const itemForm = z.object({
  kind: z.enum(itemKinds, 'choose-kind'),
  title: neededLine(longest.title, 'item-title-missing'),
  says: z.string('too-long').trim().max(longest.says, 'too-long').default(''),
  by: names,
  raisedOn: optional,
  raisedIn: optional.refine((text) => text === undefined || isReference(text), 'reference-strange'),
  wantedWords: line(longest.wantedWords),
  wantedUntil: optional,
  laterToldOn: optional,
  publicItem: optional,
})

/** `known` says of a code whether everybody can read such an item. */
export function readItemForm(
  typed: Typed,
  known: (id: string) => boolean,
): FormResult<OwnItemContent> {
  const dates = { raisedOn: 'optional', wantedUntil: 'optional', laterToldOn: 'optional' } as const
  const read = readDatedForm(itemForm, typed, dates)
  if (!read.ok) return read
  const { publicItem } = read.value
  return {
    ok: true,
    value: { ...read.value, publicItem: publicItem && known(publicItem) ? publicItem : undefined },
  }
}

/** The form of what is told of an item. */
const toldForm = z
  .object({
    state: z.enum(itemStates, 'choose-state'),
    happenedOn: optional,
    says: z.string('too-long').trim().max(longest.says, 'too-long').min(1, 'development-missing'),
    evidence: z
      .string('too-long')
      .trim()
      .max(longest.evidence, 'too-long')
      .default('')
      .refine(isEvidence, 'evidence-strange'),
  })
  .refine(({ state, evidence }) => state !== 'done' || evidence !== '', {
    path: ['evidence'],
    message: 'done-without-paper',
  })

/** The form that takes an item out. */
export const takeOutForm = z.object({
  why: z.string('why-missing').trim().min(1, 'why-missing').max(longest.says, 'too-long'),
})

export const readToldForm = (typed: Typed): FormResult<ItemTold> =>
  readDatedForm(toldForm, typed, { happenedOn: 'optional' })
