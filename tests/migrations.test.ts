import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openPool, type Pool } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { aRowEverywhere } from '#tests/a-row-everywhere.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'

/** As docs/operations.md has it: no superuser, and it looks past no policy. */
const owner = `oogmerk_owner_${process.pid}`

/** Rows of an organisation as they are now, to go into the same tables as they once were. */
let present: { database: TestDatabase; pool: Pool }
let past: { database: TestDatabase; pool: Pool }

before(async () => {
  const [full, old] = [await aDatabase(), await aDatabase('template0')]
  present = { database: full, pool: openPool(full.connection, 1) }
  // Copied rows need not come in the order of their references.
  const unordered = { ...old.connection, options: '-c session_replication_role=replica' }
  past = { database: old, pool: new pg.Pool(unordered) }
  await aRowEverywhere(present.pool, 'De Eigen School (verzonnen)')
  await past.pool.query(`create role ${owner} login createrole`)
  const { rows } = await past.pool.query(
    `select string_agg(rolname, ', ') as roles from pg_roles where rolname ~ '^oogmerk_' and not rolcanlogin`,
  )
  // They belong to the whole server, where the other test databases made them.
  await past.pool.query(`grant ${rows[0]?.roles} to ${owner} with admin option`)
  await past.pool.query(`alter database ${old.connection.database} owner to ${owner}`)
})
after(async () => {
  await past?.pool.end()
  await past?.database.close()
  await present?.pool.query(`drop owned by ${owner} cascade; drop role ${owner}`)
  await present?.pool.end()
  await present?.database.close()
})

const tablesOf = async (pool: Pool): Promise<string[]> => {
  const { rows } = await pool.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> 'migration' order by relname`,
  )
  return rows.map(({ relname }) => String(relname))
}

/** Puts what is in this table now into the table as it is at this moment of the past. */
async function fill(table: string): Promise<void> {
  const { rows } = await present.pool.query(`select to_jsonb(t) as row from ${table} t`)
  const { rows: columns } = await past.pool.query(
    `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0
       and not attisdropped and attgenerated = ''`,
    [table],
  )
  for (const { row } of rows) {
    const common = columns.map(({ attname }) => String(attname)).filter((name) => name in row)
    await past.pool.query(
      `insert into ${table} (${common}) select ${common} from jsonb_populate_record(null::${table}, $1)`,
      [row],
    )
  }
}

test('an owner without superpowers migrates over rows in every table, and they are all still there', async () => {
  const filled = new Set<string>()
  const there = new Set(await tablesOf(present.pool))
  const fillNew = async () => {
    for (const table of await tablesOf(past.pool)) {
      if (filled.has(table) || !there.has(table)) continue
      filled.add(table)
      await fill(table)
    }
  }
  await migrate({
    connection: { ...past.database.connection, user: owner },
    progress: fillNew,
  })
  await fillNew()
  assert.deepEqual([...filled].sort(), [...there].sort())
  for (const table of there) {
    const count = `select count(*)::int as n from ${table}`
    const [before, after] = [await present.pool.query(count), await past.pool.query(count)]
    assert.deepEqual(after.rows, before.rows, table)
  }
  const { rows } = await past.pool.query(
    `select n.written_at = d.signed_at as same from dossier_notice n join dossier_decision d
       on d.organisation_id = n.organisation_id and d.id = n.decision_id`,
  )
  assert.deepEqual(rows, [{ same: true }])
})
