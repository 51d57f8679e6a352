import { z } from 'zod'
import type { FormResult, Typed } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { type ActionContent, actionStates, type Development, longest } from './action.ts'
import { isEvidence } from './evidence.ts'

const line = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .transform((text) => text.replaceAll(/\s+/g, ' '))
    .pipe(z.string().min(1, missing).max(most, 'too-long'))

const day = z.string().transform((date) => date || undefined)

/** One partner a line, each once. */
const partners = z
  .string('too-long')
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((one) => one.trim().replaceAll(/\s+/g, ' '))
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().max(longest.partner, 'partner-too-long'))
      .max(longest.partners, 'too-many-partners'),
  )

/** The form of an action. Messages are codes. */
const actionForm = z
  .object({
    line: line(longest.line, 'line-missing'),
    title: line(longest.title, 'title-missing'),
    owner: line(longest.owner, 'owner-missing'),
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
