import { type RawBuilder, sql } from 'kysely'
import { type Forget, forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import type { FileKind } from './shareable-fact.ts'

/** Drafts that nobody changed since. */
export const forgetDeliveryDrafts = forgetting(
  'disclosure',
  (before) => sql`state = 'draft' and changed_at < ${before}`,
)

/** Words of what was over by then: ended, recalled, declined, refused, or decided not to be shared. */
export const forgetDeliveryWords: Forget = async (work, before, limit) => {
  const old = sql<boolean>`content is not null and changed_at < ${before.toString()}::timestamptz
    and state in ('not-shared', 'declined', 'recalled', 'ended', 'refused')`
  return (await eraseWordsWhere(work, old, limit)).length
}

type Files = { readonly kind: FileKind; readonly ids: readonly string[] }

const outOf = ({ kind, ids }: Files) =>
  sql<boolean>`file_kind = ${kind} and file_id = any (${ids}::uuid[])`

/** Answers which. */
export async function deleteDraftsOf({ db, actor }: Work, files: Files): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from disclosure where organisation_id = ${actor.organisationId} and ${outOf(files)}
      and state = 'draft' returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/** In whatever state they are; answers of which. */
export const eraseWordsOf = (work: Work, files: Files): Promise<string[]> =>
  eraseWordsWhere(work, sql<boolean>`content is not null and ${outOf(files)}`)

/** The body, the answers, the reasons and what was said about it, with their key. The last change stays what it was. */
async function eraseWordsWhere(
  { db, actor }: Work,
  which: RawBuilder<boolean>,
  most?: number,
): Promise<string[]> {
  const own = sql`organisation_id = ${actor.organisationId}`
  const { rows } = await sql<{ id: string }>`
    with chosen as (
      select id from disclosure where ${own} and ${which} order by id
        ${most === undefined ? sql`for update` : sql`limit ${most} for update skip locked`}
    ), said as (
      update disclosure_event set content = null
        where ${own} and content is not null and disclosure_id in (select id from chosen)
    )
    update disclosure set content = null, content_key = null
      where ${own} and id in (select id from chosen) returning id`.execute(db)
  return rows.map(({ id }) => id)
}
