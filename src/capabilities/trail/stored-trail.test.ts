import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { aPool, aSchool } from './a-school.ts'
import { signer, stranger } from './a-trail.ts'
import { openStoredTrail } from './database-source.ts'
import type { Misfit } from './misfit.ts'
import { isProved, proveEntry } from './prove-entry.ts'
import { isGrown, proveGrowth } from './prove-growth.ts'
import type { TrailSource } from './trail-source.ts'
import { verifyTrail } from './verify-trail.ts'

let pool: Pool
let close: () => Promise<void>
before(async () => {
  ;({ pool, close } = await aPool())
})
after(() => close())

type Tampering = {
  name: string
  /** $1 is the organisation, $2 the entry at the fourth place */
  statements: string[]
  finds: [how: Misfit['how'], place: number | undefined]
}

const forget = 'alter table trail_leaf drop constraint trail_leaf_organisation_id_entry_id_fkey'

// Ten entries sealed in batches of four, four and two; then two more that still wait.
const tamperings: Tampering[] = [
  {
    name: 'another act',
    statements: [
      "update trail_entry set act = 'signal.read' where organisation_id = $1 and id = $2",
    ],
    finds: ['changed', 3],
  },
  {
    name: 'a moment one microsecond later',
    statements: [
      "update trail_entry set recorded_at = recorded_at + interval '1 microsecond' where organisation_id = $1 and id = $2",
    ],
    finds: ['changed', 3],
  },
  {
    name: 'somebody else as the actor',
    statements: [
      'update trail_entry set actor_id = $1::uuid::text where organisation_id = $1 and id = $2',
    ],
    finds: ['changed', 3],
  },
  {
    name: 'an entry removed with its place, the later places counted anew',
    statements: [
      'delete from trail_leaf where organisation_id = $1 and entry_id = $2',
      'delete from trail_entry where organisation_id = $1 and id = $2',
      'update trail_leaf set leaf_index = leaf_index + 99 where organisation_id = $1 and leaf_index > 3 and $2::uuid is not null',
      'update trail_leaf set leaf_index = leaf_index - 100 where organisation_id = $1 and leaf_index > 99 and $2::uuid is not null',
    ],
    finds: ['removed', 3],
  },
  {
    name: 'an entry removed and its place left',
    statements: [forget, 'delete from trail_entry where organisation_id = $1 and id = $2'],
    finds: ['removed', 3],
  },
  {
    name: 'two entries that changed places',
    statements: [
      'update trail_leaf set leaf_index = 99 where organisation_id = $1 and leaf_index = 7 and $2::uuid is not null',
      'update trail_leaf set leaf_index = 7 where organisation_id = $1 and leaf_index = 3 and $2::uuid is not null',
      'update trail_leaf set leaf_index = 3 where organisation_id = $1 and leaf_index = 99 and $2::uuid is not null',
    ],
    finds: ['reordered', 3],
  },
  {
    name: 'an entry added outside the queue',
    statements: [
      'insert into trail_entry select organisation_id, gen_random_uuid(), recorded_at, actor_kind, actor_id, actor_organisation_id, actor_roles, purpose, act, subject, request, details from trail_entry where organisation_id = $1 and id = $2',
    ],
    finds: ['added', undefined],
  },
  {
    name: 'a waiting entry taken out of the queue',
    statements: ['delete from trail_unsealed where organisation_id = $1 and $2::uuid is not null'],
    finds: ['added', undefined],
  },
  {
    name: 'a waiting entry removed from under the queue',
    statements: [
      'delete from trail_entry e using trail_unsealed u where u.entry_id = e.id and e.organisation_id = $1 and $2::uuid is not null',
    ],
    finds: ['removed', undefined],
  },
  {
    name: 'a checkpoint removed from between two others',
    statements: [
      'delete from trail_checkpoint where organisation_id = $1 and tree_size = 8 and $2::uuid is not null',
    ],
    finds: ['checkpoint-missing', 4],
  },
  {
    name: 'a checkpoint with another size',
    statements: [
      "update trail_checkpoint set note = replace(note, E'\\n8\\n', E'\\n7\\n') where organisation_id = $1 and tree_size = 8 and $2::uuid is not null",
    ],
    finds: ['checkpoint-not-signed', 4],
  },
  {
    name: 'the last checkpoint removed',
    statements: [
      'delete from trail_checkpoint where organisation_id = $1 and tree_size = 10 and $2::uuid is not null',
    ],
    finds: ['added', 8],
  },
]

