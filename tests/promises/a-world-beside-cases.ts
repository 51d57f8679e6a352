import {
  aConversationDesk,
  aHeld,
  aPrepared,
  aShown,
} from '#capabilities/conversations/a-conversation.ts'
import { aTableDesk, aThought, atTable } from '#capabilities/intervision/an-intervision.ts'
import { anEdition, aProtocolDesk } from '#capabilities/protocols/a-protocol.ts'
import { startDrill, startRun } from '#capabilities/protocols/start-run.ts'
import { anOffer, aSupportDesk, someWords } from '#capabilities/support/a-placement.ts'
import { withdrawOffer } from '#capabilities/support/change-offer.ts'
import { proposePlacement } from '#capabilities/support/propose-placement.ts'
import { publishOffer } from '#capabilities/support/publish-offer.ts'
import type { Work } from '#platform/work.ts'
import type { TestApp } from '#tests/an-app.ts'
import type { WorldCase } from './a-case-world.ts'
import type { Inhabitant } from './a-random-world.ts'
import { followsUpAtAll, worksWithPupils } from './who-may.ts'
import { type BesideKind, saysWhatIsOnOffer } from './who-may-beside-cases.ts'

/** Something that people work on beside the line of a case, or in no case at all. */
export type Beside = {
  readonly kind: BesideKind
  readonly id: string
  /** nothing for a drill, an offer and a table */
  readonly on?: WorldCase
  /** with which a table is joined */
  readonly code?: string
  /** the words of everybody's card at a table */
  readonly cards?: ReadonlyMap<string, string>
}

const inWords = { language: 'nl' } as const
const turnOf = <T>(all: readonly T[], number: number): T => all[number % all.length] as T

/** The real parts, read from their files once. */
export type Makers = ReturnType<typeof makers>

export function makers({ house }: TestApp) {
  const does = <T>(who: Inhabitant, verb: (work: Work) => Promise<T>) =>
    house.inTransaction(who.actor, 'follow-up-cases', verb)
  return {
    house,
    does,
    table: atTable(house, aTableDesk(house)),
    talks: aConversationDesk(house),
    support: aSupportDesk(house),
    protocols: aProtocolDesk(house),
  }
}

const hasProtocol = ({ kind }: Inhabitant): boolean => kind.endsWith('-school')

const withProtocol = (people: readonly Inhabitant[]): readonly Inhabitant[] => {
  const firsts = new Map(
    people
      .filter((one) => followsUpAtAll(one) && hasProtocol(one))
      .toReversed()
      .map((one) => [one.organisation, one]),
  )
  return [...firsts.values()]
}

/** Each school puts its protocol in force and practises with it; a municipality has none. */
export async function protocolsInForce(
  { house, does, protocols }: Makers,
  people: readonly Inhabitant[],
): Promise<Beside[]> {
  const drills: Beside[] = []
  for (const who of withProtocol(people)) {
    await anEdition(house, protocols, who.actor)
    const begun = { drill: 'two-phones', minutesPerDay: 1, ...inWords }
    for (let count = 0; count < 3; count += 1) {
      const id = await does(who, (work) => startDrill(work, protocols, begun))
      drills.push({ kind: 'drill', id })
    }
  }
  return drills
}

/** In a case: a conversation as far as chance took it, a proposal of help, and sometimes a run. */
export async function besideCase(
  { house, does, talks, support, protocols }: Makers,
  on: WorldCase,
  { by, inside, number }: { by: Inhabitant; inside: readonly Inhabitant[]; number: number },
): Promise<Beside[]> {
  const writer = turnOf(inside, number)
  const holderId = turnOf(inside, number + 1).person
  const talk = [
    () => aPrepared(house, talks, writer.actor, on.id, { holderId }),
    () => aHeld(house, talks, writer.actor, on.id),
    () => aShown(house, talks, writer.actor, on.id),
  ]
  const { id: conversation } = await turnOf(talk, number)()
  const help = { intervention: 'alleen-jij-bepaalt', offerId: undefined, words: someWords() }
  const placement = await does(by, (work) =>
    proposePlacement(work, support, on.id, { ...help, ...inWords }),
  )
  const made: Beside[] = [
    { kind: 'conversation', id: conversation, on },
    { kind: 'placement', id: placement, on },
  ]
  if (number % 2 === 1 || !hasProtocol(by)) return made
  const run = await does(by, (work) => startRun(work, protocols, on.id, inWords))
  return [...made, { kind: 'run', id: run, on }]
}

/** What is on offer, and tables: before they begin, in silence, turned and ended. */
export async function besideNoCase(
  { house, does, support, table }: Makers,
  people: readonly Inhabitant[],
): Promise<Beside[]> {
  const made: Beside[] = []
  for (const who of people.filter(saysWhatIsOnOffer)) {
    for (const about of ['Met ouders samen.', 'Teruggenomen.']) {
      await does(who, (work) => publishOffer(work, support.catalogue, anOffer({ about })))
      const { rows } = await house.pool.query(
        'select id from help_offer where published_by = $1 order by id desc limit 1',
        [who.person],
      )
      const id = String(rows[0]?.id)
      if (about === 'Teruggenomen.') await does(who, (work) => withdrawOffer(work, id))
      made.push({ kind: 'offer', id })
    }
  }
  const workers = people.filter(worksWithPupils)
  for (const [number, facilitator] of workers.entries()) {
    if (number % 2 === 0) made.push(await aTableOf(table, facilitator, workers, number / 2))
  }
  return made
}

async function aTableOf(
  table: Makers['table'],
  facilitator: Inhabitant,
  workers: readonly Inhabitant[],
  number: number,
): Promise<Beside> {
  const id = await table.start(facilitator.actor)
  const { code = '' } = await table.read(facilitator.actor, id)
  const colleagues = workers.filter(
    (one) => one.organisation === facilitator.organisation && one !== facilitator,
  )
  const others = [turnOf(colleagues, number), turnOf(colleagues, number + 3)]
  for (const other of others) await table.join(other.actor, code)
  const cards = new Map<string, string>()
  if (number % 4 > 0) {
    await table.move(facilitator.actor, id, 'begin')
    await table.move(facilitator.actor, id, 'next')
    for (const [place, one] of [facilitator, ...others].entries()) {
      const text = `Kaart ${number}-${place} van iemand`
      cards.set(one.person, text)
      await table.write(one.actor, id, 'viewpoints', aThought(text))
    }
  }
  if (number % 4 === 2) await table.move(facilitator.actor, id, 'reveal')
  return { kind: 'table', id, code, cards }
}
