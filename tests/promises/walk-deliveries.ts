import { recallDisclosure, replyToQuestion } from '#capabilities/sharing/after-delivery.ts'
import { keepConsultation, sendConsultation } from '#capabilities/sharing/answer-consultation.ts'
import { answerInWords } from '#capabilities/sharing/answer-in-words.ts'
import { answerReceived, takeReceived } from '#capabilities/sharing/answer-received.ts'
import { decideNotToShare } from '#capabilities/sharing/draft-disclosure.ts'
import { readReceived } from '#capabilities/sharing/received.ts'
import { roadsBetween } from '#capabilities/sharing/road.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Happening, Ref, WorldBetween } from './a-world-between.ts'
import {
  anybody,
  anyoneAt,
  fileOf,
  language,
  type Sending,
  send,
  somebodyElse,
  words,
} from './walk-sending.ts'

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
export const delivered: Happening = async (world) => {
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

export const expertAsked: Happening = async (world) => {
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

export const answered: Happening = async (world) => {
  const one = await somethingReceived(world, 'delivered')
  const act = world.chance.one(['accept', 'accept', 'accept', 'return', 'decline'] as const)
  if (!one || !act) return
  await world.attempt(anyoneAt(world, one), (work) =>
    answerReceived(work, world.desks.sharing, one.id, { act, words }),
  )
}

export const taken: Happening = async (world) => {
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

export const followedUp: Happening = async (world) => {
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

export const consulted: Happening = async (world) => {
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
