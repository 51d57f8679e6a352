import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { Decision } from './decide.ts'
import { decisionOutcomes, type Outcome } from './intervision.ts'

const longest = 4_000

type Read =
  | { readonly ok: true; readonly decision: Omit<Decision, 'from'> }
  | { readonly ok: false; readonly errors: FormErrors }

/**
 * Reads what the team decided. A method that ends with a decision needs all of it: the sharper question,
 * what happens, who, before when, and what the young person and the parents will hear. `today`: ISO date.
 */
export function readDecision(typed: Typed, decides: boolean, today: string): Read {
  const errors: Record<string, string> = {}
  const written = (name: string, missing?: string): string => {
    const text = textOf(typed, name).trim()
    if (text.length > longest) errors[name] = 'too-long'
    if (text === '' && decides && missing) errors[name] = missing
    return text
  }
  const question = written('question', 'question-missing')
  const said = textOf(typed, 'outcome')
  const outcome: Outcome | undefined = decides
    ? decisionOutcomes.find((one) => one === said)
    : undefined
  if (decides && !outcome) errors.outcome = 'choose-outcome'
  const agreement = written('agreement', 'words-missing')
  const owner = textOf(typed, 'owner')
  if (owner === '' ? decides : !isId(owner)) errors.owner = 'choose-owner'
  const day = typedDate(datePartsOf(typed, 'due'))
  const due = day.ok ? day.date : undefined
  if (!day.ok || (due === undefined && (decides || owner !== ''))) errors.due = 'due-wrong'
  else if (due !== undefined && due < today) errors.due = 'due-past'
  if (owner === '' && due !== undefined && !decides) errors.owner = 'choose-owner'
  const told = {
    pupil: written('told-pupil', 'told-missing'),
    parents: written('told-parents', 'told-missing'),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    decision: {
      question,
      agreement,
      outcome: outcome ?? (owner ? 'next-step' : undefined),
      ownerId: owner || undefined,
      dueOn: due,
      told,
    },
  }
}
