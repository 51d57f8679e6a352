import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { deriveKey } from '#platform/crypto.ts'
import { dutchDayFrom } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { addList } from './add-list.ts'
import { submitAnswers } from './answer-survey.ts'
import type { Answers } from './answers.ts'
import { closeWave } from './close-wave.ts'
import { drawWave } from './draw-wave.ts'
import { makeHalf } from './envelope.ts'
import type { StrataBy } from './frame.ts'
import { inviteOnPaper } from './invite-schools.ts'
import { loadSurveys } from './load-surveys.ts'
import { makeWave } from './make-wave.ts'
import { openUrn } from './open-urn.ts'
import { openInvented } from './open-wave.ts'
import { openedAnswers } from './read-results.ts'
import type { SurveyDesk } from './survey-desk.ts'

export const questionnaireName = 'criminal-exploitation-1'

/** For tests: what the acts of a survey need, as the program has it. */
export const aSurveyDesk = ({
  keyring,
  keyEncryptionKey,
}: Pick<TestHouse, 'keyring' | 'keyEncryptionKey'>): SurveyDesk => ({
  surveys: loadSurveys(readConfig({}).knowledgeFolder),
  keyring,
  surveyKey: deriveKey(keyEncryptionKey, 'survey'),
})

/** So many invented schools, in turn in one province and the other, as an official list writes them. */
export function aList(count: number, letters: string): Buffer {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = String(at % 100).padStart(2, '0')
    const code = `99${letters[0]}${String.fromCharCode(65 + Math.floor(at / 100))}${number}`
    const province = at % 2 === 0 ? 'Proefland' : 'Waterrade'
    return `${code};Verzonnen school ${letters} ${at + 1};Proefstad;${province}`
  })
  return Buffer.from(
    ['VESTIGINGSCODE;VESTIGINGSNAAM;GEMEENTENAAM;PROVINCIE', ...rows, ''].join('\n'),
  )
}

type Asked = {
  readonly actor: PersonActor
  readonly desk: SurveyDesk
  /** of secondary, primary and vocational schools; all are in the sample */
  readonly schools: { readonly vo: number; readonly po?: number; readonly mbo?: number }
  readonly by?: readonly StrataBy[]
  readonly title?: string
}

export type AskedSchool = { readonly school: string; readonly name: string; readonly code: string }

export type OpenWave = {
  readonly id: string
  readonly halves: readonly [string, string]
  readonly schools: readonly AskedSchool[]
}

export const asResearcher =
  ({ inTransaction }: Pick<TestHouse, 'inTransaction'>, actor: PersonActor) =>
  <T>(verb: (work: Work) => Promise<T>) =>
    inTransaction(actor, 'ask-schools', verb)

/** A wave that is open, with every school of its lists invited on paper. */
export async function anOpenWave(
  house: Pick<TestHouse, 'inTransaction' | 'clock'>,
  { actor, desk, schools, by = ['kind', 'province'], title = 'Meting van de proef' }: Asked,
): Promise<OpenWave> {
  const does = asResearcher(house, actor)
  const closesOn = dutchDayFrom(house.clock(), 30)
  const content = { title, questionnaire: questionnaireName, closesOn }
  const id = (await does((work) => makeWave(work, content))) ?? ''
  const lists = Object.entries(schools) as ['vo' | 'po' | 'mbo', number][]
  const letters = { vo: 'V', po: 'P', mbo: 'M' }
  for (const [kind, count] of lists) {
    await does((work) => addList(work, id, { kind, bytes: aList(count, letters[kind]) }))
  }
  const size = lists.reduce((all, [, count]) => all + count, 0)
  const draw = { seed: 'proef', size, least: 0, by, steps: [] }
  const drawn = await does((work) => drawWave(work, id, draw))
  if (!drawn.ok) throw new Error(drawn.because)
  const halves = [makeHalf().half, makeHalf().half] as const
  await does((work) => openInvented(work, id, halves))
  return { id, halves, schools: await does((work) => inviteOnPaper(work, desk, id)) }
}

/** Answers for a school with its code, as its pages do. */
export async function answered(
  { inTransaction }: Pick<TestHouse, 'inTransaction'>,
  desk: SurveyDesk,
  { organisationId, wave, code }: { organisationId: string; wave: string; code: string },
  answers: Answers,
): Promise<string> {
  const survey = { kind: 'system', name: 'survey', organisationId } as const
  return inTransaction(survey, 'ask-schools', (work) =>
    submitAnswers(work, desk, wave, code, answers),
  )
}

/** What lies open after the opening, for a test that knows which answer is whose. */
export const openedOf = (
  { inTransaction }: Pick<TestHouse, 'inTransaction'>,
  desk: SurveyDesk,
  organisationId: string,
  wave: string,
) =>
  inTransaction({ kind: 'system', name: 'survey', organisationId }, 'ask-schools', (work) =>
    openedAnswers(work, desk, wave),
  )

/** A wave of these answers, one a school, whose urn was opened. */
export async function aCountedWave(
  house: Pick<TestHouse, 'inTransaction' | 'clock'>,
  { actor, desk, title = 'Geteld' }: Omit<Asked, 'schools' | 'by'>,
  all: readonly Answers[],
): Promise<string> {
  const schools = { vo: all.length }
  const wave = await anOpenWave(house, { actor, desk, by: ['kind'], title, schools })
  const { organisationId } = actor
  for (const [at, answers] of all.entries()) {
    const code = wave.schools[at]?.code ?? ''
    await answered(house, desk, { organisationId, wave: wave.id, code }, answers)
  }
  const does = asResearcher(house, actor)
  await does((work) => closeWave(work, wave.id))
  await does((work) => openUrn(work, desk, wave.id, wave.halves))
  return wave.id
}
