import type { Role } from '#platform/actor.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import { openProfile } from './professional.ts'
import { findMembers, findMembersWithRole } from './store-people.ts'

export type NamedPerson = { readonly personId: string; readonly name: string }

/** The names of colleagues by person id, also of those who left. The caller's act is in the trail. */
export async function namesOf(
  work: Work,
  keyring: Keyring,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const key = await keyring.keyOf(work)
  const rows = await findMembers(work, [...new Set(personIds)])
  return new Map(rows.map((row) => [row.person_id, nameIn(work, key, row)]))
}

/** The colleagues who hold any of these roles now, in order of name. The caller's act is in the trail. */
export async function colleaguesWithRole(
  work: Work,
  keyring: Keyring,
  roles: readonly Role[],
): Promise<readonly NamedPerson[]> {
  const key = await keyring.keyOf(work)
  const rows = await findMembersWithRole(work, roles)
  return rows
    .map((row) => ({ personId: row.person_id, name: nameIn(work, key, row) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

const nameIn = (work: Work, key: Buffer, row: { person_id: string; profile: Buffer }): string =>
  openProfile(key, work.actor.organisationId, row.person_id, row.profile).name
