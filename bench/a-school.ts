import { sealProfile } from '#capabilities/identity/professional.ts'
import { startSession } from '#capabilities/identity/start-session.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Program } from './program.ts'

/** Somebody with a browser: fictional, signed in. */
export type Visitor = { readonly actor: PersonActor; readonly cookie: string }

export type School = {
  readonly id: string
  /** people who record */
  readonly teachers: readonly Visitor[]
  /** people who follow up */
  readonly coordinators: readonly Visitor[]
}

const device = { browser: 'Firefox', system: 'Linux' } as const

/** A school that does not exist, with everybody signed in through the real verb. */
export async function aSchool(program: Program, teachers: number): Promise<School> {
  const id = newId()
  await program.pool.query(
    `insert into organisation (id, kind, name) values ($1, 'secondary-school', 'Het Voorbeeldcollege (verzonnen)')`,
    [id],
  )
  const coordinators: Role[][] = [['care-coordinator'], ['safety-coordinator']]
  const mentors = Array.from({ length: teachers }, (): Role[] => ['mentor', 'teacher'])
  const people = await signInPeople(program, id, [...coordinators, ...mentors])
  return { id, coordinators: people.slice(0, 2), teachers: people.slice(2) }
}

async function signInPeople(
  { pool, keyring, inTransaction }: Program,
  organisationId: string,
  roles: readonly Role[][],
): Promise<Visitor[]> {
  const actors = roles.map(
    (own): PersonActor => ({
      kind: 'person',
      personId: newId(),
      organisationId,
      organisationKind: 'secondary-school',
      roles: own,
    }),
  )
  const system = { kind: 'system', name: 'command-line', organisationId } as const
  const key = await inTransaction(system, 'maintenance', (work) => keyring.keyOf(work))
  const ids = actors.map(({ personId }) => personId)
  await pool.query('insert into person select unnest($1::uuid[])', [ids])
  for (const { personId, roles: own } of actors) {
    const profile = sealProfile(key, organisationId, personId, { name: 'Fenna Voorbeeld' })
    await pool.query('insert into membership values ($1, $2, $3, $4)', [
      organisationId,
      personId,
      own,
      profile,
    ])
  }
  return Promise.all(actors.map((actor) => signIn({ keyring, inTransaction }, actor)))
}

/** Another session of somebody: each may write 300 times a minute. */
export async function signIn(
  { keyring, inTransaction }: Pick<Program, 'keyring' | 'inTransaction'>,
  actor: PersonActor,
): Promise<Visitor> {
  const token = await inTransaction(actor, 'sign-in', (work) =>
    startSession(work, keyring, { method: 'passkey', device }),
  )
  return { actor, cookie: `oogmerk=${token}` }
}
