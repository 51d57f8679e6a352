import { readFileSync } from 'node:fs'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay, dutchDayFrom } from '#platform/dates.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { addList } from './add-list.ts'
import { submitAnswers } from './answer-survey.ts'
import type { Answers } from './answers.ts'
import { closeWave } from './close-wave.ts'
import { sortWords, wordsNumber } from './code-words.ts'
import { drawWave } from './draw-wave.ts'
import { makeHalf } from './envelope.ts'
import { noteCodes } from './invitation-store.ts'
import { inviteOnPaper, type PaperInvitation } from './invite-schools.ts'
import { makeWave } from './make-wave.ts'
import { openUrn } from './open-urn.ts'
import { openInvented } from './open-wave.ts'
import { publishResults } from './publish-results.ts'
import { schoolKinds } from './questionnaire.ts'
import { openedAnswers } from './read-results.ts'
import { codeMac } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { listWaves, updateWave } from './wave-store.ts'

export type DemoActors = {
  /** somebody of the demo region, such as `person:wies-waarneming` */
  readonly actorOf: (name: string) => PersonActor
}

type Parts = DemoActors & { readonly inTransaction: InTransaction; readonly desk: SurveyDesk }

/** With which a visitor answers for an invented school. */
export const demoCodes = ['4G7K9CDM3RTW', '7HJK3GPQ6VWX', '9MNP4CDF7RTY'] as const

/** The key of the wave that is open in the demonstration: anywhere else nobody but its keepers knows one. */
export const demoHalves = ['4f'.repeat(32), '93'.repeat(32)] as const

/**
 * An invented institute asked invented schools before, and is asking them now, once: an institute that has any wave is
 * left alone.
 */
export async function loadDemoWaves({ inTransaction, actorOf, desk }: Parts): Promise<void> {
  const actor = actorOf('person:wies-waarneming')
  const { organisationId } = actor
  const demo = { kind: 'system', name: 'demo', organisationId } as const
  const survey = { kind: 'system', name: 'survey', organisationId } as const
  if ((await inTransaction(demo, 'maintenance', listWaves)).length > 0) return
  const does = <T>(verb: (work: Work) => Promise<T>) => inTransaction(actor, 'ask-schools', verb)
  const answer = (wave: string, schools: readonly PaperInvitation[], shift: number) =>
    inTransaction(survey, 'ask-schools', async (work) => {
      for (const [at, { code }] of schools.entries()) {
        await submitAnswers(work, desk, wave, code, inventedAnswers(at, shift))
      }
    })

  const before = await does((work) => aWave(work, desk, 'Oefenmeting van vorig jaar (verzonnen)'))
  await answer(before.id, before.schools.filter(answers), 0)
  await does(async (work) => {
    await closeWave(work, before.id)
    await openUrn(work, desk, before.id, before.halves)
    const ago = (days: number) => dutchDayFrom(work.now, -days)
    await updateWave(work, before.id, {
      ...{ made_on: ago(400), opened_on: ago(385), closes_on: ago(343) },
      ...{ closed_on: ago(342), counted_on: ago(340) },
    })
    for (const { id: opened, answers } of await openedAnswers(work, desk, before.id)) {
      const codes = codesFor(answers.help)
      const answer = wordsNumber(desk, 'help', opened)
      if (codes) await sortWords(work, desk, before.id, { question: 'help', answer, codes })
    }
    await publishResults(work, desk, before.id)
    await updateWave(work, before.id, { published_on: ago(326) })
  })

  const now = await does((work) => aWave(work, desk, 'Oefenmeting van nu (verzonnen)', demoHalves))
  await does((work) => {
    const codes = demoCodes.map((code, at) => ({
      school: now.schools[at]?.school ?? '',
      mac: codeMac(desk.surveyKey, code),
    }))
    work.audit({ act: 'survey.give-code', subject: now.id })
    return noteCodes(work, now.id, 'paper', dutchDay(work.now), codes)
  })
  await answer(now.id, now.schools.slice(demoCodes.length).filter(answers), 1)
}

/** Some secondary schools stay silent. */
const answers = ({ school }: PaperInvitation, at: number): boolean =>
  !school.startsWith('99V') || at % 4 !== 0

async function aWave(
  work: Work,
  desk: SurveyDesk,
  title: string,
  given?: readonly [string, string],
) {
  const closesOn = dutchDayFrom(work.now, 60)
  const content = { title, questionnaire: 'criminal-exploitation-1', closesOn }
  const id = (await makeWave(work, content)) ?? ''
  for (const kind of schoolKinds) {
    const file = new URL(`../../../database/demo/schools-${kind}.csv`, import.meta.url)
    await addList(work, id, { kind, bytes: readFileSync(file) })
  }
  const draw = { seed: title, size: 60, least: 0, by: ['kind', 'province'], steps: [] } as const
  await drawWave(work, id, draw)
  const halves = given ?? ([makeHalf().half, makeHalf().half] as const)
  await openInvented(work, id, halves)
  return { id, halves, schools: await inviteOnPaper(work, desk, id) }
}

/** Different for each school and each wave, the same at every start. */
function inventedAnswers(at: number, shift: number): Answers {
  const pick = <T>(all: readonly T[], by: number): T | undefined =>
    all[((at + 1) * by + shift) % all.length]
  const concrete = pick(['yes', 'no', 'no', 'unknown', 'yes'], 3)
  const protocol = pick(['yes', 'no', 'unknown'], 2)
  const answers: Readonly<Record<string, string | readonly string[] | undefined>> = {
    role: pick(['caretaker', 'teacher', 'care', 'management', 'caretaker'], 2),
    worried: pick(['yes', 'yes', 'no', 'yes', 'unknown'], 2 + shift),
    'worry-change': pick(['more', 'same', 'same', 'less'], 3),
    concrete,
    ...(concrete === 'yes'
      ? {
          frequency: pick(['some-a-year', 'once', 'monthly'], 5),
          kinds: pick([['drugs'], ['drugs', 'theft'], ['fraud'], ['recruiting', 'storing']], 3),
          whom: pick(['boys', 'both', 'boys', 'unknown'], 3),
          years: pick(['lower', 'both', 'upper', 'unknown', 'lower'], 3),
        }
      : {}),
    knows: pick(['yes', 'partly', 'partly', 'no'], 3),
    equipped: pick(['partly', 'no', 'yes', 'unknown', 'partly'], 2),
    protocol,
    ...(protocol === 'yes' ? { 'protocol-used': pick(['no', 'yes', 'no'], 2) } : {}),
    recognise: pick(['probably', 'probably-not', 'surely', 'unknown'], 3),
    help: pick([undefined, undefined, undefined, ...wishes], 5),
  }
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  )
}

/** What is invented as an answer, and the codes by which somebody sorted it. */
const wished: Readonly<Record<string, readonly string[]>> = {
  'Iemand die je kunt bellen en die meteen meedenkt.': ['contact'],
  'Een middag oefenen met het hele team.': ['training'],
  'Duidelijke afspraken met de politie over wat we mogen delen.': ['agreements', 'sharing'],
  'Tijd. Mentoren hebben nu tien minuten per leerling.': ['time'],
}
const wishes = Object.keys(wished)
const codesFor = (words: Answers[string] | undefined): readonly string[] | undefined =>
  typeof words === 'string' ? wished[words] : undefined
