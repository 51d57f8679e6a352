import { type CaseDesk, openCase } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { takeReceived } from './answer-received.ts'
import type { SharingDesk } from './desk.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import { t } from './words.ts'

type NewCase = Parameters<typeof openCase>[2]

type Beginning = NewCase & {
  /** the facts that were chosen, by what they are called in the delivery */
  readonly facts: readonly string[]
  readonly language: Language
}

/**
 * Opens a case with what was chosen from something received, each with where it came from. Whoever may not
 * open cases, or did not receive this, is refused; then nothing was opened. Sent twice is once.
 */
export async function beginCase(
  work: Work,
  desk: SharingDesk,
  cases: CaseDesk,
  id: string,
  { facts, language, ...opening }: Beginning,
): Promise<string> {
  if (facts.length === 0) return refuse('invalid', 'facts-missing')
  const caseId = await openCase(work, cases, opening)
  const file = { kind: 'case', id: caseId } as const
  for (const itemId of facts) await takeReceived(work, desk, id, { itemId, file, language })
  return caseId
}

/** The name as it was delivered, in whatever language: to begin the form with, never more than that. */
export function nameIn({ facts }: DisclosureBody): string {
  const labels = (['nl', 'en'] as const).map((language) => `${t(language).identity.name}: `)
  for (const { kind, text } of facts) {
    const label = kind === 'identity' && labels.find((one) => text.startsWith(one))
    if (label) return text.slice(label.length)
  }
  return ''
}
