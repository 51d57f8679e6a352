import { calendarReader, loadDaysOff, schoolCalendarOf } from '#capabilities/calendar/index.ts'
import { aDesk, aSchool as aSchoolWithCases } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { ProtocolDesk } from './desk.ts'
import { asRead } from './edition-print.ts'
import { startDraft } from './keep-draft.ts'
import { putInForce } from './put-in-force.ts'
import { readDraft } from './read-editions.ts'
import { loadProtocols } from './read-protocols.ts'

/** For tests: the real parts of this capability on a test house. */
export function aProtocolDesk(house: TestHouse): ProtocolDesk {
  const { knowledgeFolder } = readConfig({})
  const cases = aDesk(house)
  const { knowledge } = cases.recording
  return {
    keyring: house.keyring,
    knowledge,
    protocols: loadProtocols(knowledgeFolder, knowledge),
    schoolCalendar: calendarReader(knowledgeFolder),
    workingDays: schoolCalendarOf(loadDaysOff(knowledgeFolder), []),
    colleagues: cases.colleagues,
    namesOf: cases.namesOf,
    cases,
  }
}

export const aSchool = aSchoolWithCases

/** Everything a person may do as one word: `await does(coordinator, (work) => …)`. */
export const doing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]): Promise<T> =>
    house.inTransaction(actor, 'follow-up-cases', verb)

/** A school that put the worked example in force as it is; answers the id of the edition. */
export async function anEdition(
  house: TestHouse,
  desk: ProtocolDesk,
  editor: PersonActor,
): Promise<string> {
  const does = doing(house)
  await does(editor, (work) => startDraft(work, desk))
  const draft = await does(editor, (work) => readDraft(work, desk))
  if (!draft) throw new Error('There is no draft.')
  const read = asRead(draft)
  await does(editor, (work) => putInForce(work, desk, read))
  return read.draft
}
