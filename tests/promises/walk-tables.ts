import { someWords } from '#capabilities/round-tables/a-table.ts'
import { seats } from '#capabilities/round-tables/access.ts'
import { agreeOn } from '#capabilities/round-tables/agree-on.ts'
import { conveneTable } from '#capabilities/round-tables/convene-table.ts'
import { endTable } from '#capabilities/round-tables/end-table.ts'
import { followAgreement } from '#capabilities/round-tables/follow-agreement.ts'
import { takeBack } from '#capabilities/round-tables/take-back.ts'
import { takeSeat } from '#capabilities/round-tables/take-seat.ts'
import { writeForTable } from '#capabilities/round-tables/write-for-table.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import type { Happening, WorldBetween } from './a-world-between.ts'
import { anyoneAt, type File, fileOf, inDays, language, send, words } from './walk-sending.ts'

export const convened: Happening = async (world) => {
  const actor = world.chance.one(
    world.organisationsOf('secondary-school', 'municipality').flatMap(world.staffOf),
  )
  if (!actor) return
  const others = world.organisations.filter(({ id }) => id !== actor.organisationId)
  const invited = world.chance.some(others, 4).flatMap(({ id, kind }) => {
    const role = world.chance.one(seats[kind] ?? [])
    return role ? [{ party: id, role }] : []
  })
  const own = world.cases.filter(({ organisation }) => organisation === actor.organisationId)
  const caseId = world.chance.in100(50) ? world.chance.one(own)?.id : undefined
  const aim = world.chance.one(['help', 'protect']) ?? 'help'
  const word = world.words.at('nowhere')
  const made = await world.attempt(actor, (work) =>
    conveneTable(work, world.desks.tables, {
      ...{ invited, aim, day: inDays(world, 1 + world.chance.number(20)), caseId, seen: [] },
      words: someWords({ question: `Wie kan wat doen, ${word}?` }),
    }),
  )
  if (!made || !('id' in made)) return
  world.words.lies(word, `table:${made.id}`)
  world.tables.push({ organisation: actor.organisationId, id: made.id })
  await world.desks.carry()
}

/** A table, and somebody of an organisation that sits there in whatever state. */
async function atSomeTable(world: WorldBetween) {
  const table = world.chance.one(world.tables)
  if (!table) return undefined
  const { rows } = await world.house.pool.query(
    'select party_id as party from round_table_seat where table_id = $1 and organisation_id = $2',
    [table.id, table.organisation],
  )
  const parties = world.organisations.filter(({ id }) => rows.some(({ party }) => party === id))
  const party = world.chance.one(parties)?.id
  const actor = world.chance.one(world.staffOf(party))
  return actor && { table, actor, parties }
}

export const seated: Happening = async (world) => {
  const at = await atSomeTable(world)
  const act = world.chance.one(['join', 'join', 'join', 'join', 'decline', 'leave'] as const)
  if (!at || !act) return
  await world.attempt(at.actor, (work) => takeSeat(work, world.desks.tables, at.table.id, act))
}

type Bringing = {
  readonly by: PersonActor
  readonly tableId: string
  readonly to: Pick<PersonActor, 'organisationId' | 'organisationKind'>
  readonly role: Role
}

/** Written down for a table, and brought from there to one that sits there. */
export async function deliverTo(
  world: WorldBetween,
  { by, tableId, to, role }: Bringing,
  file: File = { kind: 'round-table', fileId: tableId },
): Promise<void> {
  const word = world.words.at(`written:${tableId}:${by.organisationId}`)
  const fact = { kind: 'fact', text: `Gezien: ${word}.`, source: 'een mentor' } as const
  await world.attempt(by, (work) =>
    writeForTable(work, world.desks.tables, tableId, { ...fact, moment: '', beside: [] }),
  )
  const { rows } = await world.house.pool.query(
    'select aim from round_table where organisation_id = $1 and id = $2',
    [by.organisationId, tableId],
  )
  const party = { id: to.organisationId, kind: to.organisationKind, role }
  const at = { kind: 'round-table', id: tableId } as const
  for (const { aim } of rows) await send(world, by, { file, to: party, aim, at })
}

export const brought: Happening = async (world) => {
  const at = await atSomeTable(world)
  const other = at?.parties.filter(({ id }) => id !== at.actor.organisationId)
  const party = other && world.chance.one(other)
  if (!at || !party) return
  const { table, actor } = at
  const { rows } = await world.house.pool.query(
    'select role from round_table_seat where organisation_id = $1 and table_id = $2 and party_id = $3',
    [actor.organisationId, table.id, party.id],
  )
  const to = { organisationId: party.id, organisationKind: party.kind }
  const file = world.chance.in100(50) ? undefined : fileOf(world, actor)
  for (const { role } of rows) {
    await deliverTo(world, { by: actor, tableId: table.id, to, role }, file)
  }
}

export const agreed: Happening = async (world) => {
  const at = await atSomeTable(world)
  const convener = anyoneAt(world, at?.table)
  if (!at || !convener) return
  const { table, actor } = at
  const owner = actor.organisationId
  const word = world.words.at(`agreed:${table.id}:${table.organisation}`)
  const text = `Iemand belt: ${word}.`
  const done = await world.attempt(convener, (work) =>
    agreeOn(work, world.desks.tables, table.id, {
      ...{ owner, text, due: inDays(world, 5), road: '', answers: {}, language, seen: [] },
    }),
  )
  if (done === undefined) world.words.lies(word, `agreed:${table.id}:${owner}`)
}

export const followed: Happening = async (world) => {
  const at = await atSomeTable(world)
  if (!at) return
  const { table, actor } = at
  const { rows } = await world.house.pool.query(
    `select id from round_table_item where organisation_id = $1 and table_id = $2
       and kind = 'agreement' order by number desc limit 3`,
    [actor.organisationId, table.id],
  )
  const item = world.chance.one(rows)
  if (!item) return
  const own = world.cases.filter(({ organisation }) => organisation === actor.organisationId)
  const caseId = world.chance.in100(80) ? world.chance.one(own)?.id : undefined
  const act = world.chance.one(['accept', 'accept', 'accept', 'refuse', 'done'] as const)
  const about = { tableId: table.id, id: item.id }
  await world.attempt(actor, (work) =>
    world.chance.in100(10)
      ? takeBack(work, world.desks.tables, about)
      : followAgreement(work, world.desks.tables, about, {
          ...{ act: act ?? 'accept', reason: words, language, caseId },
        }),
  )
}

export const tableEnded: Happening = async (world) => {
  const table = world.chance.one(world.tables)
  if (!table || world.chance.in100(50)) return
  const keepUntil = inDays(world, 1 + world.chance.number(20))
  await world.attempt(anyoneAt(world, table), (work) =>
    endTable(work, world.desks.tables, table.id, { keepUntil }),
  )
}
