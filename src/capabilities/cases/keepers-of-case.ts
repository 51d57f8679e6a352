import { hasRole, type PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { mayCoordinate, mayOpenCase, mayTakeOver, rolesBefore, type Standing } from './access.ts'
import { findStanding } from './store-circle.ts'

/**
 * Of these, who are all that work here now: who coordinates the case, and who may take it over. For whoever must know
 * whom to tell; writes no entry in the trail.
 */
export async function keepersOfCase(
  work: Work,
  id: string,
  people: readonly PersonActor[],
): Promise<{ readonly sharers: readonly string[]; readonly heirs: readonly string[] }> {
  const row = await findStanding(work, id)
  const keepers = people.filter(mayOpenCase)
  const standing = (person: PersonActor): Standing => ({
    coordinatorId: row?.coordinator_id ?? '',
    inCircle: row?.circle.includes(person.personId) ?? false,
    forsaken: row?.forsaken ?? false,
    coordinatorGone: row?.coordinator_gone ?? false,
    othersFirst: keepers.some((other) => hasRole(other, ...rolesBefore(person))),
  })
  const idsOf = (may: typeof mayTakeOver) =>
    keepers.filter((one) => may(one, standing(one))).map(({ personId }) => personId)
  return { sharers: idsOf(mayCoordinate), heirs: idsOf(mayTakeOver) }
}
