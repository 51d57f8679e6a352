import { aRecording, aSchool as aSchoolWithSignals } from '#capabilities/signals/a-recording.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Identity } from './case-file.ts'
import { addToCircle } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import type { NewEntry } from './entry.ts'
import { judgeRole } from './judge-role.ts'
import { openCase } from './open-case.ts'
import { addTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

/** For tests: the real parts of this capability on a test house. */
export function aDesk(house: Pick<TestHouse, 'keyring'>): CaseDesk {
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
  (house: Pick<TestHouse, 'inTransaction'>) =>
  <T>(actor: PersonActor, verb: Parameters<typeof house.inTransaction<T>>[2]): Promise<T> =>
    house.inTransaction(actor, 'follow-up-cases', verb)

/** A case that this person opened and coordinates, with these colleagues in its circle; answers its id. */
export async function aCase(
  house: Pick<TestHouse, 'inTransaction'>,
  desk: CaseDesk,
  coordinator: PersonActor,
  {
    identity = aPupil(),
    circle = [],
  }: { identity?: Identity; circle?: readonly PersonActor[] } = {},
): Promise<string> {
  const does = doing(house)
  const id = await does(coordinator, (work) =>
    openCase(work, desk, {
      identity,
      question: 'Gaat het goed met Noor, en wat is er nodig?',
      knowing: true,
    }),
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

/** What a verb of this person was refused with, as `kind: because`; or that it was not. */
export const refusalOf = async (
  house: TestHouse,
  actor: PersonActor,
  verb: (work: Work) => Promise<unknown>,
): Promise<string> => {
  const thrown = await doing(house)(actor, verb).then(
    () => 'nothing',
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `no refusal: ${thrown}`
}

/** A case with something of everything in it, made by its coordinator. */
export async function aFullCase(
  house: TestHouse,
  desk: CaseDesk,
  coordinator: PersonActor,
  circle: readonly PersonActor[],
) {
  const does = doing(house)
  const identity = aPupil({ name: `Bas Bedacht ${newId()}`, number: '' })
  const caseId = await aCase(house, desk, coordinator, { identity, circle })
  const ownerId = coordinator.personId
  const words = { source: 'de mentor', evidence: 'Twee telefoons.', against: 'Een bijbaan.' }
  return does(coordinator, async (work) => ({
    caseId,
    entryId: await writeEntry(work, desk, caseId, aFact()),
    taskId: await addTask(work, desk, caseId, {
      title: 'Bel de moeder van Bas',
      ownerId,
      dueOn: '2026-11-24',
      clock: 'agreement',
    }),
    roleId: await judgeRole(work, desk, caseId, { role: 'accused', fromOn: '2026-11-01', words }),
  }))
}

/** Somebody whose work here changes, as an administrator would change it. */
export const becomes = (house: TestHouse, person: PersonActor, change: string) =>
  house.pool.query(
    `update membership set ${change} where organisation_id = $1 and person_id = $2`,
    [person.organisationId, person.personId],
  )

/** Whom a message about this case was left for, in order. */
export const toldOf = async (
  house: TestHouse,
  caseId: string,
  template: string,
): Promise<string[]> => {
  const { rows } = await house.pool.query(
    `select recipient_id as person from outbox o join case_file f
       on f.organisation_id = o.organisation_id and f.code = o.reference
     where f.id = $1 and o.template = $2 order by o.id`,
    [caseId, template],
  )
  return rows.map(({ person }) => person)
}
