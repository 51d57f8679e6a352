import type { Pool } from '#platform/database.ts'

/** Numbers of rows and sealed or keyed bytes, as they stand in a row that is written out. */
const marks = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\x[0-9a-f]{16,}/g

/** What one row has in common with thousands of others: who did it, and where they work. */
const everywhere = 'select id::text from organisation union select id::text from person'

/** Every plain row of every table in which this stands, one line each. */
async function rowsWith(pool: Pool, id: string): Promise<string[]> {
  const tables = await pool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(
      `select t::text as whole from ${name} t where t::text like $1`,
      [`%${id}%`],
    )
    found.push(...rows.map(({ whole }) => whole))
  }
  return found
}

/**
 * What a thief finds who holds the rows of two records beside each other: any number, key or sealed value that
 * stands in rows of both, people and organisations left out.
 */
export async function whatTies(pool: Pool, one: string, other: string): Promise<string[]> {
  const common = new Set((await pool.query(everywhere)).rows.map(({ id }) => id))
  const marksOf = async (id: string) =>
    new Set((await rowsWith(pool, id)).flatMap((row) => row.match(marks) ?? []))
  const [first, second] = [await marksOf(one), await marksOf(other)]
  return [...first].filter((mark) => second.has(mark) && !common.has(mark))
}
