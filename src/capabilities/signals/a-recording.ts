import { calendarReader } from '#capabilities/calendar/index.ts'
import { colleaguesWithRole, namesOf } from '#capabilities/identity/index.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { tell } from '#platform/outbox.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Draft } from './draft.ts'
import { loadFirstLook } from './first-look.ts'
import { startDraft } from './keep-draft.ts'
import { recordSignal } from './record-signal.ts'
import type { Recording } from './recording.ts'

const readFiles = () => {
  const { knowledgeFolder } = readConfig({})
  return {
    knowledge: loadKnowledge(knowledgeFolder),
    firstLook: loadFirstLook(knowledgeFolder),
    schoolCalendar: calendarReader(knowledgeFolder),
  }
}

/** What a test file reads once, however many desks it makes. */
let files: ReturnType<typeof readFiles> | undefined

/** For tests: the real parts of this capability on a test house. */
export function aRecording({ keyring }: Pick<TestHouse, 'keyring'>): Recording {
  files ??= readFiles()
  return {
    ...files,
    keyring,
    tell,
    colleagues: (work, roles) => colleaguesWithRole(work, keyring, roles),
    namesOf: (work, ids) => namesOf(work, keyring, ids),
  }
}

/** What a mentor typed about a pupil who does not exist. */
export const aFinishedDraft = (change: Partial<Draft> = {}): Partial<Draft> => ({
  danger: 'no',
  about: 'pupil',
  subject: 'Noor Voorbeeld',
  narrative: 'Noor had vanmiddag twee telefoons en werd opgehaald door een man op een scooter.',
  origin: 'own',
  innocent: 'een oude telefoon voor muziek',
  readers: 'coordinators',
  observations: [{ code: 'TEL-01', answer: 'observed', found: 'recognised' }],
  ...change,
})

/** A signal that this person recorded; answers its id. */
export async function aSignal(
  house: TestHouse,
  recording: Recording,
  reporter: PersonActor,
  change: Partial<Draft> = {},
): Promise<string> {
  const as = <T>(verb: Parameters<typeof house.inTransaction<T>>[2]) =>
    house.inTransaction(reporter, 'recognise-exploitation', verb)
  const id = await as((work) => startDraft(work, recording, aFinishedDraft(change)))
  await as((work) => recordSignal(work, recording, id))
  return id
}

/** A school with everyone a signal can meet, and someone from another school. */
export async function aSchool(house: TestHouse) {
  const school = await house.anOrganisation()
  const elsewhere = await house.anOrganisation('secondary-school', 'De Andere School (verzonnen)')
  return {
    school,
    mentor: await house.aPerson(school, ['mentor'], 'Milan Voorbeeld'),
    colleague: await house.aPerson(school, ['teacher'], 'Tess Voorbeeld'),
    careCoordinator: await house.aPerson(school, ['care-coordinator'], 'Zoë Voorbeeld'),
    safetyCoordinator: await house.aPerson(school, ['safety-coordinator'], 'Vera Voorbeeld'),
    leader: await house.aPerson(school, ['school-leader'], 'Daan Voorbeeld'),
    outsider: await house.aPerson(elsewhere, ['care-coordinator', 'mentor'], 'Olaf Elders'),
  }
}

/** Everything a person may do as one word: `await does(coordinator, (work) => …)`. */
export const doing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]): Promise<T> =>
    house.inTransaction(actor, 'follow-up-signals', verb)

/** The acts in the trail about one signal, without those of writing it down. */
export const actsOn = async (house: TestHouse, organisationId: string, id: string) =>
  (await house.trailOf(organisationId))
    .filter((line) => line.subject === id && !line.act.startsWith('signal.draft'))
    .map((line) => line.act)
