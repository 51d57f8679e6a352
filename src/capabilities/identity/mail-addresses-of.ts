import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import { openProfile } from './professional.ts'
import { findMembers } from './store-people.ts'

/**
 * The mail addresses of colleagues who still work here, by person id; who has none is not in it. The
 * caller's act is in the trail.
 */
export async function mailAddressesOf(
  work: Work,
  keyring: Keyring,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await findMembers(work, personIds)
  if (rows.length === 0) return new Map()
  const key = await keyring.keyOf(work)
  const { organisationId } = work.actor
  return new Map(
    rows.flatMap(({ person_id: id, active, profile }) => {
      const { mail } = openProfile(key, organisationId, id, profile)
      return active && mail ? [[id, mail] as const] : []
    }),
  )
}
