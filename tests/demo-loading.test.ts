import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { parse } from 'yaml'
import { readConfig } from '#platform/config.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { openApp } from '../src/app.ts'

// A server that is stopped while it still loads the demo region, and started again.

let house: TestHouse
let dataFolder: string
before(async () => {
  house = await aHouse()
  dataFolder = await mkdtemp(join(tmpdir(), 'oogmerk-demo-'))
})
after(async () => {
  await house.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const trailKey = generateKeyPairSync('ed25519').privateKey
const aStart = () =>
  openApp({
    config: readConfig({ OOGMERK_DEMO: 'on', OOGMERK_DATA: dataFolder }),
    pool: house.pool,
    keys: { keyEncryptionKey: house.keyEncryptionKey, trailKey },
    clock: house.clock,
    log: pino({ level: 'silent' }),
  })

type Written = { circle: unknown[]; entries: unknown[]; tasks: unknown[] }
const written: readonly Written[] = parse(
  readFileSync(new URL('../database/demo/cases.yaml', import.meta.url), 'utf8'),
)
/** Of every case in the order of the file: its circle with whoever opened it, its entries and its tasks. */
const whole = written.map(({ circle, entries, tasks }) => [
  circle.length + 1,
  entries.length,
  tasks.length,
])

const number = async (table: string): Promise<number> =>
  (await house.pool.query(`select count(*)::int as number from ${table}`)).rows[0]?.number

/** The cases as they are; what a run of the protocol and a conversation brought is left out. */
async function cases(): Promise<number[][]> {
  const { rows } = await house.pool.query(
    `select (select count(*)::int from case_circle c where c.case_id = f.id) as circle,
       (select count(*)::int from case_entry e where e.case_id = f.id
         and kind not in ('event', 'signal') and from_id is null) as entries,
       (select count(*)::int from case_task t where t.case_id = f.id and from_id is null) as tasks
     from case_file f order by id`,
  )
  return rows.map(({ circle, entries, tasks }) => [circle, entries, tasks])
}

test('stopping in the middle ends without a complaint, leaves nothing half, and the next start completes it', async () => {
  const first = aStart()
  const loading = first.loadDemoRegion()
  // In the middle of the first case: it was opened, and not everything is in it.
  while ((await number('case_file')) === 0) await new Promise(setImmediate)
  await first.close()
  await loading
  const kept = await cases()
  assert.ok(kept.length > 0 && kept.length < whole.length, 'it was in the middle')
  assert.deepEqual(kept, whole.slice(0, kept.length))
  const second = aStart()
  await second.loadDemoRegion()
  assert.deepEqual(await cases(), whole)
  const rest = ['protocol_run', 'intervision', 'conversation', 'placement', 'help_offer']
  const there = await Promise.all(rest.map(number))
  assert.ok(
    there.every((count) => count > 0),
    String(there),
  )
  // Once more: there is nothing left to load.
  const entries = await number('trail_entry')
  await second.loadDemoRegion()
  await second.close()
  assert.deepEqual(await cases(), whole)
  assert.deepEqual(await Promise.all(rest.map(number)), there)
  const added = (await number('trail_entry')) - entries
  assert.ok(added < entries / 10, `${added} more entries in the trail`)
})
