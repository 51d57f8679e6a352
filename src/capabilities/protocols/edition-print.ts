import { createHash } from 'node:crypto'
import { type Changes, type EditionContent, noChanges } from './edition.ts'
import { immediateStep } from './sufficiency.ts'

/** What tells one state of a draft from another, so that nobody decides on what they did not read. */

/** Of one step, or of the immediate route. */
export const printOf = ({ changes }: Pick<EditionContent, 'changes'>, step: string): string =>
  hashOf(changeOf(changes, step))

/** Of a step in which nothing differs from the example, or that is gone. */
export const printAsExample = (step: string): string => printOf({ changes: noChanges }, step)

/** The draft that somebody read, and all that stood in it then. */
export type DraftAsRead = { readonly draft: string; readonly print: string }

type Draft = {
  readonly edition: { readonly id: string } | undefined
  readonly content: EditionContent
}

export const asRead = ({ edition, content }: Draft): DraftAsRead => ({
  draft: edition?.id ?? '',
  print: wholePrintOf(content),
})

export const wholePrintOf = ({ changes }: EditionContent): string => hashOf(changes)

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

const changeOf = (changes: Changes, step: string): unknown =>
  step === immediateStep
    ? changes.immediate
    : (changes.own.find(({ id }) => id === step) ?? changes.steps[step] ?? null)
