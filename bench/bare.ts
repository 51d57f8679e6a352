import type pg from 'pg'
import { newId } from '#platform/ids.ts'
import type { School } from './a-school.ts'
import type { ReadyDraft } from './drafts.ts'
import { type Load, load, type Measured } from './load.ts'
import type { Program } from './program.ts'

/** What the product writes for one recorded signal, as values that were made beforehand. */
export type BareSignal = readonly { name: string; text: string; values: unknown[] }[]

const insertOf = (table: string, columns: readonly string[], rows: number): string => {
  const row = (from: number) => `(${columns.map((_, at) => `$${from + at + 1}`).join(', ')})`
  const all = Array.from({ length: rows }, (_, at) => row(at * columns.length))
  return `insert into ${table} (${columns.join(', ')}) values ${all.join(', ')}`
}

/**
 * Eight rows in six tables and a draft that goes: the same rows, tables, indexes and keys, but no
 * HTTP, no form, no encryption, no policy (the owner is not held by them) and no question asked.
 */
export function bareSignal(school: School, { id, writer }: ReadyDraft): BareSignal {
  const [organisation, person, now] = [school.id, writer.actor.personId, new Date().toISOString()]
  const reference = `S-${id.slice(-17)}`
  const insert = (name: string, columns: string, ...rows: unknown[][]) => ({
    name: `bare-${name}`,
    text: insertOf(name, columns.split(' '), rows.length),
    values: rows.flat(),
  })
  const entry = newId()
  return [
    {
      name: 'bare-draft',
      text: 'delete from signal_draft where organisation_id = $1 and id = $2',
      values: [organisation, id],
    },
    insert(
      'signal',
      'organisation_id id reference state about danger origin readers reported_by recorded_at look_before edition subject_index content_key content',
      [
        ...[organisation, id, reference, 'new', 'pupil', false, 'own', 'coordinators', person, now],
        ...['2026-12-01', '1', Buffer.alloc(32, id), Buffer.alloc(61, 1), Buffer.alloc(750, 2)],
      ],
    ),
    insert(
      'signal_observation',
      'organisation_id signal_id code answer found',
      [organisation, id, 'TEL-01', 'observed', 'recognised'],
      [organisation, id, 'MON-01', 'unknown', 'added'],
    ),
    insert('signal_event', 'organisation_id signal_id id kind happened_at by_person', [
      organisation,
      id,
      newId(),
      'recorded',
      now,
      person,
    ]),
    insert(
      'outbox',
      'organisation_id id recipient_id template language reference created_at',
      ...school.coordinators.map(({ actor }) => [
        ...[organisation, newId(), actor.personId, 'new-signal', 'nl', reference, now],
      ]),
    ),
    insert(
      'trail_entry',
      'organisation_id id recorded_at actor_kind actor_id actor_organisation_id actor_roles purpose act subject request details',
      [
        ...[organisation, entry, now, 'person', person, organisation, ['mentor', 'teacher']],
        ...['recognise-exploitation', 'signal.record', id, newId()],
        JSON.stringify({ about: 'pupil', danger: false, observations: 2 }),
      ],
    ),
    insert('trail_unsealed', 'organisation_id entry_id', [organisation, entry]),
  ]
}

/** Sends a whole transaction at once, as the product does, and waits for its commit. */
async function writeTogether(client: pg.PoolClient, statements: BareSignal): Promise<void> {
  const sent = [
    client.query('begin'),
    ...statements.map((statement) => client.query({ ...statement })),
    client.query('commit'),
  ]
  await Promise.all(sent)
}

type Bare = Pick<Load, 'clients' | 'seconds'> & { program: Program }

/** As many connections as clients, but never more than the product's own pool has. */
const connections = 12

async function withConnections(
  { program, clients, seconds }: Bare,
  act: (client: pg.PoolClient, turn: number) => Promise<void>,
  most = Infinity,
): Promise<Measured> {
  const count = Math.min(clients, connections)
  const free = await Promise.all(Array.from({ length: count }, () => program.pool.connect()))
  const all = [...free]
  try {
    return await load({
      clients: count,
      seconds,
      most,
      act: async (turn) => {
        const client = free.pop()
        if (!client) throw new Error('More clients than connections.')
        await act(client, turn).finally(() => free.push(client))
      },
    })
  } finally {
    for (const client of all) client.release()
  }
}

export const writeBare = (bare: Bare, signals: readonly BareSignal[]): Promise<Measured> =>
  withConnections(
    bare,
    (client, turn) => writeTogether(client, signals[turn] ?? []),
    signals.length,
  )

/** One row, one commit: how fast this disk and this PostgreSQL say "kept". */
export async function commitOnly(bare: Bare): Promise<Measured> {
  const { pool } = bare.program
  await pool.query('create table if not exists bench_commit (id uuid primary key, words text)')
  return withConnections(bare, async (client) => {
    const values = [newId(), 'x'.repeat(80)]
    await client.query({
      name: 'bench-commit',
      text: 'insert into bench_commit values ($1, $2)',
      values,
    })
  })
}
