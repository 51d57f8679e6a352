import type { TestApp } from '#tests/an-app.ts'
import { caseFactsOf, messagesLeft, rowAsText } from './a-case-world.ts'
import type { Beside } from './a-world-beside-cases.ts'
import type { BesideFacts, BesideKind } from './who-may-beside-cases.ts'

/** The facts about it as they are in the database now, past every policy. */
export async function besideFactsOf(test: TestApp, one: Beside): Promise<BesideFacts> {
  const asked = {
    conversation: `select organisation_id as organisation, state, array[prepared_by, holder_id] as carriers,
      shown_at is not null as shown from conversation where id = $1`,
    placement: 'select organisation_id as organisation, state from placement where id = $1',
    run: `select organisation_id as organisation, state, (select state from protocol_step
      where run_id = r.id and step = 'signal') as step from protocol_run r where id = $1`,
    drill: 'select organisation_id as organisation, state from protocol_run where id = $1',
    offer: 'select organisation_id as organisation, state from help_offer where id = $1',
    table: `select organisation_id as organisation, state, facilitator_id as facilitator, revealed,
      array(select person_id from intervision_participant where intervision_id = i.id) as seats
      from intervision i where id = $1`,
  }[one.kind]
  const { rows } = await test.house.pool.query(asked, [one.id])
  const file = one.on && (await caseFactsOf(test, one.on))
  return { carriers: [], seats: [], revealed: [], ...rows[0], file }
}

/** The card that this person laid down at a table. */
export async function cardOf({ house }: TestApp, { id }: Beside, person: string | undefined) {
  const { rows } = await house.pool.query(
    `select id from intervision_contribution where intervision_id = $1 and person_id = $2
     order by id limit 1`,
    [id, person],
  )
  return rows[0]?.id as string | undefined
}

const ownTables: Readonly<Record<BesideKind, string>> = {
  conversation: 'conversation',
  placement: 'placement',
  run: 'protocol_run',
  drill: 'protocol_run',
  offer: 'help_offer',
  table: 'intervision',
}
const partsOf: Readonly<Record<string, readonly string[]>> = {
  conversation: ['conversation_writing', 'conversation_passage', 'conversation_event'],
  placement: ['placement_event'],
  protocol_run: ['protocol_step', 'protocol_event'],
  help_offer: ['help_offer_event'],
  intervision: ['intervision_participant', 'intervision_contribution'],
}
const pointsAt: Readonly<Record<string, string>> = {
  protocol_run: 'run_id',
  help_offer: 'offer_id',
}

/** Everything that is kept about it and how much there is of its kind, to see whether anything changed. */
export async function besideTracesOf({ house }: TestApp, { kind, id, on }: Beside) {
  const own = ownTables[kind]
  const column = pointsAt[own] ?? `${own}_id`
  const whole = (table: string, where: string) =>
    `(select string_agg(t::text, '\n' order by t::text) from ${table} t where ${where} = $1) as ${table}`
  const { rows } = await house.pool.query(
    `select ${whole(own, 'id')}, ${(partsOf[own] ?? []).map((part) => whole(part, column)).join(', ')},
       (select count(*) from ${own}) as number, ${messagesLeft} as messages,
       (select count(*) from case_entry where case_id = $2) as lines,
       (select string_agg(${rowAsText('t')}, '\n' order by t.id) from case_task t
         where case_id = $2) as tasks`,
    [id, on?.id ?? id],
  )
  return JSON.stringify(rows[0])
}
