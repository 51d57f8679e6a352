import fc from 'fast-check'
import { aRecording, aSignal } from '#capabilities/signals/a-recording.ts'
import { readerChoices } from '#capabilities/signals/signal.ts'
import { type PersonActor, type Role, roles } from '#platform/actor.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import type { TestApp } from '#tests/an-app.ts'
import { followsUpAtAll, type Row, type Somebody, worksWithPupils } from './who-may.ts'

export type Inhabitant = Somebody & { readonly actor: PersonActor; readonly visitor: Visitor }

export type World = {
  readonly people: readonly Inhabitant[]
  readonly signals: readonly string[]
}

/** Always there, so that no run is without them; the others get whatever roles chance gives. */
const certain: readonly (readonly Role[])[] = [
  ['care-coordinator'],
  ['safety-coordinator'],
  ['school-leader'],
  ['mentor'],
  ['teacher'],
  ['administrator', 'privacy-officer'],
]

/** Three organisations, people with random roles, one who works for two, and random signals. */
export async function aRandomWorld(test: TestApp, seed: number): Promise<World> {
  const { house } = test
  const draw = <T>(what: fc.Arbitrary<T>, count: number) =>
    fc.sample(what, { seed: seed + count, numRuns: count })
  const some = fc.subarray([...roles], { minLength: 1, maxLength: 3 })
  const people: Inhabitant[] = []
  const join = async (organisation: string, held: readonly Role[], personId?: string) => {
    const actor = await house.aPerson(organisation, held, 'Iemand Verzonnen', personId)
    const visitor = await test.signedIn(actor)
    const { personId: person, organisationKind: kind } = actor
    people.push({ person, organisation, kind, roles: held, active: true, actor, visitor })
    return actor
  }
  const school = await house.anOrganisation('secondary-school', 'De Ene School (verzonnen)')
  const other = await house.anOrganisation('vocational-school', 'De Andere School (verzonnen)')
  const police = await house.anOrganisation('police', 'Een Politie (verzonnen)')
  for (const held of [...certain, ...draw(some, 5)]) await join(school, held)
  for (const held of [...certain.slice(0, 4), ...draw(some, 3)]) await join(other, held)
  for (const held of draw(some, 3)) await join(police, held)
  const both = await join(school, ['mentor'])
  await join(other, ['care-coordinator'], both.personId)
  const left = await join(school, ['care-coordinator'])
  const signals = await randomSignals(test, people, seed)
  await house.pool.query(
    'update membership set active = false where organisation_id = $1 and person_id = $2',
    [school, left.personId],
  )
  // Whoever was chosen and left: what was theirs alone may be with nobody now.
  await house.pool.query(
    `update signal set reader_id = $2 where organisation_id = $1 and readers = 'one-colleague'
     and mod(ascii(right(reference, 1)), 2) = 0`,
    [school, left.personId],
  )
  const standing = people.map((one) => ({ ...one, active: one.person !== left.personId }))
  return { people: standing, signals }
}

async function randomSignals(test: TestApp, people: readonly Inhabitant[], seed: number) {
  const recording = aRecording(test.house)
  const reporters = people.filter((one) => one.active && worksWithPupils(one))
  const colleague = (one: Inhabitant, n: number) => {
    const all = people.filter(({ organisation }) => organisation === one.organisation)
    return all[n % all.length]?.person ?? one.person
  }
  // Only somebody who follows up can be chosen as the one reader; assigned can be anybody here.
  const follower = (one: Inhabitant, n: number) => {
    const all = people.filter(
      (each) =>
        each.organisation === one.organisation &&
        each.active &&
        each.person !== one.person &&
        followsUpAtAll(each),
    )
    return all[n % all.length]?.person ?? ''
  }
  const drawn = fc.sample(
    fc.record({
      reporter: fc.constantFrom(...reporters),
      readers: fc.constantFrom(...readerChoices),
      reader: fc.nat(100),
      assigned: fc.option(fc.nat(100), { freq: 4 }),
      about: fc.constantFrom('pupil', 'pupil', 'place'),
      subject: fc.constantFrom('Noor Voorbeeld', 'Bas Bedacht'),
    }),
    { seed, numRuns: 60 },
  )
  const ids: string[] = []
  for (const { reporter, readers, reader, assigned, about, subject } of drawn) {
    const readerId = readers === 'one-colleague' ? follower(reporter, reader) : ''
    const draft = { readers, readerId, about, subject }
    const id = await aSignal(test.house, recording, reporter.actor, draft)
    ids.push(id)
    if (assigned === null) continue
    await test.house.pool.query('update signal set assigned_to = $2 where id = $1', [
      id,
      colleague(reporter, assigned),
    ])
  }
  return ids
}

/** The facts about a signal as they are in the database now, past every policy. */
export async function factsOf({ house }: TestApp, id: string): Promise<Row> {
  const { rows } = await house.pool.query(
    `select id, organisation_id as organisation, reported_by as reporter, readers,
       reader_id as reader, assigned_to as assigned, state, about,
       (select json_agg(json_build_object('person', person_id, 'roles', roles)) from membership m
        where m.organisation_id = signal.organisation_id and active) as staff
     from signal where id = $1`,
    [id],
  )
  return rows[0]
}

/** Everything that is kept about a signal, to see whether it changed. */
export async function tracesOf({ house }: TestApp, id: string): Promise<string> {
  const { rows } = await house.pool.query(
    `select (select s::text from signal s where id = $1) as signal,
       (select count(*) from signal_event where signal_id = $1) as events,
       (select count(*) from signal_observation where signal_id = $1) as observations,
       (select count(*) from outbox) as messages`,
    [id],
  )
  return JSON.stringify(rows[0])
}
