import { readIdentity } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import { type Identifying, identifying, idOf, unseen } from './identifying.ts'

/** `seen`: what somebody looked at and chose to leave in the text. */
export type Looked = { readonly seen: readonly string[] }

/** Nothing was sent: there is something to look at first. */
export type LookFirst = { readonly look: readonly Identifying[] }

/**
 * What in these words could tell who it is about, and was not looked at yet. With a case the names in it are
 * known; the case is one that this person may see. Warns, and leaves the choice to who writes.
 */
export async function lookFirst(
  work: Work,
  desk: Pick<AdviceDesk, 'cases'>,
  { caseId, texts, seen }: Looked & { caseId: string | null | undefined; texts: readonly string[] },
): Promise<LookFirst | undefined> {
  const known = caseId ? await readIdentity(work, desk.cases, caseId) : undefined
  const found = identifying(texts.join('\n\n'), known)
  if (unseen(found, seen).length === 0) return undefined
  return { look: found }
}

/** What a form brings along once somebody looked at these. */
export const seenWith = (found: readonly Identifying[]): readonly string[] => found.map(idOf)
