import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PoolClient } from 'pg'
import { openPool, type Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { aRowEverywhere } from '#tests/a-row-everywhere.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'
import { appRights, crossingRoles, faultsIn, listTenantTables } from '#tests/table-rules.ts'

let database: TestDatabase
let pool: Pool
let tables: string[]
let ours: string
let theirs: string

before(async () => {
  database = await aDatabase()
  pool = openPool(database.connection, 3)
  tables = await listTenantTables(pool)
  ours = await aRowEverywhere(pool, 'De Eigen School (verzonnen)')
  theirs = await aRowEverywhere(pool, 'De Andere School (verzonnen)')
})
after(async () => {
  await pool?.end()
  await database?.close()
})

/** Runs in a transaction that never happened. */
async function undone<T>(act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    return await act(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** As the application does it, for this organisation; for nobody when none is named. */
const asApp = <T>(organisation: string | undefined, act: (client: PoolClient) => Promise<T>) =>
  undone(async (client) => {
    await client.query('set local role oogmerk_app')
    if (organisation) {
      await client.query(`set local oogmerk.organisation_id = '${organisation}'`)
    }
    return act(client)
  })

const refusedWith = (code: string) => (error: unknown) => (error as { code: string }).code === code
const noRight = refusedWith('42501')

test('the catalogue breaks none of the rules for tables, policies, roles and rights', async () => {
  assert.deepEqual(await faultsIn(pool), [])
})

const faulty: Readonly<Record<string, RegExp>> = {
  'create table letter (id uuid primary key)': /letter: no organisation_id/,
  'create table letter (organisation_id uuid, id uuid primary key)': /does not begin with/,
  'create unique index wrong on signal (reference)': /wrong does not begin with/,
  'create unique index wrong on signal (lower(reference))': /wrong does not begin with/,
  'alter table signal disable row level security': /signal: row-level security/,
  'alter table signal no force row level security': /signal: row-level security/,
  'drop policy own_organisation on signal_event': /signal_event: not exactly one whole policy/,
  'alter policy own_organisation on signal with check (true)': /signal: own_organisation gives/,
  'create policy more on signal for select to oogmerk_app using (true)': /more gives/,
  'create policy all_may on signal using (true)': /all_may opens it to somebody else/,
  'create policy no on signal as restrictive for all to oogmerk_app using (true)':
    /no is restrictive/,
  'create policy see on signal for select to oogmerk_sealing using (true); grant select on signal to oogmerk_sealing':
    /signal: oogmerk_sealing may SELECT/,
  // What is on offer is read by everybody through doors, and only what is published, without who wrote it.
  'grant select on help_offer to oogmerk_offers; grant update on help_offer to oogmerk_offers':
    /help_offer: oogmerk_offers may SELECT UPDATE/,
  'create policy see on placement for select to oogmerk_offers using (true); grant select on placement to oogmerk_offers':
    /placement: oogmerk_offers may SELECT/,
  'create policy all_read on help_offer for select to oogmerk_app using (true)':
    /help_offer: all_read gives the application more/,
  'grant execute on function list_published_offers to public':
    /list_published_offers: a door between/,
  'create view every_signal as select * from signal': /every_signal: a view/,
  'create trigger t before update on signal for each row execute function suppress_redundant_updates_trigger()':
    /signal: trigger t/,
  'create rule r as on delete to signal do instead nothing': /signal: rewrite rule r/,
  'alter table signal add constraint u unique (id); alter table signal_event add constraint f foreign key (signal_id) references signal (id)':
    /signal_event: f can point into another organisation/,
  'alter role oogmerk_app bypassrls': /oogmerk_app: has powers/,
  'grant oogmerk_sign_in to oogmerk_app': /oogmerk_app: may become oogmerk_sign_in/,
  'grant delete on signal to oogmerk_app': /signal: oogmerk_app may DELETE INSERT SELECT UPDATE/,
  'grant select on signal to public': /signal: oogmerk_sign_in may SELECT/,
  'grant update (act) on trail_entry to oogmerk_app':
    /trail_entry: oogmerk_app may INSERT SELECT UPDATE/,
  'alter function find_session owner to current_user': /oogmerk_sign_in: owns/,
  'grant execute on function find_session to public': /find_session: a door between/,
  'grant create on schema public to oogmerk_app': /oogmerk_app: may create/,
  'grant all on schema public to oogmerk_app; alter table signal owner to oogmerk_app':
    /signal: owned by oogmerk_app/,
}

for (const [sql, expected] of Object.entries(faulty)) {
  test(`the rules notice: ${sql}`, async () => {
    const faults = await undone(async (client) => {
      await client.query(sql)
      return faultsIn(client)
    })
    assert.ok(
      faults.some((fault) => expected.test(fault)),
      `found only: ${faults.join('; ')}`,
    )
  })
}

test('every table of an organisation has rows of two organisations here, so that the next tests see something', async () => {
  for (const table of tables) {
    const { rows } = await pool.query(
      `select count(distinct organisation_id)::int as n from ${table}`,
    )
    assert.equal(rows[0]?.n, 2, table)
  }
})

test('with nothing set, the application role sees no row and writes no row', async () => {
  for (const table of tables) {
    const { rows } = await asApp(undefined, (client) => client.query(`select * from ${table}`))
    assert.deepEqual(rows, [], table)
  }
})

test('the application role sees the rows of the organisation it acts for and no others', async () => {
  for (const table of tables) {
    const { rows } = await asApp(ours, (client) =>
      client.query(`select distinct organisation_id from ${table}`),
    )
    assert.deepEqual(rows, [{ organisation_id: ours }], table)
  }
})

test('the application role cannot add a row to another organisation, or move one there', async () => {
  for (const table of tables) {
    const copy = `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('organisation_id', '${theirs}'))).* from ${table} t`
    await assert.rejects(
      asApp(ours, (client) => client.query(copy)),
      noRight,
      table,
    )
    await assert.rejects(
      asApp(ours, (client) => client.query(`update ${table} set organisation_id = '${theirs}'`)),
      noRight,
      table,
    )
  }
})

test('what the application role changes or deletes never touches another organisation', async () => {
  for (const table of tables) {
    for (const [right, sql] of [
      [
        'UPDATE',
        `update ${table} set organisation_id = organisation_id where organisation_id = $1`,
      ],
      ['DELETE', `delete from ${table} where organisation_id = $1`],
    ] as const) {
      const act = asApp(ours, (client) => client.query(sql, [theirs]))
      if (appRights[table]?.includes(right)) assert.equal((await act).rowCount, 0, table)
      else await assert.rejects(act, noRight, `${table}: ${right}`)
    }
  }
})

test('no table can be emptied at once, because a policy would not be asked', async () => {
  for (const table of tables) {
    await assert.rejects(
      asApp(ours, (client) => client.query(`truncate ${table} cascade`)),
      noRight,
      table,
    )
  }
})

test('the roles that own doors cannot write, and read nothing but what their doors need', async () => {
  for (const [role, { reads }] of Object.entries(crossingRoles)) {
    for (const table of tables) {
      const as = (sql: string) =>
        undone(async (client) => {
          await client.query(`set local role ${role}`)
          return client.query(sql)
        })
      await assert.rejects(as(`delete from ${table}`), noRight, `${role} ${table}`)
      if (!reads.includes(table)) {
        await assert.rejects(as(`select * from ${table}`), noRight, `${role} ${table}`)
      }
    }
  }
})

test('a door between organisations answers nothing to a guess', async () => {
  const guesses = [
    ["select * from find_session($1, now() - interval '10 years', now() - interval '10 years')"],
    ['select * from find_passkeys($1)'],
    ['select * from find_invitation($1, now())'],
    ['select * from find_survey($1)'],
  ] as const
  for (const [sql] of guesses) {
    const { rows } = await asApp(ours, (client) => client.query(sql, [Buffer.from(newId())]))
    assert.deepEqual(rows, [], sql)
  }
})
