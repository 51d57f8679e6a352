import { blindIndex } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { sealRecord } from '#platform/keyring.ts'
import type { School } from './a-school.ts'
import { narrative } from './drafts.ts'
import type { Program } from './program.ts'

/** Rows in one statement: enough to be quick, little enough to stay small in memory. */
const batch = 2_000

/**
 * Adds signals that were recorded over the past years, with all that a recorded signal leaves: words
 * sealed as the product seals them, observations, the first event and an entry in the trail (already
 * sealed: not waiting). One in `newEvery` is still new. Keys between tables are not checked while
 * loading; they are right.
 */
export async function addSignals(
  program: Program,
  school: School,
  count: number,
  newEvery = 100,
): Promise<void> {
  const { pool, keyring, inTransaction } = program
  const system = { kind: 'system', name: 'command-line', organisationId: school.id } as const
  const key = await inTransaction(system, 'maintenance', (work) => keyring.keyOf(work))
  const client = await pool.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    for (let done = 0; done < count; done += batch) {
      const rows = Array.from({ length: Math.min(batch, count - done) }, (_, at) =>
        sealedSignal(school, key, done + at),
      )
      await client.query(insertion, [
        school.id,
        rows.map(({ id }) => id),
        rows.map(({ reporter }) => reporter),
        rows.map(({ index }) => index),
        rows.map(({ wrappedKey }) => wrappedKey),
        rows.map(({ sealed }) => sealed),
        rows.map(() => newId()),
        school.coordinators.map(({ actor }) => actor.personId),
        newEvery,
      ])
    }
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}

function sealedSignal({ id: organisation, teachers }: School, key: Buffer, turn: number) {
  const id = newId()
  // Four signals about the same pupil, as in a school where people look out.
  const subject = `Noor Voorbeeld ${Math.floor(turn / 4)}`
  const words = { subject, narrative, moment: '', heardFrom: '', innocent: 'oude telefoon' }
  const { wrappedKey, sealed } = sealRecord(key, `signal:${organisation}:${id}`, words)
  const index = blindIndex(key, 'signal-subject', subject.toLowerCase())
  const reporter = teachers[turn % teachers.length]?.actor.personId
  return { id, reporter, index, wrappedKey, sealed }
}

const insertion = `
  with given as (
    select $1::uuid as organisation, g.*, ($8::uuid[])[1] as coordinator,
      now() - interval '1 day' * (random() * 1000) as at, n % $9::int = 0 as fresh
    from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[], $6::bytea[], $7::uuid[])
      with ordinality as g(id, reporter, subject_index, content_key, content, entry, n)
  ), recorded as (
    insert into signal (organisation_id, id, reference, state, about, danger, origin, readers,
      reported_by, recorded_at, look_before, edition, subject_index, content_key, content, outcome, taken_up_by)
    select organisation, id, 'S-' || id, case when fresh then 'new' else 'closed' end, 'pupil', false,
      'own', 'coordinators', reporter, at, at::date + 3, '1', subject_index, content_key, content,
      case when not fresh then 'explained' end, case when not fresh then coordinator end
    from given
  ), observed as (
    insert into signal_observation (organisation_id, signal_id, code, answer, found)
    select organisation, id, code, 'observed', 'recognised' from given, unnest(array['TEL-01', 'MON-01']) code
  ), happened as (
    insert into signal_event (organisation_id, signal_id, id, kind, happened_at, by_person)
    select organisation, id, id, 'recorded', at, reporter from given
  )
  insert into trail_entry (id, organisation_id, recorded_at, actor_kind, actor_id,
    actor_organisation_id, actor_roles, purpose, act, subject, request, details)
  select entry, organisation, at, 'person', reporter, organisation, '{mentor,teacher}',
    'recognise-exploitation', 'signal.record', id, entry, '{}' from given`
