import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { aCase, aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { aSharingDesk, consented } from '#capabilities/sharing/a-disclosure.ts'
import { type Carrying, carryMessages } from '#capabilities/sharing/carry-messages.ts'
import { checkDisclosure, deliverDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import type { SharingDesk } from '#capabilities/sharing/desk.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import { handlerFinder, type MessageHandler } from '#capabilities/sharing/message-handler.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import { sendMessage } from '#capabilities/sharing/send-message.ts'
import { localWay } from '#capabilities/sharing/way.ts'
import type { PersonActor } from '#platform/actor.ts'
import { systemClock } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { addMember } from './a-member.ts'
import { machineLoad } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, say, whisper, whole } from './report.ts'

// Deliveries between a thousand organisations, with both trails: from the act of who delivers until the receipt stands
// in the sender's rows. First real ones, with a case, a road, its answers, a letter to whoever receives and the state
// at the sender; then the channel alone, with messages that nobody does anything with; beside it the same rows of the
// channel, written by one session that does nothing else.

const organisations = 1_000
/** Deliveries per second, on two cores. */
const aim = 200

type Options = { readonly rounds: number }

export const measureDeliveries = ({ rounds }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const parties = await addOrganisations(program)
    whisper('deliveries: each organisation its key')
    await inTurns(parties, 8, (organisationId) =>
      program.inTransaction(system(organisationId), 'share', (work) => program.keyring.keyOf(work)),
    )
    const real = await measureReal(program, parties, rounds)
    const few = await measure(program, parties, { each: 1, rounds })
    const many = await measure(program, parties, { each: 10, rounds })
    const bare = await bareLimit(program, parties)
    say(`Load of the machine: ${ms(machineLoad())}.`)
    printTable('deliveries', [
      { what: 'a disclosure to one other organisation', ...shown(real) },
      { what: 'one bare message to one other organisation', ...shown(few) },
      { what: 'ten bare messages to one other organisation', ...shown(many) },
      {
        what: 'the rows of the channel alone, one after another',
        'sent /s': '',
        'carried /s': '',
        'whole /s': whole(bare),
      },
    ])
    printAims('deliveries', [
      { aim: `${aim} deliveries per second`, found: whole(real.whole), met: real.whole >= aim },
    ])
    return real.missed + few.missed + many.missed === 0
  })

type Found = { sent: number; carried: number; whole: number; missed: number }

const shown = ({ sent, carried, whole: all }: Found) => ({
  'sent /s': whole(sent),
  'carried /s': whole(carried),
  'whole /s': whole(all),
})

const system = (organisationId: string) =>
  ({ kind: 'system', name: 'delivery', organisationId }) as const

async function addOrganisations({ pool }: Program): Promise<string[]> {
  const ids = Array.from({ length: organisations }, newId)
  await pool.query(
    `insert into organisation (id, kind, name)
     select id, case when n <= $2 then 'secondary-school' else 'municipality' end, 'Organisatie ' || n || ' (verzonnen)'
     from unnest($1::uuid[]) with ordinality as given(id, n)`,
    [ids, organisations / 2],
  )
  return ids
}

/** In every school somebody who coordinates, in every municipality somebody who receives. */
async function addPeople(program: Program, parties: readonly string[]): Promise<PersonActor[]> {
  const people: PersonActor[] = parties.map((organisationId, at) => ({
    kind: 'person',
    personId: newId(),
    organisationId,
    ...(at < organisations / 2
      ? { organisationKind: 'secondary-school', roles: ['care-coordinator'] }
      : { organisationKind: 'municipality', roles: ['municipal-coordinator'] }),
  }))
  await inTurns(people, 4, (actor) => addMember(program, actor))
  return people
}

/** What a school delivers to a municipality, as the pages do it, and everything that the receiving end does with it. */
async function measureReal(
  program: Program,
  parties: readonly string[],
  rounds: number,
): Promise<Found> {
  whisper('deliveries: people, and a case in every school')
  const { pool, inTransaction } = program
  const people = await addPeople(program, parties)
  const senders = people.slice(0, organisations / 2)
  const recipients = people.slice(organisations / 2)
  const desk = aSharingDesk(program)
  const files = new Map<PersonActor, string>()
  const facts = new Map<PersonActor, string>()
  await inTurns(senders, 4, async (sender) => {
    const caseId = await aCase(program, aDesk(program), sender)
    files.set(sender, caseId)
    facts.set(
      sender,
      await inTransaction(sender, 'follow-up-cases', (work) =>
        writeEntry(work, aDesk(program), caseId, aFact({ text: body.words })),
      ),
    )
  })
  const handlers = [...receivingHandlers(desk), ...answerHandlers(desk)]
  let [sending, carryingTime] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    whisper(`deliveries: drafts of round ${round + 1}`)
    const drafts = new Map<PersonActor, { id: string; hash: string }>()
    await inTurns(senders, 4, async (sender, at) => {
      const to = recipients[(at + 37 * round) % recipients.length]
      const draft = await aDraft(program, desk, sender, {
        caseId: files.get(sender) ?? '',
        fact: facts.get(sender) ?? '',
        toId: to?.organisationId ?? '',
      })
      drafts.set(sender, draft)
    })
    whisper(`deliveries: round ${round + 1}`)
    const begun = performance.now()
    await inTurns(senders, 4, (sender) => {
      const { id, hash } = drafts.get(sender) ?? { id: '', hash: '' }
      return inTransaction(sender, 'share', (work) =>
        deliverDisclosure(work, desk, { id, language: 'nl' }, { hash, key: newId() }),
      )
    })
    sending += performance.now() - begun
    const left = performance.now()
    await carryMessages(carrierOf(program, handlers), new AbortController().signal)
    carryingTime += performance.now() - left
  }
  const { rows } = await pool.query(
    `select count(*) filter (where state <> 'delivered')::int as missed from disclosure`,
  )
  return found(senders.length * rounds, { sending, carryingTime, missed: rows[0]?.missed })
}

