import type { Pool } from '#platform/database.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { type DemoOrganisation, readDemoRegion } from './demo-region.ts'
import { sealProfile } from './professional.ts'
import { insertMember, insertOrganisations, listMembers } from './store-people.ts'

type Parts = { pool: Pool; inTransaction: InTransaction; keyring: Keyring }

/** Puts the fictional region in the database. What is there already stays as visitors changed it. */
export async function loadDemoRegion({ pool, inTransaction, keyring }: Parts): Promise<void> {
  const region = readDemoRegion()
  await insertOrganisations(
    pool,
    region.map((organisation) => ({ ...organisation, demo: true })),
  )
  for (const organisation of region) {
    await inTransaction(
      { kind: 'system', name: 'demo', organisationId: organisation.id },
      'maintenance',
      (work) => loadPeople(work, keyring, organisation),
    )
  }
}

async function loadPeople(
  work: Work,
  keyring: Keyring,
  { id, people }: DemoOrganisation,
): Promise<void> {
  const known = new Set((await listMembers(work)).map((row) => row.person_id))
  const missing = people.filter((person) => !known.has(person.id))
  if (missing.length === 0) return
  const key = await keyring.keyOf(work)
  for (const { id: personId, name, jobTitle, roles } of missing) {
    const profile = sealProfile(key, id, personId, { name, jobTitle })
    await insertMember(work, { personId, roles, profile })
  }
  work.audit({ act: 'identity.load-demo', details: { people: missing.length } })
}
