import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { arrestCounts } from '#capabilities/arrests/count-arrests.ts'
import { intervisionCounts } from '#capabilities/intervision/count-intervisions.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import { routeCounts } from '#capabilities/non-punishment/count-decided.ts'
import { signalCounts } from '#capabilities/signals/count-signals.ts'
import { placementCounts } from '#capabilities/support/count-placements.ts'
import { loadCatalogue } from '#capabilities/support/load-catalogue.ts'
import { readerCounts } from '#capabilities/training/count-readers.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { CountSource } from '#platform/count-source.ts'
import { newId, newReference } from '#platform/ids.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { loadDefinitions } from './load-definitions.ts'

const folder = join(import.meta.dirname, '../../../knowledge')
const [byCategory, lookedAt] = signalCounts(loadKnowledge(folder))
const placements = placementCounts(loadCatalogue(folder))
const routes = routeCounts({ routes: loadLaw(folder).routes })
const everySource = [
  ...signalCounts(loadKnowledge(folder)),
  ...[intervisionCounts, placements, arrestCounts, routes, readerCounts],
]

let house: TestHouse
let us: PersonActor
let them: PersonActor
before(async () => {
  house = await aHouse()
  us = await house.aPerson(await house.anOrganisation(), ['school-leader'])
  them = await house.aPerson(await house.anOrganisation(), ['school-leader'])
})
after(() => house.close())

const year = { from: '2025-01-01', until: '2026-01-01' }

const counted = async (source: CountSource | undefined, period = year, who = us) => {
  const actor = { kind: 'system', name: 'figures', organisationId: who.organisationId } as const
  const counts = await house.inTransaction(actor, 'tell-figures', async (work) =>
    source?.count(work, period),
  )
  return Object.fromEntries(counts ?? [])
}

const write = (sql: string, ...values: unknown[]) => house.pool.query(sql, values)

type Signal = {
  readonly who?: PersonActor
  readonly at?: string
  readonly about?: string
  readonly codes?: readonly string[]
  readonly lookBefore?: string
  readonly events?: readonly (readonly [kind: string, at: string])[]
}

async function aSignalRow({
  who = us,
  at = '2025-05-05T10:00:00Z',
  about = 'pupil',
  codes = [],
  lookBefore = '2025-05-08',
  events = [],
}: Signal): Promise<void> {
  const id = newId()
  const { organisationId, personId } = who
  await write(
    `insert into signal (organisation_id, id, reference, state, about, danger, origin, readers,
       reported_by, recorded_at, look_before, edition, content_key, content)
     values ($1, $2, $3, 'new', $4, false, 'own', 'coordinators', $5, $6, $7, '2026.1', '\\x01', '\\x01')`,
    ...[organisationId, id, newReference('S'), about, personId, at, lookBefore],
  )
  for (const code of codes) {
    await write(
      `insert into signal_observation values ($1, $2, $3, 'observed', 'added')`,
      ...[organisationId, id, code],
    )
  }
  for (const [kind, happened] of events) {
    await write(
      'insert into signal_event (organisation_id, signal_id, id, kind, happened_at, by_person) values ($1, $2, $3, $4, $5, $6)',
      ...[organisationId, id, newId(), kind, happened, personId],
    )
  }
}

test('every definition is counted by somebody, and no two count by the same name', () => {
  const [first, ...rest] = everySource
  assert.ok(first)
  assert.equal(loadDefinitions(folder, everySource).all.length, everySource.length)
  assert.throws(() => loadDefinitions(folder, rest), /nobody counts/)
  assert.throws(() => loadDefinitions(folder, [first, ...everySource]), /by the same name/)
})

test('signals count once in each kind, in the Dutch year in which they were recorded', async () => {
  await aSignalRow({ codes: ['MON-01', 'MON-02', 'TEL-01'] })
  await aSignalRow({ codes: ['MON-01'], at: '2024-12-31T23:30:00Z' })
  // Not: of another organisation, another year (also on a Dutch clock), a place, or withdrawn before it was over.
  await aSignalRow({ codes: ['MON-01'], who: them })
  await aSignalRow({ codes: ['MON-01'], at: '2025-12-31T23:30:00Z' })
  await aSignalRow({ codes: ['MON-01'], about: 'place' })
  await aSignalRow({ codes: ['MON-01'], events: [['withdrawn', '2025-06-01T10:00:00Z']] })
  assert.deepEqual(await counted(byCategory), { MON: 2, TEL: 1 })
  // What happens after the end does not change what was.
  await aSignalRow({ codes: ['MON-01'], events: [['withdrawn', '2026-01-10T10:00:00Z']] })
  assert.deepEqual(await counted(byCategory), { MON: 3, TEL: 1 })
  assert.deepEqual(await counted(byCategory, year, them), { MON: 1 })
})

test('a signal was looked at in time when somebody did something with it on its last day or before', async () => {
  const leader = await house.aPerson(await house.anOrganisation(), ['school-leader'])
  const row = (...events: NonNullable<Signal['events']>) =>
    aSignalRow({ who: leader, lookBefore: '2025-05-08', events })
  await row(['taken-up', '2025-05-08T21:30:00Z'])
  await row(['taken-up', '2025-05-08T22:30:00Z'])
  await row(['added', '2025-05-06T10:00:00Z'])
  await row(['withdrawn', '2025-05-06T10:00:00Z'])
  await aSignalRow({ who: leader, lookBefore: '2026-01-02', events: [] })
  assert.deepEqual(await counted(lookedAt, year, leader), { 'in-time': 1, 'not-in-time': 2 })
})