/** A draft with one fact, every condition answered, and looked at. */
async function aDraft(
  { inTransaction }: Program,
  desk: SharingDesk,
  sender: PersonActor,
  { caseId, fact, toId }: { caseId: string; fact: string; toId: string },
): Promise<{ id: string; hash: string }> {
  const begun = { kind: 'case', fileId: caseId, language: 'nl', key: newId() } as const
  const id = await inTransaction(sender, 'share', (work) => beginDisclosure(work, desk, begun))
  const which = { id, language: 'nl' } as const
  await inTransaction(sender, 'share', (work) =>
    keepDraft(work, desk, which, {
      ...{ refs: [fact], aim: 'help', road: 'school-municipality', answers: consented },
      ...{ question: 'Kunnen jullie helpen?', toId, toRole: 'municipal-coordinator' },
    }),
  )
  const { composed } = await inTransaction(sender, 'share', (work) =>
    checkDisclosure(work, desk, which),
  )
  if (!composed.ok) throw new Error(JSON.stringify(composed.faults))
  return { id, hash: composed.hash }
}

const body = {
  words: 'Een verzonnen feit van ongeveer honderd tekens, zoals een mentor het opschrijft. '.repeat(
    15,
  ),
}

function carrierOf(
  { inTransaction, keyring }: Program,
  handlers: readonly MessageHandler[],
): Carrying {
  const handlerOf = handlerFinder(handlers)
  const failed = (error: unknown) => whisper(String(error))
  const way = localWay({ inTransaction, handlerOf, failed })
  return { inTransaction, keyring, handlerOf, failed, clock: systemClock, wayTo: () => way }
}

function found(
  count: number,
  { sending, carryingTime, missed }: { sending: number; carryingTime: number; missed: number },
): Found {
  const perSecond = (milliseconds: number) => (count / milliseconds) * 1000
  return {
    sent: perSecond(sending),
    carried: perSecond(carryingTime),
    whole: perSecond(sending + carryingTime),
    missed,
  }
}

async function measure(
  program: Program,
  parties: readonly string[],
  { each, rounds }: { each: number; rounds: number },
): Promise<Found> {
  const { inTransaction, keyring, pool } = program
  const nothing = { kind: 'sharing.bench', schema: z.looseObject({}), receive: async () => {} }
  const carrying = carrierOf(program, [nothing])
  let [sending, carryingTime] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    whisper(`deliveries: ${each} for each, round ${round + 1}`)
    const begun = performance.now()
    await inTurns(parties, 4, async (from, at) => {
      const to = parties[(at + 1 + 37 * (round + 1)) % parties.length] ?? ''
      for (let turn = 0; turn < each; turn += 1) {
        await inTransaction(system(from), 'share', (work) =>
          sendMessage(work, { keyring }, { to, kind: 'sharing.bench', body }),
        )
      }
    })
    sending += performance.now() - begun
    const left = performance.now()
    await carryMessages(carrying, new AbortController().signal)
    carryingTime += performance.now() - left
  }
  const { rows } = await pool.query(
    `select count(*) filter (where outcome is distinct from 'received')::int as missed from outgoing_message`,
  )
  return found(parties.length * each * rounds, { sending, carryingTime, missed: rows[0]?.missed })
}

/** The rows of one delivery, made beforehand, in two transactions: the least in which two parties can write. */
async function bareLimit({ pool }: Program, parties: readonly string[]): Promise<number> {
  const client = await pool.connect()
  const count = 1_000
  const bytes = (length: number) => Buffer.alloc(length, 1)
  const entry = (organisation: string, act: string) => [
    client.query(
      `insert into trail_entry values ($1, $2, now(), 'system', 'delivery', $1, '{}', 'share', $3, $4, $4, '{}')`,
      [organisation, newId(), act, newId()],
    ),
  ]
  const begun = performance.now()
  try {
    for (let turn = 0; turn < count; turn += 1) {
      const [from = '', to = ''] = [parties[turn], parties[(turn + 501) % parties.length]]
      const number = 1_000_000 + turn
      const channel = (own: string, other: string) =>
        client.query(
          `insert into message_channel values ($1, $2) on conflict (organisation_id, other_id) do update set attempts = 0`,
          [own, other],
        )
      await Promise.all([
        client.query('begin'),
        channel(from, to),
        client.query(
          `insert into outgoing_message values ($1, $2, $3, $4, 'sharing.bench', null, now(), $5, $6, $7)`,
          [from, to, number, newId(), bytes(32), bytes(61), bytes(1500)],
        ),
        ...entry(from, 'sharing.send'),
        ...entry(from, 'sharing.delivered'),
        client.query('commit'),
      ])
      await Promise.all([
        client.query('begin'),
        channel(to, from),
        client.query(
          `insert into incoming_message values ($1, $2, $3, $4, 'sharing.bench', $5, now(), 'received')`,
          [to, from, number, newId(), bytes(32)],
        ),
        ...entry(to, 'sharing.receive'),
        client.query('commit'),
      ])
    }
  } finally {
    client.release()
  }
  return (count / (performance.now() - begun)) * 1000
}

async function inTurns<T>(
  all: readonly T[],
  atOnce: number,
  act: (one: T, at: number) => Promise<unknown>,
): Promise<void> {
  const queue = all.entries()
  const worker = async () => {
    for (const [at, one] of queue) await act(one, at)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
