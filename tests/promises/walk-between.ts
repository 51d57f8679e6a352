import { aQuestion } from '#capabilities/advice/an-advice.ts'
import { askAdvice } from '#capabilities/advice/ask-advice.ts'
import { closeAdvice } from '#capabilities/advice/close-advice.ts'
import { giveAdvice } from '#capabilities/advice/give-advice.ts'
import { takeUpAdvice } from '#capabilities/advice/take-up-advice.ts'
import { answersOn, someWords } from '#capabilities/round-tables/a-table.ts'
import { seats } from '#capabilities/round-tables/access.ts'
import { agreeOn } from '#capabilities/round-tables/agree-on.ts'
import { conveneTable } from '#capabilities/round-tables/convene-table.ts'
import { endTable } from '#capabilities/round-tables/end-table.ts'
import { followAgreement } from '#capabilities/round-tables/follow-agreement.ts'
import { takeBack } from '#capabilities/round-tables/take-back.ts'
import { takeSeat } from '#capabilities/round-tables/take-seat.ts'
import { writeForTable } from '#capabilities/round-tables/write-for-table.ts'
import { recallDisclosure, replyToQuestion } from '#capabilities/sharing/after-delivery.ts'
import { keepConsultation, sendConsultation } from '#capabilities/sharing/answer-consultation.ts'
import { answerInWords } from '#capabilities/sharing/answer-in-words.ts'
import { answerReceived, takeReceived } from '#capabilities/sharing/answer-received.ts'
import { checkDisclosure, deliverDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import {
  beginDisclosure,
  decideNotToShare,
  keepDraft,
} from '#capabilities/sharing/draft-disclosure.ts'
import type { At } from '#capabilities/sharing/occasion.ts'
import { readChoices } from '#capabilities/sharing/read-disclosure.ts'
import { readReceived } from '#capabilities/sharing/received.ts'
import { roadsBetween } from '#capabilities/sharing/road.ts'
import type { FileKind } from '#capabilities/sharing/shareable-fact.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Happening, Ref, WorldBetween } from './a-world-between.ts'

const language = 'nl'
const words = 'Een verzonnen zin.'

const inDays = ({ house }: WorldBetween, days: number): string =>
  dutchDay(house.clock().add({ hours: 24 * days }))

const anyoneAt = ({ chance, staffOf }: WorldBetween, ref: Ref | undefined) =>
  chance.one(staffOf(ref?.organisation))

/** Somebody of another organisation, to whom something goes in one of their roles. */
function somebodyElse(world: WorldBetween, than: PersonActor) {
  const others = world.organisations.filter(({ id }) => id !== than.organisationId)
  const to = world.chance.one(others)
  const role = world.chance.one(world.staffOf(to?.id).flatMap(({ roles }) => roles))
  return to && role ? { ...to, role } : undefined
}

type File = { readonly kind: FileKind; readonly fileId: string }

/** A file where they work, whether they may share from it or not. */
function fileOf(world: WorldBetween, { organisationId }: PersonActor): File | undefined {
  const own = ({ organisation }: Ref) => organisation === organisationId
  const police = { arrest: 'suspect-file', protection: 'victim-file' } as const
  return world.chance.one<File>([
    ...world.files.filter(own).map(({ kind, id }) => ({ kind: police[kind], fileId: id })),
    ...world.dossiers.filter(own).map(({ id }) => ({ kind: 'dossier' as const, fileId: id })),
    ...world.cases.filter(own).map(({ id }) => ({ kind: 'case' as const, fileId: id })),
  ])
}

type Sending = {
  readonly file: File
  readonly to: {
    readonly id: string
    readonly kind: PersonActor['organisationKind']
    readonly role: Role
  }
  readonly aim: string
  readonly at?: At
  readonly asks?: boolean
}

/**
 * Begun from a file, with what chance chose of it, along a road when there is one; then delivered when it can be.
 * Answers whether it was begun.
 */
async function send(world: WorldBetween, by: PersonActor, sending: Sending): Promise<boolean> {
  const { file, to, aim, at, asks = false } = sending
  const { sharing } = world.desks
  const on = at ? { on: { at, to: to.id } } : {}
  const begun = { ...file, language, key: newId(), asks, ...on } as const
  const id = await world.attempt(by, (work) => beginDisclosure(work, sharing, begun))
  if (!id) return false
  world.sent.push({ organisation: by.organisationId, id })
  const which = { id, language } as const
  const choices = await world.attempt(by, (work) => readChoices(work, sharing, which))
  const roads = roadsBetween(sharing.law, { actor: by, to, aim, on: dutchDay(world.house.clock()) })
  const road = world.chance.one(roads)
  const fit = (choices?.facts ?? []).filter(({ kind }) => road?.facts.includes(kind) ?? true)
  const chosen = world.chance.some(fit, 3)
  await world.attempt(by, (work) =>
    keepDraft(work, sharing, which, {
      ...{ refs: chosen.map(({ ref }) => ref), aim, question: words },
      ...(road ? { road: road.id, answers: answersOn(sharing, road.id) } : {}),
      ...(at
        ? {}
        : { toId: to.id, toRole: to.role, endOn: inDays(world, 5 + world.chance.number(90)) }),
    }),
  )
  for (const { text } of chosen) {
    for (const word of world.words.in(text)) world.words.lies(word, `sent:${id}`)
  }
  if (!at && world.chance.in100(15)) return true
  const hash = await world.attempt(by, async (work) => {
    const { composed } = await checkDisclosure(work, sharing, which)
    return composed.ok ? composed.hash : undefined
  })
  if (hash) {
    const seen = { hash, key: newId() }
    await world.attempt(by, (work) => deliverDisclosure(work, sharing, which, seen))
  }
  return true
}

/** Somebody of an organisation that chance chose: no organisation does more because more people work there. */
const anybody = ({ chance, organisations, staffOf }: WorldBetween) =>
  chance.one(staffOf(chance.one(organisations)?.id))

type Way = Pick<Sending, 'to' | 'aim'>

/** Everybody to whom this person may bring something along some line, each with an aim. */
function waysOf(world: WorldBetween, by: PersonActor): readonly Way[] {
  const { law } = world.desks.sharing
  const on = dutchDay(world.house.clock())
  const others = world.organisations.filter(({ id }) => id !== by.organisationId)
  return others.flatMap((party) =>
    [...new Set(world.staffOf(party.id).flatMap(({ roles }) => roles))].flatMap((role) => {
      const to = { ...party, role }
      const open = ({ id: aim }: { id: string }) =>
        roadsBetween(law, { actor: by, to, aim, on }).length > 0
      return law.sharing.aims.filter(open).map(({ id: aim }) => ({ to, aim }))
    }),
  )
}

/** From a file that chance chose, by the first of some who may. */
const delivered: Happening = async (world) => {
  const first = anybody(world)
  const file = first && fileOf(world, first)
  if (!file) return
  for (const by of world.chance.some(world.staffOf(first.organisationId), 5)) {
    const stray = somebodyElse(world, by)
    const way = world.chance.one(waysOf(world, by))
    const { to, aim } = way && world.chance.in100(90) ? way : { to: stray, aim: 'help' }
    if (to && (await send(world, by, { file, to, aim }))) return
  }
}

const expertAsked: Happening = async (world) => {
  const asking = world.chance.one(world.organisationsOf('police', 'prosecution', 'prosecution'))
  const [id = ''] = world.organisationsOf('expert-group')
  const to = { id, kind: 'expert-group', role: 'expert' } as const
  for (const by of world.chance.some(world.staffOf(asking), 4)) {
    const file = fileOf(world, by)
    if (file && (await send(world, by, { file, to, aim: 'investigate', asks: true }))) return
  }
}

type ReceivedRef = Ref & { readonly disclosure: string }

/** Something that arrived somewhere; mostly one that stands like this, now and then any other. */
async function somethingReceived(
  world: WorldBetween,
  mostly: 'delivered' | 'accepted',
): Promise<ReceivedRef | undefined> {
  const { rows } = await world.house.pool.query(
    'select organisation_id as organisation, id, disclosure_id as disclosure, state from received_disclosure',
  )
  const inOrder = world.sent.flatMap(({ id }) => rows.filter((row) => row.disclosure === id))
  const usual = inOrder.filter(({ state }) => state === mostly)
  return world.chance.one(world.chance.in100(85) ? usual : inOrder)
}

const answered: Happening = async (world) => {
  const one = await somethingReceived(world, 'delivered')
  const act = world.chance.one(['accept', 'accept', 'accept', 'return', 'decline'] as const)
  if (!one || !act) return
  await world.attempt(anyoneAt(world, one), (work) =>
    answerReceived(work, world.desks.sharing, one.id, { act, words }),
  )
}

const taken: Happening = async (world) => {
  const one = await somethingReceived(world, 'accepted')
  const actor = anyoneAt(world, one)
  if (!one || !actor) return
  const { sharing } = world.desks
  const read = await world.attempt(actor, (work) =>
    readReceived(work, sharing, { id: one.id, language }),
  )
  const fact = world.chance.one(read?.body?.facts ?? [])
  // Also into a file that is not theirs.
  const wrong = fileOf(world, actor)
  const stray = wrong && { kind: wrong.kind, id: wrong.fileId }
  const file = world.chance.one(read?.files ?? []) ?? stray
  const chosen = world.chance.in100(15) ? stray : file
  if (!fact || !chosen) return
  const { kind, id } = chosen
  const done = await world.attempt(actor, (work) =>
    takeReceived(work, sharing, one.id, { itemId: fact.id, file: { kind, id }, language }),
  )
  if (!done) return
  const { organisation } = one
  world.takes.push({ organisation, id: one.id, item: fact.id, file: { kind, id } })
  for (const word of world.words.in(fact.text)) world.words.lies(word, `${kind}:${id}`)
}

const followedUp: Happening = async (world) => {
  const one = world.chance.one(world.sent)
  if (!one) return
  const { sharing } = world.desks
  const which = { id: one.id, language } as const
  const act = world.chance.number(4)
  await world.attempt(anyoneAt(world, one), async (work) => {
    if (act === 0) await decideNotToShare(work, sharing, which, { reasons: words })
    else if (act === 1) await replyToQuestion(work, sharing, which, { words })
    else await recallDisclosure(work, sharing, which, { because: 'mistake', words })
  })
}

const consulted: Happening = async (world) => {
  const one = await somethingReceived(world, 'accepted')
  const actor = anyoneAt(world, one)
  if (!one || !actor) return
  const { sharing, answerForms } = world.desks
  const word = world.words.at(`answer:${one.id}:${actor.personId}`)
  const typed = { capacity: 'expert', words: `Ik denk: ${word}.` }
  for (const form of answerForms) {
    await world.attempt(actor, (work) =>
      keepConsultation(work, sharing, { id: one.id, form }, { ...typed, conclusion: typed.words }),
    )
  }
  if (world.chance.in100(50)) return
  const sent = await world.attempt(actor, async (work) => {
    await sendConsultation(
      work,
      sharing,
      { id: one.id, form: answerInWords },
      { words: typed, body: ({ disclosure, by }) => ({ disclosure, by, ...typed }) },
    )
    return true
  })
  if (!sent) return
  const { rows } = await world.house.pool.query(
    'select file_kind as kind, file_id as id from disclosure where id = $1',
    [one.disclosure],
  )
  for (const { kind: fileKind, id } of rows) world.words.lies(word, `${fileKind}:${id}`)
}

const convened: Happening = async (world) => {
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

const seated: Happening = async (world) => {
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

const brought: Happening = async (world) => {
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

const agreed: Happening = async (world) => {
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

const followed: Happening = async (world) => {
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

const tableEnded: Happening = async (world) => {
  const table = world.chance.one(world.tables)
  if (!table || world.chance.in100(50)) return
  const keepUntil = inDays(world, 1 + world.chance.number(20))
  await world.attempt(anyoneAt(world, table), (work) =>
    endTable(work, world.desks.tables, table.id, { keepUntil }),
  )
}

const adviceAsked: Happening = async (world) => {
  const by = anybody(world)
  const to = by && somebodyElse(world, by)
  if (!by || !to) return
  const own = world.cases.filter(({ organisation }) => organisation === by.organisationId)
  const caseId = world.chance.in100(50) ? world.chance.one(own)?.id : undefined
  const word = world.words.at('nowhere')
  const question = aQuestion({ situation: `Een leerling mist lessen, ${word}.` })
  const made = await world.attempt(by, (work) =>
    askAdvice(work, world.desks.advice, { to: to.id, words: question, seen: [], language, caseId }),
  )
  if (!made || !('id' in made)) return
  world.words.lies(word, `question:${made.id}`)
  world.questions.push({ organisation: by.organisationId, id: made.id })
}

const adviceMoved: Happening = async (world) => {
  const one = world.chance.one(world.questions)
  if (!one) return
  const { rows } = await world.house.pool.query(
    'select organisation_id as organisation from advice_question where id = $1 order by side desc',
    [one.id],
  )
  const { advice } = world.desks
  const there = world.chance.one(world.staffOf(rows[0]?.organisation))
  const text = `dat kan, ${world.words.at(`question:${one.id}`)}`
  await world.attempt(there, (work) => takeUpAdvice(work, advice, one.id))
  await world.attempt(there, (work) =>
    giveAdvice(work, advice, one.id, { act: 'answer', text, seen: [] }),
  )
  if (world.chance.in100(60)) return
  const outcome = `gedaan, ${world.words.at(`outcome:${one.id}:${one.organisation}`)}`
  await world.attempt(anyoneAt(world, one), (work) =>
    closeAdvice(work, advice, one.id, { outcome, told: '', seen: [], language }),
  )
}

const often = (happen: Happening, times: number): readonly Happening[] => Array(times).fill(happen)

/** What goes from one organisation to another. */
export const happenBetween: readonly Happening[] = [
  ...often(delivered, 10),
  ...often(expertAsked, 3),
  ...often(answered, 6),
  ...often(taken, 6),
  ...[followedUp, followedUp, consulted, consulted],
  ...often(convened, 3),
  ...often(seated, 6),
  ...often(brought, 5),
  ...[agreed, agreed, followed, followed, followed, tableEnded],
  ...[adviceAsked, adviceAsked, adviceMoved, adviceMoved],
]
