import { aRecording } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Contribution } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import type { Move } from './intervision.ts'
import { joinIntervision } from './join-intervision.ts'
import { moveOn } from './move-on.ts'
import { type ReadIntervision, readIntervision } from './read-intervision.ts'
import { type NewIntervision, startIntervision } from './start-intervision.ts'
import { takeAway } from './take-away.ts'
import { addContribution } from './write-contribution.ts'

/** For tests: the real parts of this capability on a test house. */
export function aTableDesk(house: TestHouse): IntervisionDesk {
  const { keyring, knowledge, colleagues, namesOf, tell } = aRecording(house)
  return { keyring, knowledge, colleagues, namesOf, tell, cases: { keyring, tell } }
}

/** Everything a person may do as one word: `await does(mentor, (work) => …)`. */
export const doing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]): Promise<T> =>
    house.inTransaction(actor, 'hold-intervision', verb)

/** What people do at a table, each in a transaction of their own. */
export function atTable(house: TestHouse, desk: IntervisionDesk) {
  const does = doing(house)
  const read = (who: PersonActor, id: string): Promise<ReadIntervision> =>
    does(who, (work) => readIntervision(work, desk, id))
  return {
    does,
    read,
    start: (who: PersonActor, change: Partial<NewIntervision> = {}) =>
      does(who, (work) =>
        startIntervision(work, desk, {
          method: 'niet-pluis',
          about: 'pupil',
          topic: 'Nieuwe spullen en veel weg',
          key: newId(),
          ...change,
        }),
      ),
    takeAway: (who: PersonActor, id: string, { personId }: PersonActor) =>
      does(who, (work) => takeAway(work, desk, id, personId)),
    join: (who: PersonActor, code: string) =>
      does(who, (work) => joinIntervision(work, desk, code)),
    /** one move from wherever it stands now */
    move: async (who: PersonActor, id: string, act: Exclude<Move, 'end'>, from?: string) => {
      const place = from ?? (await read(who, id)).place
      await does(who, (work) => moveOn(work, desk, id, { act, from: place }))
    },
    write: (
      who: PersonActor,
      id: string,
      phase: string,
      contribution: Contribution,
      key: string = newId(),
    ) => does(who, (work) => addContribution(work, desk, id, { phase, contribution, key })),
  }
}

/** A table with these colleagues, begun; the first facilitates. Answers its id. */
export async function aTable(
  house: TestHouse,
  desk: IntervisionDesk,
  [facilitator, ...others]: readonly [PersonActor, ...PersonActor[]],
  change: Partial<NewIntervision> = {},
): Promise<string> {
  const table = atTable(house, desk)
  const id = await table.start(facilitator, change)
  const { code = '' } = await table.read(facilitator, id)
  for (const other of others) await table.join(other, code)
  await table.move(facilitator, id, 'begin')
  return id
}

export const aThought = (text: string): Contribution => ({ kind: 'thought', text })

export const anExplanation = (text: string, innocent: boolean): Contribution => ({
  kind: 'explanation',
  text,
  innocent,
})
