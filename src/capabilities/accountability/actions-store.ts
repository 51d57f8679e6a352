import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { ActionContent } from './action.ts'
import {
  type ActionColumns,
  type ActionEventKind,
  type ActionRow,
  type StandingColumns,
  tables,
} from './tables.ts'

export const columnsFrom = (content: ActionContent): ActionColumns => ({
  line: content.line,
  title: content.title,
  owner: content.owner,
  partners: [...content.partners],
  items: [...content.items],
  starts_on: content.startsOn ?? null,
  due_on: content.dueOn ?? null,
})

/** Nothing when the same form was sent before: then it made an action already. */
export async function insertAction(
  work: Work,
  actor: PersonActor,
  columns: ActionColumns & StandingColumns & { key: string | undefined },
): Promise<string | undefined> {
  const { key = null, ...row } = columns
  const made = await tables(work)
    .insertInto('register_action')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      id: newId(),
      version: 1,
      added_by: actor.personId,
      added_at: work.now.toString(),
      changed_at: work.now.toString(),
      key,
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

export const findAction = (work: Work, id: string, lock = false): Promise<ActionRow | undefined> =>
  tables(work)
    .selectFrom('register_action')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** By the day on which they are due; those without one last. */
export const listActions = (work: Work): Promise<ActionRow[]> =>
  tables(work)
    .selectFrom('register_action')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export const updateAction = (
  work: Work,
  id: string,
  change: Partial<ActionColumns & StandingColumns & { version: number }>,
) =>
  tables(work)
    .updateTable('register_action')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

type Happened = StandingColumns & {
  readonly kind: ActionEventKind
  readonly due_on: string | null
  readonly evidence: string
  readonly key: string | undefined
}

/** False when the same form was sent before. */
export async function insertActionEvent(
  work: Work,
  actor: PersonActor,
  actionId: string,
  event: Happened,
): Promise<boolean> {
  const { key = null, ...happened } = event
  const made = await tables(work)
    .insertInto('register_action_event')
    .values({
      ...happened,
      organisation_id: actor.organisationId,
      action_id: actionId,
      id: newId(),
      happened_at: work.now.toString(),
      by_person: actor.personId,
      key,
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
export const listActionEvents = (work: Work, actionId: string) =>
  tables(work)
    .selectFrom('register_action_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('action_id', '=', actionId)
    .orderBy('id')
    .execute()
