import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'

type Row = { id: string; organisation_name: string; title: string; published_on: string }

const publishedFrom = (row: Row) => ({
  id: row.id,
  title: row.title,
  organisation: row.organisation_name,
  publishedOn: row.published_on,
})

/** Of every organisation, newest first: through the door for what is public. */
export async function listPublished({ db }: Work, most: number) {
  const { rows } = await sql<Row>`
    select id, organisation_name, title, published_on from list_published_surveys(${most})`.execute(
    db,
  )
  return rows.map(publishedFrom)
}

export async function findPublished({ db }: Work, id: string) {
  const { rows } = await sql<Row & { published: unknown }>`
    select id, organisation_name, title, published_on, published
    from find_published_survey(${id})`.execute(db)
  const [row] = rows
  return row && { ...publishedFrom(row), published: row.published }
}