for (const { name, statements, finds } of tamperings) {
  test(`the owner of the database is found out: ${name}`, async (t) => {
    const school = await aSchool(t, pool)
    const ids = await school.record(10)
    await school.sealAll()
    await school.record(2)
    for (const statement of statements) {
      await pool.query(statement, statement.includes('$1') ? [school.organisation, ids[3]] : [])
    }
    const { misfit } = await school.verify()
    assert.deepEqual([misfit?.how, misfit?.place], finds)
    if (misfit?.how === 'changed') assert.equal(misfit.entryId, ids[3])
  })
}

test('an untouched trail is proved to its last sealed entry', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(10)
  assert.equal(await school.sealAll(), 10)
  await school.record(2)
  const kept = await school.seal.kept.find(school.organisation)
  const report = await school.verify([kept ?? ''])
  assert.deepEqual([report.misfit, report.proved, report.waiting.count], [undefined, 10, 2])
  assert.equal(report.latest?.size, 10)
})

test('what is sealed while the verifier walks does not disturb it', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(3)
  await school.sealAll()
  const system = {
    kind: 'system',
    name: 'command-line',
    organisationId: school.organisation,
  } as const
  const report = await school.inTransaction(system, 'oversight', async (work) => {
    const stored = await openStoredTrail(work)
    const overtaken: TrailSource = {
      ...stored,
      async *checkpoints() {
        for await (const checkpoint of stored.checkpoints()) {
          await school.record(1)
          await school.sealAll()
          yield checkpoint
        }
      },
    }
    return verifyTrail(overtaken, { keys: [signer.key] })
  })
  assert.deepEqual([report.misfit, report.proved, report.waiting.count], [undefined, 3, 0])
  assert.equal((await school.verify()).proved, 4)
})

test('an entry that does not exist, is not sealed yet or is of another organisation cannot be proved', async (t) => {
  const [school, other] = [await aSchool(t, pool), await aSchool(t, pool)]
  const [theirs] = await other.record(1)
  await other.sealAll()
  await school.record(1)
  await school.sealAll()
  const [waiting] = await school.record(1)
  for (const entryId of [newId(), waiting, theirs]) {
    const prove = school.inTransaction(school.actor, 'oversight', (work) =>
      proveEntry(work, { entryId: entryId ?? '' }),
    )
    await assert.rejects(prove, (error) => error instanceof Refusal && error.kind === 'not-found')
  }
})

test('one entry is proved to an outsider without showing another', async (t) => {
  const school = await aSchool(t, pool)
  const ids = await school.record(10)
  await school.sealAll()
  for (const entryId of ids) {
    const proof = await school.inTransaction(school.actor, 'oversight', (work) =>
      proveEntry(work, { entryId }),
    )
    assert.ok(isProved(proof, [signer.key]))
    assert.ok(!isProved(proof, [stranger.key]))
    assert.ok(!isProved({ ...proof, place: proof.place + 1 }, [signer.key]))
    assert.ok(!isProved({ ...proof, entry: { ...proof.entry, act: 'signal.read' } }, [signer.key]))
  }
})

test('growth from a size that was never signed cannot be proved', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(5)
  await school.sealAll()
  const prove = school.inTransaction(school.actor, 'oversight', (work) =>
    proveGrowth(work, { size: 3 }),
  )
  await assert.rejects(prove, (error) => error instanceof Refusal && error.kind === 'not-found')
})

test('every checkpoint is proved to be the beginning of the latest', async (t) => {
  const school = await aSchool(t, pool)
  const sizes: number[] = []
  for (const count of [1, 2, 3, 1, 4, 2]) {
    await school.record(count)
    await school.sealAll()
    sizes.push((sizes.at(-1) ?? 0) + count)
  }
  for (const size of sizes) {
    const proof = await school.inTransaction(school.actor, 'oversight', (work) =>
      proveGrowth(work, { size }),
    )
    assert.ok(isGrown(proof, [signer.key]), `from ${size}`)
    assert.ok(!isGrown(proof, [stranger.key]))
    assert.ok(!isGrown({ ...proof, path: [...proof.path, Buffer.alloc(32)] }, [signer.key]))
    // The proving itself leaves an entry, so the trail goes on growing.
    await school.sealAll()
  }
})
