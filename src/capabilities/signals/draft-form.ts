import { dateNames } from '#design/date/date.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { type Draft, type DraftField, draftFields, observation, type Turn } from './draft.ts'
import type { Recording } from './recording.ts'
import type { Observation } from './signal.ts'

// What the pages of Leg vast send, as changes of a draft.

const dates = dateNames('noticed')

/** Form field → draft field; only what was sent is changed. */
export function draftFrom(typed: Typed): Partial<Draft> {
  const change: Partial<Record<DraftField, string>> = {}
  for (const field of draftFields) {
    const name = field === 'day' || field === 'month' || field === 'year' ? dates[field] : field
    if (typed[name] !== undefined) change[field] = textOf(typed, name)
  }
  const turn = turnIn(typed)
  return turn === undefined ? change : { ...change, turn }
}

/** `window.number`, as a page gives it to each thing it sends; a browser without scripts gives none. */
function turnIn(typed: Typed): Turn | undefined {
  const [, window, save] = /^([a-z0-9]{1,20})\.([1-9][0-9]{0,8})$/.exec(textOf(typed, 'turn')) ?? []
  return window && save ? { window, save: Number(save) } : undefined
}

export const pickTyped = (draft: Draft): Typed =>
  Object.fromEntries(draftFields.map((field) => [field, draft[field]]))

const pageOrder = ['about', 'subject', 'narrative', 'noticed', 'moment', 'origin', 'heardFrom']
export const inPageOrder = (errors: FormErrors): FormErrors =>
  Object.fromEntries(
    Object.entries(errors).sort(
      ([one], [other]) => pageOrder.indexOf(one) - pageOrder.indexOf(other),
    ),
  )

/**
 * `answer-MON-01=observed` for what was recognised, `chosen-MON-01=…` for what was added before,
 * `added-MON=MON-02` for what is ticked now. Codes that the list does not know are left out.
 */
export function observationsFrom(typed: Typed, { knowledge }: Recording): Observation[] {
  const found = Object.keys(typed).flatMap((name): unknown[] => {
    const [kind = '', code = ''] = cutAtDash(name)
    if (kind === 'answer') return [{ code, answer: textOf(typed, name), found: 'recognised' }]
    if (kind === 'chosen') return [{ code, answer: textOf(typed, name), found: 'added' }]
    if (kind !== 'added') return []
    return listOf(typed, name).map((one) => ({ code: one, answer: 'observed', found: 'added' }))
  })
  const known = found.flatMap((one) => {
    const read = observation.safeParse(one)
    return read.success && knowledge.findSignal(read.data.code) ? [read.data] : []
  })
  return [...new Map(known.map((one) => [one.code, one])).values()]
}

const cutAtDash = (name: string): string[] => {
  const dash = name.indexOf('-')
  return dash < 0 ? [] : [name.slice(0, dash), name.slice(dash + 1)]
}

/** What is kept while somebody types: the page with the answers sends them, the others have none. */
export const answersFrom = (
  typed: Typed,
  recording: Recording,
): Pick<Draft, 'observations'> | undefined =>
  typed.innocent === undefined ? undefined : { observations: observationsFrom(typed, recording) }
