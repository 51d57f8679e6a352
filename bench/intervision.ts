import { Agent, request as httpRequest } from 'node:http'
import { colleaguesWithRole, namesOf } from '#capabilities/identity/index.ts'
import { joinIntervision } from '#capabilities/intervision/join-intervision.ts'
import { moveOn } from '#capabilities/intervision/move-on.ts'
import { readIntervision } from '#capabilities/intervision/read-intervision.ts'
import { startIntervision } from '#capabilities/intervision/start-intervision.ts'
import { addContribution } from '#capabilities/intervision/write-contribution.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import { aSchool, type School, type Visitor } from './a-school.ts'
import { expectStatus, openSender, type Sender, summary } from './load.ts'
import { type Program, untilSealed, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, whisper } from './report.ts'

// How soon everybody at the table has the turned cards on their screen: from the facilitator's click to
// the last byte of each person's own part of the page. Everything through the real server, on loopback.

/** Milliseconds in which a turning feels like one moment. */
const limit = 300

type Options = { readonly rounds: number }

type Table = {
  readonly id: string
  readonly leads: Visitor
  readonly people: readonly Visitor[]
}

export const measureIntervision = ({ rounds }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const sender = openSender(program.port, 256)
    try {
      whisper('intervision: one table of 30')
      const large = await oneLargeTable(program, sender, rounds * 5)
      whisper('intervision: 200 tables of 3')
      const many = await manyTables(program, sender, 200, 3)
      report(large, many)
      return large.missed + many.missed === 0
    } finally {
      sender.close()
    }
  })

type Found = ReturnType<typeof summary> & { readonly missed: number; readonly turnings: number }

async function oneLargeTable(program: Program, sender: Sender, turnings: number): Promise<Found> {
  const school = await aSchool(program, 28)
  const people = [...school.coordinators, ...school.teachers]
  const times: number[] = []
  let missed = 0
  for (let turn = 0; turn < turnings; turn += 1) {
    const table = await aTable(program, school, people)
    await settled(program, sender, table)
    const found = await turnCards(program, sender, table)
    times.push(...found)
    missed += people.length - found.length
  }
  return { ...summary(times), missed, turnings }
}

/** All at the same time at their tables; the turnings fall within ten seconds, as in a busy hour. */
async function manyTables(
  program: Program,
  sender: Sender,
  count: number,
  size: number,
): Promise<Found> {
  const school = await aSchool(program, count * size)
  const tables: Table[] = []
  for (let at = 0; at < count; at += 20) {
    const some = Array.from({ length: 20 }, (_, index) => {
      const from = (at + index) * size
      return aTable(program, school, school.teachers.slice(from, from + size))
    })
    tables.push(...(await Promise.all(some)))
  }
  if (tables[0]) await settled(program, sender, tables[0])
  const all = await Promise.all(
    tables.map(async (table, index) => {
      const followers = await follow(program, sender, table)
      await new Promise((resolve) => setTimeout(resolve, 6_000 + (index * 10_000) / count))
      return turnAndWait(sender, table, followers)
    }),
  )
  const times = all.flat()
  return { ...summary(times), missed: count * size - times.length, turnings: count }
}

/**
 * What was written here beside the server is sealed by it once it hears of this organisation: a look at the
 * table tells it, and nothing else is at work when the cards are turned.
 */
async function settled(program: Program, sender: Sender, { id, leads }: Table): Promise<void> {
  expectStatus(await sender.send({ path: `/intervisie/${id}/live`, cookie: leads.cookie }), 200)
  await untilSealed(program)
}

