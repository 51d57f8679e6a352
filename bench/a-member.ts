import { sealProfile } from '#capabilities/identity/professional.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { Program } from './program.ts'

/** Writes somebody down who works for an organisation that is there. */
export async function addMember(
  { pool, keyring, inTransaction }: Program,
  { organisationId, personId, roles }: PersonActor,
): Promise<void> {
  const system = { kind: 'system', name: 'command-line', organisationId } as const
  const key = await inTransaction(system, 'maintenance', (work) => keyring.keyOf(work))
  await pool.query('insert into person values ($1)', [personId])
  await pool.query('insert into membership values ($1, $2, $3, $4)', [
    ...[organisationId, personId, roles],
    sealProfile(key, organisationId, personId, { name: 'Iemand Voorbeeld' }),
  ])
}
