import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { forgetInTime } from './forget-in-time.ts'
import { loadRetention, type TemporaryKind, temporaryKinds } from './retention.ts'

let house: TestHouse
before(async () => {
  house = await aHouse()
})
after(() => house.close())

const retention = loadRetention(readConfig({}).knowledgeFolder)
const forget = () =>
  forgetInTime({ inTransaction: house.inTransaction, retention }, new AbortController().signal)

/** A row of each kind, last touched at $3 by person $2 of organisation $1. */
const rows: Readonly<
  Record<TemporaryKind, { table: string; insert: string /** which rows are kept */; kept?: string }>
> = {
  drafts: {
    table: 'signal_draft',
    insert: `insert into signal_draft
      (organisation_id, id, person_id, content_key, content, started_at, saved_at)
      values ($1, gen_random_uuid(), $2, 'x', 'x', $3, $3)`,
  },
  sessions: {
    table: 'session',
    insert: `insert into session
      (organisation_id, id, person_id, token_hash, method, device, started_at, seen_at)
      values ($1, gen_random_uuid(), $2, gen_random_uuid()::text::bytea, 'demo', 'x', $3, $3)`,
  },
  invitations: {
    table: 'invitation',
    insert: `insert into invitation
      (organisation_id, id, code_hash, person_id, profile, roles, made_at, expires_at)
      values ($1, gen_random_uuid(), gen_random_uuid()::text::bytea, $2, 'x', '{mentor}',
        $3::timestamptz - interval '7 days', $3)`,
  },
  messages: {
    table: 'outbox',
    insert: `insert into outbox
      (organisation_id, id, recipient_id, template, language, reference, created_at)
      values ($1, gen_random_uuid(), $2, 'new-signal', 'nl', 'S-4CFH-79KM', $3)`,
  },
  advice: {
    table: 'advice_question',
    insert: `with other as (
        insert into organisation (id, kind, name) values (gen_random_uuid(), 'safe-home', 'Een ander (verzonnen)')
        returning id
      ), question as (
        insert into advice_question
          (organisation_id, id, side, other_id, code, asked_by, asked_at, changed_at, closed_at, content_key, content)
        select $1, gen_random_uuid(), 'asked', id,
          'V-' || upper(substr(md5(id::text), 1, 4)) || '-' || upper(substr(md5(id::text), 5, 4)),
          $2, $3::timestamptz, $3, $3, 'x', 'x' from other returning id
      )
      insert into advice_step (organisation_id, question_id, number, id, act, at, content)
      select $1, id, 1, gen_random_uuid(), 'answer', $3, 'x' from question`,
  },
  'round-tables': {
    table: 'round_table',
    insert: `with made as (
        insert into round_table
          (organisation_id, id, convener_id, code, aim, on_day, made_by, made_at, ended_at, keep_until)
        values ($1, gen_random_uuid(), $1, 'O-3333-4444', 'help', $3::timestamptz, $2, $3, $3, $3::timestamptz)
        returning id
      ), seated as (
        insert into round_table_seat select $1, id, $1, 'care-coordinator', 'joined' from made
      )
      insert into round_table_item (organisation_id, table_id, number, id, kind, from_id, state, by_person, at)
      select $1, id, 1, gen_random_uuid(), 'minutes', $1, 'fixed', $2, $3 from made`,
  },
  'film-requests': {
    table: 'training_film_request',
    insert: `insert into training_film_request
      (organisation_id, id, asked_of, state, asked_by, asked_at, wrapped_key, content, answered_at, answer)
      values ($1, gen_random_uuid(), $1, 'not-now', $2, $3, 'x', 'x', $3, 'x')`,
  },
  'figure-counts': {
    table: 'figure_count',
    insert: `insert into figure_count
      (organisation_id, id, definition, definition_version, period, number, ministry_id, counted_at, counted_by,
        content_key, content)
      values ($1, gen_random_uuid(), 'f-' || gen_random_uuid(), 1, '2024', 1, $1, $3, $2, 'x', 'x')`,
  },
  'delivery-drafts': {
    table: 'disclosure',
    insert: `insert into disclosure
      (organisation_id, id, reference, file_kind, file_id, state, made_by, made_at, changed_at, content_key, content)
      values ($1, gen_random_uuid(), 'D-3333-4444', 'case', gen_random_uuid(), 'draft', $2, $3, $3, 'x', 'x')`,
  },
  // That it was, stays.
  deliveries: {
    table: 'disclosure',
    kept: 'content is not null and content_key is not null',
    insert: `with made as (
        insert into disclosure
          (organisation_id, id, reference, file_kind, file_id, state, made_by, made_at, changed_at, content_key, content)
        values ($1, gen_random_uuid(), 'D-3333-4444', 'case', gen_random_uuid(), 'not-shared', $2, $3, $3, 'x', 'x')
        returning id
      )
      insert into disclosure_event (organisation_id, disclosure_id, id, kind, happened_at, by_person, content)
      select $1, id, gen_random_uuid(), 'not-shared', $3, $2, 'x' from made`,
  },
  // The row stays with what it came to; its key goes, and the words with it.
  intervisions: {
    table: 'intervision',
    kept: 'content_key is not null',
    insert: `insert into intervision
      (organisation_id, id, method, edition, phases, silent, about, state, facilitator_id, started_by,
        started_at, changed_at, content_key, content, key)
      values ($1, gen_random_uuid(), 'niet-pluis', 'method-niet-pluis-2026-1', '{occasion}', '{}', 'pupil',
        'gathering', $2, $2, $3, $3, 'x', 'x', gen_random_uuid())`,
  },
}

