import { aDesk } from '#capabilities/cases/a-case.ts'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { QuestionWords } from './advice-words.ts'
import { askAdvice, type NewQuestion } from './ask-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { adviceHandlers } from './receive-advice.ts'

/** For tests: the real parts of this capability on a test house. */
export function anAdviceDesk(house: TestHouse): AdviceDesk {
  const cases = aDesk(house)
  const { keyring, tell, colleagues, namesOf } = cases
  return { keyring, tell, colleagues, namesOf, cases }
}

/** The channel between the organisations of a test, with what advice does with messages. */
export const anAdviceChannel = (house: TestHouse, desk: AdviceDesk) =>
  aChannel(house, adviceHandlers(desk))

/** Brings what waits to who it is for, beside a program that may be carrying it too. */
export const carried = (house: TestHouse, desk: AdviceDesk): Promise<void> =>
  carriedBy(house, anAdviceChannel(house, desk))

/** The same with the handlers of another capability. */
export async function carriedBy(
  house: TestHouse,
  channel: ReturnType<typeof aChannel>,
): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    await channel.carry()
    const { rows } = await house.pool.query(
      'select count(*)::int as n from message_channel where last_settled < last_sent',
    )
    if (rows[0]?.n === 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`Something waits for ever: ${channel.failures.at(-1)}.`)
}

/** A question that tells nothing of anybody. */
export const aQuestion = (change: Partial<QuestionWords> = {}): QuestionWords => ({
  topic: 'Een tweede telefoon en veel afwezig',
  situation: 'Een leerling mist lessen en heeft een tweede telefoon.',
  asks: 'Wat kunnen wij zelf doen?',
  ...change,
})

export const sharing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: (work: Work) => Promise<T>): Promise<T> =>
    house.inTransaction(actor, 'share', verb)

/** Asked by this person of this organisation; answers its id. */
export async function asked(
  house: TestHouse,
  desk: AdviceDesk,
  actor: PersonActor,
  to: string,
  change: Partial<NewQuestion> = {},
): Promise<string> {
  const answer = await sharing(house)(actor, (work) =>
    askAdvice(work, desk, { to, words: aQuestion(), seen: [], language: 'nl', ...change }),
  )
  if ('look' in answer) throw new Error(`To look at first: ${JSON.stringify(answer.look)}`)
  return answer.id
}
