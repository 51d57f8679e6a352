import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { type Carrying, carryMessages } from '#capabilities/sharing/carry-messages.ts'
import { handlerFinder } from '#capabilities/sharing/message-handler.ts'
import { sendMessage } from '#capabilities/sharing/send-message.ts'
import { localWay } from '#capabilities/sharing/way.ts'
import { systemClock } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { type Program, withProgram } from './program.ts'
import { printAims, printTable, whisper, whole } from './report.ts'

// Deliveries between a thousand organisations, with both trails: from the sender's transaction until the
// receipt stands in the sender's rows. Beside it the same rows written by one session that does nothing else.

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
    const few = await measure(program, parties, { each: 1, rounds })
    const many = await measure(program, parties, { each: 10, rounds })
    const bare = await bareLimit(program, parties)
    printTable('deliveries', [
      { what: 'one message to one other organisation', ...shown(few) },
      { what: 'ten messages to one other organisation', ...shown(many) },
      {
        what: 'the same rows written bare, one after another',
        'sent /s': '',
        'carried /s': '',
        'whole /s': whole(bare),
      },
    ])
    printAims('deliveries', [
      { aim: `${aim} deliveries per second`, found: whole(few.whole), met: few.whole >= aim },
    ])
    return few.missed + many.missed === 0
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
     select id, 'secondary-school', 'School ' || n || ' (verzonnen)'
     from unnest($1::uuid[]) with ordinality as given(id, n)`,
    [ids],
  )
  return ids
}

const body = {
  words: 'Een verzonnen feit van ongeveer honderd tekens, zoals een mentor het opschrijft. '.repeat(
    15,
  ),
}

async function measure(
  { inTransaction, keyring, pool }: Program,
  parties: readonly string[],
  { each, rounds }: { each: number; rounds: number },
): Promise<Found> {
  const handlerOf = handlerFinder([
    { kind: 'sharing.bench', schema: z.looseObject({}), receive: async () => {} },
  ])
  const failed = (error: unknown) => whisper(String(error))
  const way = localWay({ inTransaction, handlerOf, failed })
  const carrying: Carrying = {
    inTransaction,
    keyring,
    handlerOf,
    failed,
    clock: systemClock,
    wayTo: () => way,
  }
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
  const count = parties.length * each * rounds
  const perSecond = (milliseconds: number) => (count / milliseconds) * 1000
  return {
    sent: perSecond(sending),
    carried: perSecond(carryingTime),
    whole: perSecond(sending + carryingTime),
    missed: rows[0]?.missed,
  }
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
