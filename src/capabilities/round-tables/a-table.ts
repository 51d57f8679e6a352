import assert from 'node:assert/strict'
import { anAdviceDesk, carriedBy, sharing } from '#capabilities/advice/an-advice.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import { aSharingDesk, deliver } from '#capabilities/sharing/a-disclosure.ts'
import type { SharingDesk } from '#capabilities/sharing/desk.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import { answerHandlers } from '#capabilities/sharing/hear-answers.ts'
import type { MessageHandler } from '#capabilities/sharing/message-handler.ts'
import { receivingHandlers } from '#capabilities/sharing/receive-disclosure.ts'
import type { FileKind } from '#capabilities/sharing/shareable-fact.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { agreeOn, type NewAgreement } from './agree-on.ts'
import { conveneTable } from './convene-table.ts'
import type { TableDesk } from './desk.ts'
import { endTable } from './end-table.ts'
import { tableSource } from './fact-source.ts'
import { followAgreement } from './follow-agreement.ts'
import { tableHandlers } from './handlers.ts'
import { tableOccasion } from './occasion.ts'
import { readTable } from './read-table.ts'
import type { AgreementAct, SeatAct } from './round-table.ts'
import type { TableWords, WrittenFact } from './table-words.ts'
import { takeSeat } from './take-seat.ts'
import { writeForTable } from './write-for-table.ts'

export { sharing }

/** For tests: the real parts of this capability on a test house. */
export const aTableDesk = (house: TestHouse): TableDesk => ({
  ...anAdviceDesk(house),
  law: loadLaw(readConfig({}).knowledgeFolder),
})

/** Deliveries that know of tables, as the program has them. */
function aSharingDeskAtTables(house: TestHouse, desk: TableDesk): SharingDesk {
  const plain = aSharingDesk(house)
  const sources = [...plain.sources, tableSource(desk)]
  return { ...plain, law: desk.law, sources, occasions: [tableOccasion()] }
}

/** `around`: what a test puts around each handler. */
export function aTableChannel(
  house: TestHouse,
  desk: TableDesk,
  around: (handler: MessageHandler) => MessageHandler = (handler) => handler,
) {
  const deliveries = aSharingDeskAtTables(house, desk)
  const handlers = [
    ...tableHandlers(desk),
    ...receivingHandlers(deliveries),
    ...answerHandlers(deliveries),
  ]
  return aChannel(house, handlers.map(around))
}

export const carriedTables = (house: TestHouse, desk: TableDesk): Promise<void> =>
  carriedBy(house, aTableChannel(house, desk))

export const someWords = (change: Partial<TableWords> = {}): TableWords => ({
  question: 'Wie kan wat doen voor een leerling die lessen mist?',
  agenda: 'Wat is er gezien; wie doet wat.',
  place: 'Bij de gemeente, om tien uur.',
  ...change,
})

/** Answers every condition of a road so that it is open. */
export function answersOn({ law }: Pick<TableDesk, 'law'>, road: string): Record<string, string> {
  const line = law.sharing.findLine(road)
  assert.ok(line, road)
  return Object.fromEntries(
    law.sharing
      .questionsOf(line)
      .map((question) => [
        question.id,
        question.answer === 'yes-no'
          ? 'yes'
          : question.answer === 'words'
            ? 'Daarom.'
            : (question.choices.find(({ id }) => !question.forbids?.includes(id))?.id ?? ''),
      ]),
  )
}

/** A fact as somebody writes it down for a table. */
const aWritten = (change: Partial<WrittenFact> = {}): WrittenFact => ({
  kind: 'fact',
  text: 'Twee telefoons.',
  source: 'een mentor, zelf gezien',
  moment: 'in de pauze',
  beside: ['Een gevonden telefoon.'],
  ...change,
})

