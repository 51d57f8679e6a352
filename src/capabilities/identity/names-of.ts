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

type Opened = { readonly profile: Buffer; readonly name: string }

/** Names that were opened before, by the organisation's key, which stays one object while it is known. */
const opened = new WeakMap<Buffer, Map<string, Opened>>()
/** Each takes a few hundred bytes of memory. */
const mostOpened = 10_000

/** The database says every time who is here; what it says the same is not unsealed again. */
function nameIn(work: Work, key: Buffer, row: { person_id: string; profile: Buffer }): string {
  const known = opened.get(key) ?? new Map<string, Opened>()
  const before = known.get(row.person_id)
  if (before?.profile.equals(row.profile)) return before.name
  const { name } = openProfile(key, work.actor.organisationId, row.person_id, row.profile)
  if (known.size >= mostOpened) known.clear()
  opened.set(key, known.set(row.person_id, { profile: row.profile, name }))
  return name
}
