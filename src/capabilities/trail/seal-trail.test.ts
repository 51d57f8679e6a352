import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { aPool, aSchool, type School } from './a-school.ts'
import { BrokenTrail, sealTrail } from './seal-trail.ts'
import { startSealing } from './start-sealing.ts'

let pool: Pool
let close: () => Promise<void>
before(async () => {
  ;({ pool, close } = await aPool())
})
after(() => close())

const count = async (table: string, school: School): Promise<number> => {
  const { rows } = await pool.query(
    `select count(*)::int as count from ${table} where organisation_id = $1`,
    [school.organisation],
  )
  return rows[0].count
}

test('the application can neither change nor remove an entry, a place or a checkpoint', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(2)
  await school.sealAll()
  for (const attempt of [
    "update trail_entry set act = 'x.y'",
    'delete from trail_entry',
    'update trail_leaf set leaf_index = leaf_index + 10',
    'delete from trail_leaf',
    "update trail_checkpoint set note = ''",
    'delete from trail_checkpoint',
    'truncate trail_entry cascade',
  ]) {
    const client = await pool.connect()
    try {
      await client.query('begin; set local role oogmerk_app')
      await client.query(`set local oogmerk.organisation_id = '${school.organisation}'`)
      await assert.rejects(client.query(attempt), /permission denied/, attempt)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})

test('another organisation sees no entry, no place, no checkpoint and no queue', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(2)
  await school.sealAll()
  await school.record()
  const client = await pool.connect()
  try {
    for (const organisation of [newId(), '']) {
      await client.query('begin; set local role oogmerk_app')
      await client.query(`set local oogmerk.organisation_id = '${organisation}'`)
      for (const table of ['trail_entry', 'trail_leaf', 'trail_checkpoint', 'trail_unsealed']) {
        const { rows } = await client.query(`select count(*)::int as count from ${table}`)
        assert.deepEqual([table, rows[0].count], [table, 0])
      }
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})

test('an event that carries a sentence undoes the whole transaction', async (t) => {
  const school = await aSchool(t, pool)
  const act = school.inTransaction(school.actor, 'recognise-exploitation', async (work) => {
    work.audit({ act: 'signal.record' })
    work.audit({ act: 'signal.record', details: { story: 'two words' } })
  })
  await assert.rejects(act, /codes only.*details\.story/)
  assert.equal(await count('trail_entry', school), 0)
  assert.equal(await count('trail_unsealed', school), 0)
})

test('a transaction that fails leaves no entry to seal', async (t) => {
  const school = await aSchool(t, pool)
  const act = school.inTransaction(school.actor, 'recognise-exploitation', async (work) => {
    work.audit({ act: 'signal.record' })
    throw new Error('the verb failed')
  })
  await assert.rejects(act, /the verb failed/)
  assert.equal(await school.sealAll(), 0)
  assert.equal(await count('trail_checkpoint', school), 0)
})

test('a database that was put back to an older state is not sealed any further', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(3)
  await school.sealAll()
  const older = await school.seal.kept.find(school.organisation)
  await school.record(3)
  await school.sealAll()
  const kept = await school.seal.kept.find(school.organisation)
  assert.notEqual(kept, older)
  const mine = [school.organisation]
  await pool.query(
    'delete from trail_checkpoint where organisation_id = $1 and tree_size > 3',
    mine,
  )
  await pool.query('delete from trail_leaf where organisation_id = $1 and leaf_index >= 3', mine)
  await pool.query(
    'delete from trail_entry e where organisation_id = $1 and not exists (select from trail_leaf l where l.entry_id = e.id)',
    mine,
  )
  await school.record()
  await assert.rejects(school.sealAll(), BrokenTrail)
  assert.equal((await school.verify()).misfit, undefined)
  const { misfit } = await school.verify([kept ?? ''])
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.until], ['cut-off', 3, 6])
})

test('a changed checkpoint or a changed waiting entry stops the sealing of that trail', async (t) => {
  for (const tamper of [
    "update trail_checkpoint set subtrees = decode(repeat('00', 32), 'hex') where organisation_id = $1",
    "update trail_checkpoint set note = replace(note, 'after 0', 'after 1') where organisation_id = $1",
    `update trail_entry e set details = '{"story": "two words"}'
       from trail_unsealed u where u.entry_id = e.id and e.organisation_id = $1`,
    'delete from trail_entry e using trail_unsealed u where u.entry_id = e.id and e.organisation_id = $1',
  ]) {
    const school = await aSchool(t, pool)
    await school.record(1)
    await school.sealAll()
    await school.record(1)
    await pool.query(tamper, [school.organisation])
    await assert.rejects(school.sealAll(), BrokenTrail, tamper)
    assert.equal(await count('trail_leaf', school), 1)
  }
})

test('entries are sealed once, whoever writes and however many servers seal', async (t) => {
  const school = await aSchool(t, pool)
  let writing = true
  const write = async () => {
    for (let index = 0; index < 30; index++) {
      await school.inTransaction(school.actor, 'recognise-exploitation', async (work) => {
        work.audit({ act: 'signal.read' })
        work.audit({ act: 'signal.record' })
      })
    }
  }
  // Each remembers its own checkpoints, as two servers with a folder each would.
  const other = await aSchool(t, pool)
  const sealAlong = async (kept: School['seal']['kept']) => {
    while (writing) {
      await sealTrail(school.inTransaction, school.organisation, { ...school.seal, kept })
      assert.equal((await school.verify()).misfit, undefined)
    }
  }
  const sealers = [sealAlong(school.seal.kept), sealAlong(other.seal.kept)]
  await Promise.all([write(), write(), write()])
  writing = false
  await Promise.all(sealers)
  await school.sealAll()
  const report = await school.verify()
  assert.deepEqual([report.misfit, report.proved, report.waiting.count], [undefined, 180, 0])
  assert.equal(await count('trail_unsealed', school), 0)
})

test('entries that a crash left unsealed are reported as waiting, and sealed by the next start', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(3)
  const crashed = await school.verify()
  assert.deepEqual([crashed.proved, crashed.waiting.count], [0, 3])
  const failures: unknown[] = []
  const failed = (error: unknown) => failures.push(error)
  const { inTransaction, seal } = school
  await startSealing({ ...seal, inTransaction, failed }).close()
  const report = await school.verify()
  assert.deepEqual([report.misfit, report.proved, report.waiting.count], [undefined, 3, 0])
})

test('a trail that cannot be sealed is reported and does not keep others waiting', async (t) => {
  const [broken, sound] = [await aSchool(t, pool), await aSchool(t, pool)]
  await broken.record(1)
  await broken.sealAll()
  await pool.query("update trail_checkpoint set note = '' where organisation_id = $1", [
    broken.organisation,
  ])
  const heard: (string | undefined)[] = []
  const { inTransaction, seal } = sound
  const sealer = startSealing({
    ...seal,
    inTransaction,
    failed: (_, organisation) => heard.push(organisation),
  })
  await broken.record(1)
  await sound.record(1)
  sealer.wake(broken.organisation)
  sealer.wake(sound.organisation)
  await sealer.close()
  assert.ok(heard.includes(broken.organisation))
  assert.ok(!heard.includes(sound.organisation))
  assert.equal((await sound.verify()).proved, 1)
})