export const refused = (kind: string, because: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && error.because === because

/** The day on which tables of tests meet. */
export const day = '2026-12-01'

/** A school that convenes, three others, one that was not invited; and what each of them does. */
export async function aWorldOfTables(house: TestHouse) {
  const desk = aTableDesk(house)
  const deliveries = aSharingDeskAtTables(house, desk)
  const channel = aTableChannel(house, desk)
  const one = await house.anOrganisation()
  const of = async (kind: Parameters<TestHouse['anOrganisation']>[0], role: Role) => {
    const id = await house.anOrganisation(kind, `Een ${kind} (verzonnen)`)
    return house.aPerson(id, [role], `Iemand ${role}`)
  }
  const people = {
    school: await house.aPerson(one, ['care-coordinator'], 'Samira Denkbeeld'),
    mentor: await house.aPerson(one, ['mentor'], 'Milan Proefpersoon'),
    town: await of('municipality', 'municipal-coordinator'),
    help: await of('youth-help', 'youth-worker'),
    safe: await of('safe-home', 'safe-home-worker'),
    outsider: await of('municipality', 'municipal-coordinator'),
  }
  const { school, town, help, safe } = people
  const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
    sharing(house)(actor, verb)
  const seatsFor = (actors: readonly PersonActor[]) =>
    actors.map(({ organisationId, roles: [role = 'mentor'] }) => ({ party: organisationId, role }))
  const convene = async (change: Partial<Parameters<typeof conveneTable>[2]> = {}) => {
    const invited = seatsFor([town, help, safe])
    const made = await does(school, (work) =>
      conveneTable(work, desk, {
        ...{ invited, aim: 'help', day, words: someWords(), seen: [], ...change },
      }),
    )
    assert.ok('id' in made)
    return made.id
  }
  const seat = (actor: PersonActor, id: string, act: SeatAct) =>
    does(actor, (work) => takeSeat(work, desk, id, act))
  const read = (actor: PersonActor, id: string) => does(actor, (work) => readTable(work, desk, id))

  /** Begun as the pages do it, from what was written for the table or from another file. */
  const begin = (
    actor: PersonActor,
    id: string,
    to: PersonActor,
    file: { readonly kind: FileKind; readonly fileId: string } = {
      kind: 'round-table',
      fileId: id,
    },
  ) => {
    const on = { at: { kind: 'round-table', id }, to: to.organisationId } as const
    return does(actor, (work) =>
      beginDisclosure(work, deliveries, { ...file, language: 'nl', key: newId(), on }),
    )
  }
  const choose = (actor: PersonActor, draft: string, change: Parameters<typeof keepDraft>[3]) =>
    does(actor, (work) => keepDraft(work, deliveries, { id: draft, language: 'nl' }, change))
  const write = (actor: PersonActor, id: string, change: Partial<WrittenFact> = {}) =>
    does(actor, (work) => writeForTable(work, desk, id, aWritten(change)))

  /** Writes it down, chooses it for one on a road, and delivers it; answers the delivery. */
  const bring = async (
    actor: PersonActor,
    id: string,
    to: PersonActor,
    { road, text }: { readonly road: string; readonly text: string },
  ) => {
    await write(actor, id, { text })
    const { items } = await read(actor, id)
    const last = items.findLast(({ kind }) => kind === 'written')
    const draft = await begin(actor, id, to)
    await choose(actor, draft, {
      ...{ refs: last ? [last.id] : [], road, answers: answersOn(desk, road) },
    })
    await deliver(house, deliveries, actor, draft)
    return draft
  }
  return {
    ...{ desk, deliveries, channel, ...people },
    ...{ does, seatsFor, convene, seat, read, begin, choose, write, bring },

    /** Convened, and everybody takes part. */
    async aTable(change: Partial<Parameters<typeof conveneTable>[2]> = {}) {
      const id = await convene(change)
      await channel.settle()
      for (const actor of [town, help, safe]) await seat(actor, id, 'join')
      await channel.settle()
      return id
    },
    agree: (id: string, owner: PersonActor, change: Partial<NewAgreement> = {}) =>
      does(school, (work) =>
        agreeOn(work, desk, id, {
          ...{ owner: owner.organisationId, text: 'Belt de ouders.', due: day, road: '' },
          ...{ answers: {}, language: 'nl', seen: [], ...change },
        }),
      ),
    async agreementOf(actor: PersonActor, id: string) {
      const item = (await read(actor, id)).items.find(({ kind }) => kind === 'agreement')
      assert.ok(item)
      return item
    },
    follow: (
      actor: PersonActor,
      tableId: string,
      id: string,
      act: AgreementAct,
      change: { readonly reason?: string; readonly caseId?: string } = {},
    ) =>
      does(actor, (work) =>
        followAgreement(
          work,
          desk,
          { tableId, id },
          { act, reason: '', language: 'nl', ...change },
        ),
      ),
    end: (id: string, keepUntil = '2027-01-31') =>
      does(school, (work) => endTable(work, desk, id, { keepUntil })),
    async lettersTo(actor: PersonActor): Promise<readonly string[]> {
      const { rows } = await house.pool.query(
        'select template from outbox where recipient_id = $1 order by id',
        [actor.personId],
      )
      return rows.map(({ template }) => template)
    },
  }
}

export type WorldOfTables = Awaited<ReturnType<typeof aWorldOfTables>>