/** A table at which everybody wrote a card in silence. */
async function aTable(
  { inTransaction, keyring }: Program,
  { id: _ }: School,
  people: readonly Visitor[],
): Promise<Table> {
  const [leads, ...others] = people
  if (!leads) throw new Error('A table needs people.')
  const desk = {
    keyring,
    knowledge,
    colleagues: (work: Work, roles: Parameters<typeof colleaguesWithRole>[2]) =>
      colleaguesWithRole(work, keyring, roles),
    namesOf: (work: Work, ids: readonly string[]) => namesOf(work, keyring, ids),
    tell,
    cases: { keyring, tell },
  }
  const as = <T>({ actor }: Visitor, verb: (work: Work) => Promise<T>) =>
    inTransaction(actor, 'hold-intervision', verb)
  const topic = 'Een verzonnen vraag'
  const id = await as(leads, (work) =>
    startIntervision(work, desk, { method: 'niet-pluis', about: 'group', topic, key: newId() }),
  )
  const { code = '' } = await as(leads, (work) => readIntervision(work, desk, id))
  for (const other of others) await as(other, (work) => joinIntervision(work, desk, code))
  await as(leads, (work) => moveOn(work, desk, id, { act: 'begin', from: 'gathering' }))
  await as(leads, (work) => moveOn(work, desk, id, { act: 'next', from: '0-open' }))
  for (const person of people) {
    const contribution = { kind: 'thought', text: 'Een gedachte van ongeveer één zin.' } as const
    await as(person, (work) =>
      addContribution(work, desk, id, { phase: 'viewpoints', contribution, key: newId() }),
    )
  }
  return { id, leads, people }
}

const knowledge = loadKnowledge(readConfig({}).knowledgeFolder)

type Follower = { readonly shown: Promise<number>; close(): void }

async function turnCards(program: Program, sender: Sender, table: Table): Promise<number[]> {
  return turnAndWait(sender, table, await follow(program, sender, table))
}

async function turnAndWait(
  sender: Sender,
  { id, leads }: Table,
  followers: readonly Follower[],
): Promise<number[]> {
  const begun = performance.now()
  const form = { act: 'reveal', from: '1-writing' }
  const path = `/intervisie/${id}/verder`
  expectStatus(await sender.send({ path, cookie: leads.cookie, form }), 303)
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), 10_000).unref()
  })
  const found = await Promise.all(followers.map(({ shown }) => Promise.race([shown, late])))
  for (const follower of followers) follower.close()
  return found.flatMap((at) => (at === undefined ? [] : [at - begun]))
}

/** Every page of the table as its own script follows it; answers when all of them are connected. */
async function follow(
  { port }: Program,
  sender: Sender,
  { id, people }: Table,
): Promise<Follower[]> {
  return Promise.all(
    people.map(
      ({ cookie }) =>
        new Promise<Follower>((resolve, reject) => {
          const path = `/intervisie/${id}/stroom`
          const sent = httpRequest({ agent, host: '127.0.0.1', port, path, headers: { cookie } })
          sent.on('error', () => {})
          sent.on('response', (response) => {
            if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`))
            let events = 0
            let show: (at: number) => void = () => {}
            const shown = new Promise<number>((done) => {
              show = done
            })
            response.on('error', () => {})
            response.on('data', async (part: Buffer) => {
              const before = events
              events += String(part).match(/event: changed/g)?.length ?? 0
              if (before === 0) resolve({ shown, close: () => sent.destroy() })
              if (events < 2) return
              const answer = await sender.send({ path: `/intervisie/${id}/live`, cookie })
              if (String(answer.body).includes('1-revealed')) show(performance.now())
            })
          })
          sent.end()
        }),
    ),
  )
}

const agent = new Agent({ maxSockets: Infinity })

function report(large: Found, many: Found): void {
  const row = (name: string, { p50, p95, p99, turnings, done }: Found) => ({
    '': name,
    turnings: String(turnings),
    'pages brought up to date': String(done),
    'p50 ms': ms(p50),
    'p95 ms': ms(p95),
    'p99 ms': ms(p99),
    [`p95 / ${limit} ms`]: ratio(p95 / limit),
  })
  printTable('Intervision: from the click to the cards on everybody’s screen', [
    row('one table of 30', large),
    row('200 tables of 3 within 10 s', many),
  ])
  printAims('Intervision', [
    {
      aim: `30 people have the turned cards within ${limit} ms at p95`,
      found: `${ms(large.p95)} ms`,
      met: large.p95 <= limit,
    },
    {
      aim: `200 tables at once: the same`,
      found: `${ms(many.p95)} ms`,
      met: many.p95 <= limit,
    },
    {
      aim: 'nobody is missed',
      found: `${large.missed + many.missed} missed`,
      met: large.missed + many.missed === 0,
    },
  ])
}
