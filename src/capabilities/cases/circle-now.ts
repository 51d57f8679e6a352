import type { Work } from '#platform/work.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import { listPeopleNow } from './store-circle.ts'

/**
 * For another capability: who is in the circle of a case now, by name, for a choice in a form. Ask
 * `findCase` first: this answers for whoever is let through there.
 */
export async function circleOf(
  work: Work,
  desk: CaseDesk,
  caseId: string,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const people = await listPeopleNow(work, caseId)
  const names = await namesFor(work, desk, people)
  return people
    .map((personId) => ({ personId, name: names.get(personId) ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}
