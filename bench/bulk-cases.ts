import { type CaseRole, sameName } from '#capabilities/cases/case-file.ts'
import { caseContext, identityContext, places } from '#capabilities/cases/case-words.ts'
import { blindIndex, sealJson } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { School } from './a-school.ts'
import { narrative } from './drafts.ts'
import type { Program } from './program.ts'

/** Cases in one statement. */
const batch = 500

/** How a case of a school looks: each has the same, so that a page shows as much in every school. */
export type CaseShape = {
  readonly entries: number
  /** the first teacher is in the circle of this many cases, spread over all */
  readonly ofFirstTeacher: number
}

const tasksPerCase = 4
const day = 86_400_000

/**
 * Adds cases that one coordinator opened over the past two years, sealed as the product seals them: who it
 * is about, a question, entries of about 400 signs, tasks of every kind that are late, due or far away, a
 * circle of three of whom one was there before, a role. One in ten is closed. Keys between tables are not
 * checked while loading; they are right. Answers their identifiers, in order.
 */
export async function addCases(
  program: Program,
  school: School,
  count: number,
  shape: CaseShape,
): Promise<string[]> {
  const { pool, keyring, inTransaction } = program
  const system = { kind: 'system', name: 'command-line', organisationId: school.id } as const
  const key = await inTransaction(system, 'maintenance', (work) => keyring.keyOf(work))
  // Only the organisation of a Work is asked for by whoever names what is sealed.
  const seat: Seat = { work: { actor: system } as unknown as Work, key, school, count, shape }
  const client = await pool.connect()
  const ids: string[] = []
  try {
    await client.query(`set session_replication_role = replica`)
    for (let done = 0; done < count; done += batch) {
      const made = Array.from({ length: Math.min(batch, count - done) }, (_, at) =>
        sealedCase(seat, done + at),
      )
      for (const [table, columns] of Object.entries(columnsOf)) {
        const rows = made.flatMap((one) => one[table as TableName])
        await client.query(insertion(table, columns), [
          school.id,
          ...columns.map((_, at) => rows.map((row) => row[at])),
        ])
      }
      ids.push(...made.map(({ id }) => id))
    }
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
  return ids
}

type Seat = {
  readonly work: Work
  readonly key: Buffer
  readonly school: School
  readonly count: number
  readonly shape: CaseShape
}

/** Columns after the organisation, each with its type. */
const columnsOf = {
  case_file:
    'id:uuid code:text state:text coordinator_id:uuid opened_by:uuid opened_at:timestamptz changed_at:timestamptz closed_at:timestamptz outcome:text content_key:bytea content:bytea'.split(
      ' ',
    ),
  case_identity:
    'case_id:uuid content_key:bytea content:bytea name_index:bytea number_index:bytea'.split(' '),
  case_circle:
    'case_id:uuid id:uuid person_id:uuid added_by:uuid added_at:timestamptz ended_at:timestamptz ended_by:uuid case_open:bool reason:bytea'.split(
      ' ',
    ),
  case_entry:
    'case_id:uuid id:uuid kind:text event:text on_line:date written_by:uuid written_at:timestamptz origin:text'.split(
      ' ',
    ),
  case_entry_version:
    'case_id:uuid entry_id:uuid version:int written_by:uuid written_at:timestamptz content:bytea'.split(
      ' ',
    ),
  case_task:
    'id:uuid case_id:uuid owner_id:uuid coordinator_id:uuid clock:text due_on:date state:text made_by:uuid made_at:timestamptz ended_by:uuid ended_at:timestamptz content:bytea'.split(
      ' ',
    ),
  case_role:
    'case_id:uuid id:uuid role:text from_on:date judged_by:uuid judged_at:timestamptz content:bytea'.split(
      ' ',
    ),
} as const satisfies Record<string, readonly string[]>

type TableName = keyof typeof columnsOf
type Row = readonly unknown[]

function insertion(table: string, columns: readonly string[]): string {
  const names = columns.map((one) => one.split(':')[0]).join(', ')
  const given = columns.map((one, at) => `$${at + 2}::${one.split(':')[1]}[]`).join(', ')
  return `insert into ${table} (organisation_id, ${names}) select $1::uuid, * from unnest(${given})`
}

/** One case, with its rows in every table. Times spread over two years by its number. */
function sealedCase(
  { work, key, school, count, shape }: Seat,
  turn: number,
): Record<TableName, Row[]> & { id: string } {
  const id = newId()
  const context = caseContext(work, id)
  const { key: own, wrappedKey } = sealRecord(key, context, null)
  const seal = (place: string, words: unknown) => sealJson(own, words, `${context}:${place}`)
  const name = `Noor Voorbeeld ${turn}`
  const number = String(10_000 + turn)
  const identity = { name, number, group: '3B', born: '2011-05-04', contacts: 'Mies Voorbeeld' }
  const who = sealRecord(key, identityContext(work, id), identity)

  const [coordinator, ...teachers] = [school.coordinators[0], ...school.teachers].map(
    (one) => one?.actor.personId,
  )
  const others = teachers.length - 1
  const spread = Math.max(1, Math.floor(count / shape.ofFirstTeacher))
  const isOfFirst = turn % spread === 0 && turn / spread < shape.ofFirstTeacher
  const mentor = isOfFirst ? teachers[0] : teachers[1 + (turn % others)]
  const before = teachers[1 + ((turn + 7) % others)]
  const third = teachers[1 + ((turn + 13) % others)]

  const now = Date.now()
  const ago = (days: number) => new Date(now - days * day).toISOString()
  const open = turn % 10 !== 9
  const age = ((turn * 7919) % 700) + 30
  const days = (at: number) => Math.max(0, age - at)
  const ended = open ? null : ago(5)

  const entries = Array.from({ length: shape.entries }, (_, at) => ({ at, id: newId() }))
  const members = [
    { person: coordinator, ended: false },
    { person: mentor, ended: false },
    { person: third, ended: false },
    { person: before, ended: true },
  ].map((member) => ({ ...member, id: newId() }))
  const roleId = newId()
  const role: CaseRole = 'exploited'
  return {
    id,
    case_file: [
      [
        ...[id, `C-${id}`, open ? 'open' : 'closed', coordinator, coordinator, ago(age), ago(1)],
        ...[ended, open ? null : 'support-suffices', wrappedKey],
        seal(places.question, { question: 'Gaat het goed met Noor, en wat is er nodig?' }),
      ],
    ],
    case_identity: [
      [
        ...[id, who.wrappedKey, who.sealed],
        blindIndex(key, 'case-name', sameName(name)),
        blindIndex(key, 'case-number', sameName(number)),
      ],
    ],
    case_circle: members.map((member) => [
      ...[id, member.id, member.person, coordinator, ago(age)],
      ...(member.ended ? [ago(2), coordinator] : [null, null]),
      open,
      seal(places.circle(member.id), { text: 'Ziet Noor elke dag.' }),
    ]),
    case_entry: entries.map(({ at, id: entryId }) => [
      ...[id, entryId, at === 0 ? 'event' : 'fact', at === 0 ? 'opened' : null],
      ...[ago(days(at)).slice(0, 10), at % 2 === 0 ? coordinator : mentor, ago(days(at))],
      at === 0 ? null : 'own',
    ]),
    // Opening a case leaves no words on the line.
    case_entry_version: entries
      .slice(1)
      .map(({ at, id: entryId }) => [
        ...[id, entryId, 1, at % 2 === 0 ? coordinator : mentor, ago(days(at))],
        seal(places.entry(entryId, 1), { text: textOf(turn, at), source: 'mentor', moment: '' }),
      ]),
    case_task: Array.from({ length: tasksPerCase }, (_, at) => {
      const taskId = newId()
      const done = !open || at === tasksPerCase - 1
      const due = ago(30 - ((turn * 31 + at * 17) % 90)).slice(0, 10)
      return [
        ...[taskId, id, at % 2 === 0 ? mentor : coordinator, coordinator],
        ...[at === 0 && turn % 10 === 0 ? 'law' : at === 1 ? 'protocol' : 'agreement', due],
        ...[done ? 'done' : 'open', coordinator, ago(age), done ? coordinator : null],
        ...[done ? ago(3) : null, seal(places.task(taskId), { title: 'Bel de moeder van Noor' })],
      ]
    }),
    case_role: [
      [
        ...[id, roleId, role, ago(20).slice(0, 10), coordinator, ago(20)],
        seal(places.role(roleId), { source: 'wijkagent', evidence: 'verklaring', against: 'geen' }),
      ],
    ],
  }
}

/** About 400 signs, with a word of its own that a search can find. */
const textOf = (turn: number, at: number): string =>
  `${narrative.slice(0, 390)} kenmerk${turn}x${at}`
