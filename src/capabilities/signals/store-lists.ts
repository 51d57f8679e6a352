import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { SignalState } from './signal.ts'
import { openForFollowUp } from './store.ts'
import { takerGone } from './store-circle.ts'
import { type SignalRow, tables } from './tables.ts'

const listed = [
  'id',
  'reference',
  'state',
  'about',
  'danger',
  'recorded_at',
  'look_before',
  'reported_by',
  'assigned_to',
  'taken_up_by',
  'combination_id',
  'content_key',
  'content',
] as const

export type ListedRow = Pick<SignalRow, (typeof listed)[number]> & { readonly taker_gone: boolean }

/** A place in a list: what the last line of the page before was ordered by. */
export type QueuePlace = { readonly lookBefore: string; readonly id: string }

/**
 * By term, then by the moment of recording (ids grow with time): never by what was noticed. What
 * nobody works with any more stands among the new ones, and in no other view; it is asked for apart,
 * so that the new ones are read in the order of their index.
 */
export function listQueue(
  work: Work,
  actor: PersonActor,
  { state, after, limit }: { state: SignalState; after: QueuePlace | undefined; limit: number },
): Promise<ListedRow[]> {
  const gone = takerGone(work.actor.organisationId)
  const page = (states: readonly SignalState[], which: RawBuilder<boolean>) =>
    tables(work)
      .selectFrom('signal')
      .select(listed)
      .select(gone.as('taker_gone'))
      .where('organisation_id', '=', work.actor.organisationId)
      .where('state', 'in', states)
      .where(which)
      .where(openForFollowUp(actor))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(look_before, id) > (${after?.lookBefore}::date, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('look_before')
      .orderBy('id')
      .limit(limit)
  if (state !== 'new') return page([state], sql`not ${gone}`).execute()
  const whole = (name: string, query: ReturnType<typeof page>) =>
    work.db.selectFrom(query.as(name)).selectAll()
  return whole('recorded', page(['new'], sql`true`))
    .unionAll(whole('left', page(['taken-up', 'question-asked'], gone)))
    .orderBy('look_before')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export type OwnPlace = { readonly recordedAt: string; readonly id: string }

export const listOwn = (
  work: Work,
  actor: PersonActor,
  { before, limit }: { before: OwnPlace | undefined; limit: number },
): Promise<ListedRow[]> =>
  tables(work)
    .selectFrom('signal')
    .select(listed)
    .select(takerGone(work.actor.organisationId).as('taker_gone'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('reported_by', '=', actor.personId)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(recorded_at, id) < (${before?.recordedAt}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Signals beside another signal; who has more is told so. */
export const mostRelated = 50

/** Signals that may belong together: in the same combination, or written about in the same words. */
export const listRelated = (
  work: Work,
  actor: PersonActor,
  { id, combination_id, subject_index }: Pick<SignalRow, 'id' | 'combination_id' | 'subject_index'>,
) =>
  tables(work)
    .selectFrom('signal')
    .select(['id', 'reference', 'recorded_at', 'state', 'combination_id'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '!=', id)
    .where(openForFollowUp(actor))
    .where((where) =>
      where.or([
        where('combination_id', '=', combination_id),
        where('subject_index', '=', subject_index),
      ]),
    )
    .orderBy('recorded_at')
    .limit(mostRelated + 1)
    .execute()
