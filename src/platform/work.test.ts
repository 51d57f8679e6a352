import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { writeTrailEntries } from '#capabilities/trail/index.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import type { PersonActor } from './actor.ts'
import { Refusal } from './refusal.ts'
import { type Work, workMaker } from './work.ts'

let house: TestHouse
let fenna: PersonActor
let organisation: string

before(async () => {
  house = await aHouse()
  organisation = await house.anOrganisation()
  fenna = await house.aPerson(organisation, ['mentor'])
})
after(() => house.close())

const as = <T>(verb: (work: Work) => Promise<T>) =>
  house.inTransaction(fenna, 'recognise-exploitation', verb)
const countPeople = async () =>
  (await house.pool.query('select count(*)::int from person')).rows[0].count
const addPerson = (work: Work) =>
  sql`insert into person (id) values (gen_random_uuid())`.execute(work.db)

test('a person who acts without leaving a trail entry did not act', async () => {
  const before = await countPeople()
  await assert.rejects(as(addPerson), /wrote nothing in the trail/)
  assert.equal(await countPeople(), before)
})

test('an entry that does not fit in the trail undoes the act', async () => {
  const before = await countPeople()
  await assert.rejects(
    as(async (work) => {
      await addPerson(work)
      work.audit({ act: 'test.act', details: { note: 'Noor was bang voor een man' } })
    }),
    /takes codes only/,
  )
  assert.equal(await countPeople(), before)
})

test('a verb that fails leaves nothing, also no entry', async () => {
  const before = [await countPeople(), (await house.trailOf(organisation)).length]
  await assert.rejects(
    as(async (work) => {
      work.audit({ act: 'test.act' })
      await addPerson(work)
      throw new Error('power cut')
    }),
    /power cut/,
  )
  assert.deepEqual([await countPeople(), (await house.trailOf(organisation)).length], before)
})

const leavePerson = (work: Work) =>
  work.leave(sql`insert into person (id) values (gen_random_uuid())`.compile(work.db))

test('a statement that was left and fails undoes the act, its entry and its effects', async () => {
  const before = [await countPeople(), (await house.trailOf(organisation)).length]
  const effects: string[] = []
  const impossible = (work: Work) => {
    leavePerson(work)
    work.leave(sql`insert into person (id) values (${fenna.personId})`.compile(work.db))
    work.audit({ act: 'test.act' })
    work.afterCommit(() => effects.push('kept'))
  }
  await assert.rejects(
    as(async (work) => impossible(work)),
    { code: '23505' },
  )
  // Also when the verb goes on asking: the first failure is told, not that there was one.
  await assert.rejects(
    as(async (work) => {
      impossible(work)
      await addPerson(work)
    }),
    { code: '23505' },
  )
  const after = [await countPeople(), (await house.trailOf(organisation)).length]
  assert.deepEqual([after, effects], [before, []])
})

test('what a verb leaves is there for what it asks next, and is kept with the act', async () => {
  const before = await countPeople()
  const seen = await as(async (work) => {
    work.audit({ act: 'test.act' })
    leavePerson(work)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from person`.execute(work.db)
    leavePerson(work)
    return rows[0]?.count
  })
  assert.deepEqual([seen, await countPeople()], [before + 1, before + 2])
})

test('what a verb left is not sent when it fails', async () => {
  const before = await countPeople()
  await assert.rejects(
    as(async (work) => {
      leavePerson(work)
      throw new Error('power cut')
    }),
    /power cut/,
  )
  assert.equal(await countPeople(), before)
})

test('two people who wait for each other: one act is kept, the other is told that somebody was before', async () => {
  const locks = ['a', 'b'].map((name) => `${organisation}:${name}`)
  const lock = (work: Work, name: string | undefined) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${name ?? ''}, 0))`.execute(work.db)
  const both = { has: 0, ready: Promise.withResolvers<void>() }
  const act = (first: string | undefined, second: string | undefined) =>
    as(async (work) => {
      work.audit({ act: 'test.act' })
      await lock(work, first)
      both.has += 1
      if (both.has === 2) both.ready.resolve()
      await both.ready.promise
      await lock(work, second)
    })
  const ends = await Promise.allSettled([act(locks[0], locks[1]), act(locks[1], locks[0])])
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  assert.equal(failed.length, 1)
  assert.ok(failed[0] instanceof Refusal, String(failed[0]))
  assert.equal(failed[0].kind, 'conflict')
})

test('effects wait for the commit, and do not happen without one', async () => {
  const effects: string[] = []
  await assert.rejects(
    as(async (work) => {
      work.afterCommit(() => effects.push('failed'))
      throw new Error('power cut')
    }),
  )
  await as(async (work) => {
    work.audit({ act: 'test.act' })
    work.afterCommit(() => effects.push('kept'))
    assert.deepEqual(effects, [])
  })
  assert.deepEqual(effects, ['kept'])
})

test('what fails after the commit undoes nothing, stops nothing and is told apart', async () => {
  const failures: unknown[] = []
  const kept: string[] = []
  const act = workMaker({
    pool: house.pool,
    clock: house.clock,
    writeTrail: writeTrailEntries,
    entriesKept: (id) => {
      kept.push(id)
      throw new Error('the sealer sleeps')
    },
    effectFailed: (error) => failures.push((error as Error).message),
  })
  const before = await countPeople()
  const answer = await act(fenna, 'recognise-exploitation', async (work) => {
    await addPerson(work)
    work.audit({ act: 'test.act' })
    work.afterCommit(() => {
      throw new Error('nobody wakes')
    })
    work.afterCommit(() => kept.push('second effect'))
    return 'done'
  })
  assert.equal(answer, 'done')
  assert.equal(await countPeople(), before + 1)
  assert.deepEqual(kept, ['second effect', organisation])
  assert.deepEqual(failures, ['nobody wakes', 'the sealer sleeps'])
})

test('a verb is the application role, for its own organisation, and nobody after it', async () => {
  const seen = await as(async (work) => {
    work.audit({ act: 'test.act' })
    const { rows } = await sql<{ role: string; organisation: string }>`
      select current_user as role, current_organisation_id() as organisation`.execute(work.db)
    return rows[0]
  })
  assert.deepEqual(seen, { role: 'oogmerk_app', organisation })
  const { rows } = await house.pool.query('select current_organisation_id() as organisation')
  assert.deepEqual(rows, [{ organisation: null }])
})

test('an actor whose number is not a number cannot work', async () => {
  const actor = { ...fenna, organisationId: "x'; reset role; --" }
  await assert.rejects(
    house.inTransaction(actor, 'recognise-exploitation', async () => {}),
    /proper identifier/,
  )
})

test('a verb cannot begin a transaction of its own', async () => {
  await assert.rejects(
    as((work) => work.db.transaction().execute(async () => {})),
    /belongs to inTransaction/,
  )
})