test('an intervision counts when it came to something', async () => {
  const { organisationId, personId } = us
  const ended = async (at: string, told: string | null) =>
    write(
      `insert into intervision (organisation_id, id, method, edition, phases, silent, about, state, facilitator_id,
         started_by, started_at, changed_at, ended_at, told_key, told, key)
       values ($1, $2, 'niet-pluis', '1', '{occasion}', '{}', 'pupil', 'ended', $3, $3, $4, $4, $4, $5, $5, $2)`,
      ...[organisationId, newId(), personId, at, told],
    )
  await ended('2025-03-01T10:00:00Z', '\\x01')
  await ended('2025-03-02T10:00:00Z', null)
  await ended('2026-03-02T10:00:00Z', '\\x01')
  assert.deepEqual(await counted(intervisionCounts), { all: 1 })
})

test('help counts by intervention on the day it began, what the catalogue does not know together', async () => {
  const { organisationId, personId } = us
  const caseId = newId()
  const [known] = loadCatalogue(folder).interventions
  const client = await house.pool.connect()
  try {
    // The case itself is of no matter here.
    await client.query('set session_replication_role = replica')
    for (const [help, day] of [
      [known?.id, '2025-02-01'],
      [known?.id, '2026-02-01'],
      ['gone-from-the-catalogue', '2025-02-01'],
      [null, '2025-12-31'],
    ]) {
      await client.query(
        `insert into placement (organisation_id, id, case_id, state, intervention, edition, proposed_on, agreed_on,
           started_on, proposed_by, proposed_at, content)
         values ($1, $2, $3, 'started', $4, '1', $5, $5, $5, $6, now(), '\\x01')`,
        [organisationId, newId(), caseId, help, day, personId],
      )
    }
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
  assert.deepEqual(await counted(placements), { [known?.id ?? '']: 1, other: 2 })
})

test('an arrest counts by the first look at it, until the quarter was over', async () => {
  const { organisationId, personId } = us
  const arrested = async (at: string, look: string | undefined, age = '12-17') => {
    const id = newId()
    await write(
      `insert into police_file (organisation_id, id, kind, reference, opened_by, opened_at, changed_at, arrested_at,
         offence, age_group, content_key, content, pseudonym_index)
       values ($1, $2, 'arrest', $3, $4, $5, $5, $5, 'unknown', $6, '\\x01', '\\x01', '\\x01')`,
      ...[organisationId, id, newReference('A'), personId, at, age],
    )
    if (!look) return
    await write(
      `insert into police_file_look values ($1, $2, $3, 'first', '1', $4, $5, false, null, '\\x01')`,
      ...[organisationId, id, newId(), personId, look],
    )
  }
  await arrested('2025-07-05T10:00:00Z', '2025-07-05T12:00:00Z')
  await arrested('2025-07-05T10:00:00Z', '2025-07-06T09:00:00Z')
  await arrested('2025-07-05T10:00:00Z', '2025-08-06T09:00:00Z')
  await arrested('2025-09-30T10:00:00Z', '2025-10-01T09:00:00Z')
  await arrested('2025-07-05T10:00:00Z', undefined, '18-22')
  await arrested('2025-10-05T10:00:00Z', undefined)
  assert.deepEqual(await counted(arrestCounts, { from: '2025-07-01', until: '2025-10-01' }), {
    'within-six-hours': 1,
    'within-a-day': 1,
    later: 1,
    'not-yet': 1,
  })
})

test('a dossier counts by the routes of its last decision of the year', async () => {
  const { organisationId, personId } = us
  const [dossier, offence] = [newId(), newId()]
  const client = await house.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const [signed, route] of [
      ['2025-02-01T10:00:00Z', 'sepot-06'],
      ['2025-03-01T10:00:00Z', 'prosecution'],
      ['2026-03-01T10:00:00Z', 'sepot-42'],
    ]) {
      const decision = newId()
      await client.query(
        `insert into dossier_decision (organisation_id, dossier_id, id, signed_by, signed_at, decided_on, following,
           routes_edition, grounds_edition, sheet_edition, content, forms, age_band)
         values ($1, $2, $3, $4, $5, $5::timestamptz::date, 'no-assessment', '1', '1', '1', '\\x01', '{}', 'unknown')`,
        [organisationId, dossier, decision, personId, signed],
      )
      await client.query(
        `insert into dossier_outcome (organisation_id, dossier_id, decision_id, offence_id, stage, route, grounds,
           looked_at, content) values ($1, $2, $3, $4, 'with-prosecutor', $5, '{}', '{}', '\\x01')`,
        [organisationId, dossier, decision, offence, route],
      )
    }
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
  assert.deepEqual(await counted(routes), { prosecution: 1 })
})

test('somebody who read more stories counts once', async () => {
  const { organisationId, personId } = us
  for (const [story, day] of [
    ['one', '2025-02-01'],
    ['two', '2025-02-02'],
    ['one', '2026-02-01'],
  ]) {
    await write(
      `insert into training_completion (organisation_id, id, person_id, story, edition, completed_on, completed_at)
       values ($1, $2, $3, $4, '1', $5::date, $5::date)`,
      ...[organisationId, newId(), personId, story, day],
    )
  }
  assert.deepEqual(await counted(readerCounts), { all: 1 })
  assert.deepEqual(await counted(readerCounts, year, them), { all: 0 })
})
