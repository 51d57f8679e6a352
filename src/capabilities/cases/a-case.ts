import { aRecording, aSchool as aSchoolWithSignals } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Identity } from './case-file.ts'
import { addToCircle } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import type { NewEntry } from './entry.ts'
import { openCase } from './open-case.ts'

/** For tests: the real parts of this capability on a test house. */
export function aDesk(house: TestHouse): CaseDesk {
  const recording = aRecording(house)
  const { keyring, tell, colleagues, namesOf } = recording
  return { keyring, tell, colleagues, namesOf, recording }
}

export const aSchool = aSchoolWithSignals

/** A pupil who does not exist. */
export const aPupil = (change: Partial<Identity> = {}): Identity => ({
  name: 'Noor Voorbeeld',
  group: '3B',
  number: '4411',
  born: '2011-05-04',
  contacts: 'Moeder, Mies Voorbeeld',
  ...change,
})

/** Everything a person may do with cases as one word: `await does(coordinator, (work) => …)`. */
export const doing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]): Promise<T> =>
    house.inTransaction(actor, 'follow-up-cases', verb)

/** A case that this person opened and coordinates, with these colleagues in its circle; answers its id. */
export async function aCase(
  house: TestHouse,
  desk: CaseDesk,
  coordinator: PersonActor,
  {
    identity = aPupil(),
    circle = [],
  }: { identity?: Identity; circle?: readonly PersonActor[] } = {},
): Promise<string> {
  const does = doing(house)
  const id = await does(coordinator, (work) =>
    openCase(work, desk, { identity, question: 'Gaat het goed met Noor, en wat is er nodig?' }),
  )
  for (const { personId } of circle) {
    await does(coordinator, (work) =>
      addToCircle(work, desk, id, { personId, reason: 'Ziet Noor elke dag.' }),
    )
  }
  return id
}

export const aFact = (change: object = {}): NewEntry => ({
  kind: 'fact',
  text: 'Noor had vanmiddag twee telefoons bij zich.',
  source: 'mentor',
  origin: 'own',
  ...change,
})

/** The acts in the trail about one case. */
export const actsOn = async (house: TestHouse, organisationId: string, id: string) =>
  (await house.trailOf(organisationId))
    .filter(({ subject }) => subject === id)
    .map(({ act }) => act)
