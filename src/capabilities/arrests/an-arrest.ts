import { colleaguesWithRole, namesOf } from '#capabilities/identity/names-of.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { ArrestDesk } from './desk.ts'
import { loadArrestKnowledge } from './load-arrest-knowledge.ts'
import { keepLook, type NewLook } from './look.ts'
import { type NewArrest, openArrest } from './open-arrest.ts'
import { openProtection } from './open-protection.ts'

const { knowledgeFolder } = readConfig({})
const knowledge = loadKnowledge(knowledgeFolder)
const law = loadLaw(knowledgeFolder)
const own = loadArrestKnowledge(knowledgeFolder, { knowledge, findRule: law.findRule })

/** For tests: the real parts of this capability on a test house. */
export const anArrestDesk = ({ keyring }: Pick<TestHouse, 'keyring'>): ArrestDesk => ({
  ...own,
  knowledge,
  law,
  keyring,
  tell,
  namesOf: (work, ids) => namesOf(work, keyring, ids),
  colleagues: (work, roles) => colleaguesWithRole(work, keyring, roles),
})

/** Everything a person may do with arrests as one word. */
export const doing =
  (house: Pick<TestHouse, 'inTransaction'>) =>
  <T>(actor: PersonActor, verb: (work: Work) => Promise<T>): Promise<T> =>
    house.inTransaction(actor, 'look-at-arrests', verb)

/** A police station that does not exist, a school, and a station elsewhere. */
export async function aStation(house: TestHouse) {
  const station = await house.anOrganisation('police', 'Politie Proefland (verzonnen)')
  const elsewhere = await house.anOrganisation('police', 'Politie Elders (verzonnen)')
  const prosecution = await house.anOrganisation('prosecution', 'Parket Proefland (verzonnen)')
  const school = await house.anOrganisation()
  return {
    officer: await house.aPerson(station, ['officer'], 'Bo Proefagent'),
    colleague: await house.aPerson(station, ['officer'], 'Kim Collega'),
    detective: await house.aPerson(station, ['trafficking-detective'], 'Rik Proefspeurder'),
    otherDetective: await house.aPerson(station, ['trafficking-detective'], 'Tess Tweede'),
    overseer: await house.aPerson(station, ['privacy-officer', 'administrator'], 'Sara Toezicht'),
    away: await house.aPerson(elsewhere, ['officer', 'trafficking-detective'], 'Ans Elders'),
    prosecutor: await house.aPerson(prosecution, ['youth-prosecutor'], 'Olivier Proef'),
    mentor: await house.aPerson(school, ['mentor'], 'Mia Mentor'),
  }
}

export const someArrest = (change: Partial<NewArrest> = {}): NewArrest => ({
  person: {
    name: 'Noor Voorbeeld',
    born: '2011-05-04',
    toldAge: undefined,
    language: 'Nederlands',
  },
  arrestedAt: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  factOn: '',
  place: 'bij het station',
  offences: ['drugs-selling'],
  offenceWords: 'Een tas met pakketjes.',
  offence: 'pre-trial-detention',
  fact: { text: 'Noor had twee telefoons.', source: 'Bo' },
  ...change,
})

export const anArrest = (
  house: Pick<TestHouse, 'inTransaction'>,
  desk: ArrestDesk,
  officer: PersonActor,
  change: Partial<NewArrest> = {},
): Promise<string> => doing(house)(officer, (work) => openArrest(work, desk, someArrest(change)))

export const someLook = (
  { instrument }: Pick<ArrestDesk, 'instrument'>,
  change: Partial<NewLook> = {},
): NewLook => ({
  part: 'first',
  further: true,
  words: {
    answers: instrument[change.part ?? 'first'].map(({ id, asks }) => ({
      question: id,
      asked: asks.nl,
      answer: 'unknown',
      beside: '',
    })),
    because: 'Noor durft niet te bellen.',
  },
  ...change,
})

export const aLook = (
  house: Pick<TestHouse, 'inTransaction'>,
  desk: ArrestDesk,
  actor: PersonActor,
  id: string,
  change: Partial<NewLook> = {},
): Promise<void> => doing(house)(actor, (work) => keepLook(work, desk, id, someLook(desk, change)))

export const aProtection = (
  house: Pick<TestHouse, 'inTransaction'>,
  desk: ArrestDesk,
  detective: PersonActor,
  arrestId: string,
  key?: string,
): Promise<string> =>
  doing(house)(detective, (work) =>
    openProtection(work, desk, arrestId, { reason: 'Noor lijkt gestuurd.', key }),
  )
