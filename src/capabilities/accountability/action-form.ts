import { z } from 'zod'
import type { FormResult, Typed } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { lines, neededLine } from '#platform/typed-text.ts'
import { type ActionContent, actionStates, type Development, longest } from './action.ts'
import { isEvidence } from './evidence.ts'

const day = z.string().transform((date) => date || undefined)

/** One partner a line, each once. */
const partners = lines({
  ...{ most: longest.partners, tooMany: 'too-many-partners' },
  ...{ longest: longest.partner, tooLong: 'partner-too-long' },
})

/** The form of an action. Messages are codes. */
const actionForm = z
  .object({
    line: neededLine(longest.line, 'line-missing'),
    title: neededLine(longest.title, 'title-missing'),
    owner: neededLine(longest.owner, 'owner-missing'),
    partners,
    items: z.preprocess(
      (given) => (given === undefined ? [] : [given].flat()),
      z.array(z.string()).max(50, 'too-many-items'),
    ),
    startsOn: day,
    dueOn: day,
  })
  .refine(({ startsOn, dueOn }) => !startsOn || !dueOn || startsOn <= dueOn, {
    path: ['dueOn'],
    message: 'due-before-start',
  })

/** `known` says of an id whether there is such an item. */
export function readActionForm(
  typed: Typed,
  known: (id: string) => boolean,
): FormResult<ActionContent> {
  const read = readDatedForm(actionForm, typed, { startsOn: 'optional', dueOn: 'optional' })
  if (!read.ok) return read
  return { ok: true, value: { ...read.value, items: read.value.items.filter(known) } }
}

const text = (most: number) => z.string('too-long').trim().max(most, 'too-long')
/** The form of a development. Messages are codes. */
export const developmentForm = z.object({
  state: z.enum(actionStates, 'choose-state'),
  development: text(longest.development).min(1, 'development-missing'),
  nextStep: text(longest.nextStep).default(''),
  evidence: text(longest.evidence).default('').refine(isEvidence, 'evidence-strange'),
}) satisfies z.ZodType<Development>
