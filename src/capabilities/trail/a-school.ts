import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { systemClock } from '#platform/clock.ts'
import { openPool, type Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'
import { aDatabase } from '#tests/database.ts'
import { signer } from './a-trail.ts'
import { openStoredTrail } from './database-source.ts'
import { checkpointFolder } from './kept-checkpoints.ts'
import { type Seal, sealTrail } from './seal-trail.ts'
import { type TrailReport, verifyTrail } from './verify-trail.ts'
import { writeTrailEntries } from './write-trail-entries.ts'

// Builders for tests on a real database: imaginary schools whose people leave entries.

/** Connections to a database of their own, as its owner. */
export async function aPool(): Promise<{ pool: Pool; close(): Promise<void> }> {
  const database = await aDatabase()
  const pool = openPool(database.connection, 8)
  const close = async () => {
    await pool.end()
    await database.close()
  }
  return { pool, close }
}

export type School = {
  readonly organisation: string
  readonly actor: PersonActor
  readonly inTransaction: InTransaction
  readonly seal: Seal
  /** leaves this many entries, each in a transaction of its own; returns their numbers */
  record(count?: number): Promise<string[]>
  sealAll(): Promise<number>
  verify(kept?: string[]): Promise<TrailReport>
}

export async function aSchool(t: TestContext, pool: Pool): Promise<School> {
  const organisation = newId()
  await pool.query(
    "insert into organisation (id, kind, name) values ($1, 'secondary-school', $2)",
    [organisation, 'Het Verzonnen Lyceum'],
  )
  const actor: PersonActor = {
    kind: 'person',
    personId: newId(),
    organisationId: organisation,
    organisationKind: 'secondary-school',
    roles: ['teacher', 'mentor'],
  }
  const folder = await mkdtemp(join(tmpdir(), 'checkpoints-'))
  t.after(() => rm(folder, { recursive: true }))
  const inTransaction = workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries })
  const seal: Seal = { signer, kept: checkpointFolder(folder), batchSize: 4 }
  const commandLine = {
    kind: 'system',
    name: 'command-line',
    organisationId: organisation,
  } as const

  return {
    organisation,
    actor,
    inTransaction,
    seal,
    async record(count = 1) {
      const ids: string[] = []
      for (let index = 0; index < count; index++) {
        await inTransaction(actor, 'recognise-exploitation', async (work) => {
          work.audit({ act: 'signal.record', subject: newId(), details: { number: index } })
        })
        const { rows } = await pool.query(
          'select id from trail_entry where organisation_id = $1 order by id desc limit 1',
          [organisation],
        )
        ids.push(rows[0].id)
      }
      return ids
    },
    sealAll: () => sealTrail(inTransaction, organisation, seal),
    verify: (kept = []) =>
      inTransaction(commandLine, 'oversight', async (work) =>
        verifyTrail(await openStoredTrail(work), { keys: [signer.key], kept }),
      ),
  }
}
