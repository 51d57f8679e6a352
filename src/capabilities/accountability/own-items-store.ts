import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { OwnItemContent } from './own-item.ts'
import type { ItemState } from './register-item.ts'
import {
  type ItemEventKind,
  type OwnItemColumns,
  type OwnItemEventRow,
  type OwnItemRow,
  tables,
} from './tables.ts'

export const itemColumnsFrom = (content: OwnItemContent): OwnItemColumns => ({
  kind: content.kind,
  title: content.title,
  says: content.says,
  asked_by: [...content.by],
  raised_on: content.raisedOn ?? null,
  raised_in: content.raisedIn ?? null,
  wanted_words: content.wantedWords,
  wanted_until: content.wantedUntil ?? null,
  later_told_on: content.laterToldOn ?? null,
  public_item: content.publicItem ?? null,
})

/** Nothing when the same form was sent before: then it made an item already. */
export async function insertOwnItem(
  work: Work,
  actor: PersonActor,
  row: OwnItemColumns & { state: ItemState; key: string | null },
): Promise<string | undefined> {
  const made = await tables(work)
    .insertInto('register_item')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      id: newId(),
      taken_out: false,
      version: 1,
      added_by: actor.personId,
      added_at: work.now.toString(),
      changed_at: work.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'added_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

export const findOwnItem = (
  work: Work,
  id: string,
  lock = false,
): Promise<OwnItemRow | undefined> =>
  tables(work)
    .selectFrom('register_item')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** What is in the register, or what was taken out, by the day on which it was raised, oldest first; without one last. */
export const listOwnItems = (work: Work, takenOut = false): Promise<OwnItemRow[]> =>
  tables(work)
    .selectFrom('register_item')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('taken_out', '=', takenOut)
    .orderBy('raised_on')
    .orderBy('id')
    .execute()

/** Those in the register that were raised in one of these papers. */
export const listItemsRaisedIn = (
  work: Work,
  references: readonly string[],
): Promise<Pick<OwnItemRow, 'id' | 'kind' | 'raised_in'>[]> =>
  tables(work)
    .selectFrom('register_item')
    .select(['id', 'kind', 'raised_in'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('raised_in', 'in', references)
    .where('taken_out', '=', false)
    .orderBy('id')
    .execute()

export const updateOwnItem = (
  work: Work,
  id: string,
  change: Partial<OwnItemColumns & { state: ItemState; taken_out: boolean; version: number }>,
) =>
  tables(work)
    .updateTable('register_item')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** The place in a paper that was read here. */
export type Place = { readonly paper_id: string; readonly find: number }

type Happened = {
  readonly kind: ItemEventKind
  readonly state: ItemState
  readonly happened_on: string | null
  readonly says: string
  readonly evidence: string
  readonly place: Place | undefined
  readonly key: string | undefined
}

/** False when the same form was sent before. */
export async function insertItemEvent(
  work: Work,
  actor: PersonActor,
  itemId: string,
  { key, place, ...happened }: Happened,
): Promise<boolean> {
  const made = await tables(work)
    .insertInto('register_item_event')
    .values({
      ...happened,
      paper_id: place?.paper_id ?? null,
      find: place?.find ?? null,
      organisation_id: actor.organisationId,
      item_id: itemId,
      id: newId(),
      happened_at: work.now.toString(),
      by_person: actor.personId,
      key: key ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'by_person', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Oldest first. */
export const listItemEvents = (work: Work, itemId: string): Promise<OwnItemEventRow[]> =>
  tables(work)
    .selectFrom('register_item_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('item_id', '=', itemId)
    .orderBy('id')
    .execute()