const daysAgo = (days: number): string =>
  house
    .clock()
    .subtract({ hours: days * 24 })
    .toString()

const leave = ({ organisationId, personId }: PersonActor, kind: TemporaryKind, at: string) =>
  house.pool.query(rows[kind].insert, [organisationId, personId, at])

async function countOf(organisation: string, kind: TemporaryKind): Promise<number> {
  const counted = await house.pool.query(
    `select count(*)::int from ${rows[kind].table} where organisation_id = $1 and ${rows[kind].kept ?? 'true'}`,
    [organisation],
  )
  return counted.rows[0].count
}

test('no file of this capability speaks SQL about rows of another', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'))
  const speaking = files.filter((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').includes("from 'kysely'"),
  )
  assert.deepEqual(speaking, [])
})

test('when there is nothing to forget, nothing is written', async () => {
  const organisation = await house.anOrganisation()
  await forget()
  assert.deepEqual(await house.trailOf(organisation), [])
})

test('somebody who signed in ten hours ago is not thrown out', async () => {
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'])
  await leave(mentor, 'sessions', house.clock().subtract({ hours: 10 }).toString())
  await forget()
  assert.equal(await countOf(school, 'sessions'), 1)
})

for (const kind of temporaryKinds) {
  test(`${kind} past their term go, in every organisation, and fresher ones stay`, async () => {
    const [one, other] = [await house.anOrganisation(), await house.anOrganisation()]
    const [here, there] = [
      await house.aPerson(one, ['mentor']),
      await house.aPerson(other, ['mentor']),
    ]
    const days = retention[kind]
    await leave(here, kind, daysAgo(days + 1))
    await leave(here, kind, daysAgo(days + 2))
    await leave(here, kind, daysAgo(days - 0.5))
    await leave(there, kind, daysAgo(days + 1))
    await forget()
    assert.deepEqual([await countOf(one, kind), await countOf(other, kind)], [1, 0])
    const entries = await house.trailOf(one)
    assert.deepEqual(
      entries.map(({ act, actor, details }) => ({ act, actor, details })),
      [{ act: `privacy.forget-${kind}`, actor: 'retention', details: { count: 2, days } }],
    )
  })
}

test('two servers that forget at the same moment count everything once', async () => {
  const school = await house.anOrganisation()
  const mentor = await house.aPerson(school, ['mentor'])
  for (let count = 0; count < 20; count += 1) await leave(mentor, 'drafts', daysAgo(100))
  await Promise.all([forget(), forget()])
  assert.equal(await countOf(school, 'drafts'), 0)
  const counts = (await house.trailOf(school)).map(({ details }) => details.count as number)
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    20,
  )
})

test('a server that stops begins no other organisation', async () => {
  const school = await house.anOrganisation()
  await leave(await house.aPerson(school, ['mentor']), 'drafts', daysAgo(100))
  const { inTransaction } = house
  await forgetInTime({ inTransaction, retention }, AbortSignal.abort())
  assert.equal(await countOf(school, 'drafts'), 1)
})
