import { z } from 'zod'
import { organisationKinds } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Organisation } from './organisation.ts'
import { insertOrganisations } from './store-people.ts'

const organisationSchema = z.object({
  kind: z.enum(organisationKinds),
  name: z.string().trim().min(1).max(200),
  brin: z
    .string()
    .regex(/^\d{2}[A-Z]{2}(\d{2})?$/)
    .optional(),
  municipality: z.string().trim().min(1).max(200).optional(),
})

/**
 * Adds an organisation; for the operator's command line, with the rights of the database's owner.
 * After this, `inviteColleague` as the system actor 'command-line' invites its first administrator.
 */
export async function addOrganisation(
  pool: Pool,
  input: z.input<typeof organisationSchema>,
): Promise<Organisation> {
  const read = organisationSchema.safeParse(input)
  if (!read.success) return refuse('invalid', String(read.error.issues[0]?.path[0] ?? 'input'))
  const organisation = { ...read.data, id: newId() }
  await insertOrganisations(pool, [{ ...organisation, demo: false }])
  return { id: organisation.id, kind: organisation.kind, name: organisation.name }
}
