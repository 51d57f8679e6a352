import { fileURLToPath } from 'node:url'
import { colleaguesWithRole, namesOf } from '#capabilities/identity/index.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { considerExploitation, enterAssessment } from './assess.ts'
import { type DossierDesk, formsToName } from './desk.ts'
import type { AssessmentWords, FactWords } from './dossier-words.ts'
import { addStatement, finishWorksheet } from './fill-worksheet.ts'
import { openDossier } from './open-dossier.ts'
import { readDossier } from './read-dossier.ts'
import type { Choice } from './routes-open.ts'
import { signDecision } from './sign-decision.ts'
import type { Signing } from './signing.ts'
import { loadWorksheet } from './worksheet-pack.ts'
import { addFact, addOffence } from './write-in-dossier.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))

/** For tests: the real parts of this capability on a test house. */
export function aDossierDesk({ keyring }: Pick<TestHouse, 'keyring'>): DossierDesk {
  const { routes, sepot } = loadLaw(folder)
  return {
    keyring,
    tell,
    routes,
    sepot,
    forms: formsToName(loadKnowledge(folder)),
    ...loadWorksheet(folder),
    namesOf: (work, ids) => namesOf(work, keyring, ids),
    colleagues: (work, roles) => colleaguesWithRole(work, keyring, roles),
  }
}

/** An office with two youth prosecutors. */
export async function anOffice(house: TestHouse) {
  const organisation = await house.anOrganisation('prosecution', 'Parket Verzonnen')
  const prosecutor = () => house.aPerson(organisation, ['youth-prosecutor'], 'Olivier Verzonnen')
  return { organisation, handler: await prosecutor(), colleague: await prosecutor() }
}

type Can = Pick<TestHouse, 'inTransaction'>

/** Everything a prosecutor may do as one word. */
export const doing =
  (house: Can, actor: PersonActor) =>
  <T>(verb: (work: Work) => Promise<T>): Promise<T> =>
    house.inTransaction(actor, 'weigh-prosecution', verb)

/** Somebody who does not exist. */
export const aDossier = (house: Can, desk: DossierDesk, actor: PersonActor): Promise<string> =>
  doing(
    house,
    actor,
  )((work) =>
    openDossier(work, desk, {
      words: { name: 'Noor Voorbeeld', born: '2010-05-04', question: 'Is Noor uitgebuit?' },
    }),
  )

export const factWords = (change: Partial<FactWords> = {}): FactWords => ({
  text: 'Noor had twee telefoons bij zich.',
  source: 'verbalisant',
  moment: '',
  beside: ['Een telefoon kan van een vriend zijn.'],
  origin: { organisation: 'Politie Waterrade (verzonnen)', via: [] },
  ...change,
})

export const assessmentWords = (change: Partial<AssessmentWords> = {}): AssessmentWords => ({
  by: 'Elif Kenner',
  capacity: 'lid van de expertgroep',
  qualification: 'certificaat mensenhandel (verzonnen)',
  qualifiedOn: '2020-02-01',
  involved: 'Niet betrokken.',
  lookedAt: 'Het verhoor.',
  inFavour: 'Iemand anders bepaalde wat Noor deed.',
  against: 'Noor zegt dat het een eigen idee was.',
  unknown: 'Wie de telefoons gaf.',
  conclusion: 'Volgens mij is er sprake van uitbuiting.',
  source: 'brief 12',
  ...change,
})

/** A dossier with one offence and two facts; answers their ids. */
export async function aFilledDossier(house: Can, desk: DossierDesk, actor: PersonActor) {
  const does = doing(house, actor)
  const id = await aDossier(house, desk, actor)
  await does((work) =>
    addOffence(work, desk, id, {
      law: 'Opiumwet',
      article: '2',
      words: { text: 'Wegbrengen van een pakje.', on: '2026-10-01' },
    }),
  )
  for (const text of [
    'Noor had twee telefoons bij zich.',
    'Noor kreeg berichten met opdrachten.',
  ]) {
    await does((work) =>
      addFact(work, desk, id, { kind: 'fact', words: factWords({ text }), on: '2026-10-02' }),
    )
  }
  const { facts, offences } = await does((work) => readDossier(work, desk, id))
  return {
    id,
    facts: facts.map((one) => one.id),
    offences: offences.map((one) => one.id),
  }
}

export type Filled = Awaited<ReturnType<typeof aFilledDossier>>

/** The same, assessed and worked out: ready to be signed. */
export async function aReadyDossier(house: Can, desk: DossierDesk, actor: PersonActor) {
  const filled = await aFilledDossier(house, desk, actor)
  const does = doing(house, actor)
  const { id, facts } = filled
  const because = 'Berichten met opdrachten.'
  await does((work) =>
    considerExploitation(work, desk, id, { answer: 'yes', because, forms: ['drugs-courier'] }),
  )
  await does((work) =>
    enterAssessment(work, desk, id, { words: assessmentWords(), on: '2026-11-20', facts }),
  )
  await does((work) => addStatement(work, desk, id, aStatement(facts)))
  await does((work) => finishWorksheet(work, desk, id, { because: 'Meer is er niet.' }))
  return filled
}

export const aStatement = (facts: readonly string[], change: object = {}) => ({
  element: 'act',
  statement: {
    text: 'Noor werd aangestuurd met berichten.',
    facts: facts.slice(0, 1),
    against: 'Noor zegt dat het een eigen idee was.',
    againstFacts: facts.slice(1),
    searched: '',
    ...change,
  },
  from: undefined,
  until: undefined,
})

export const aChoice = (change: Partial<Choice> = {}): Choice => ({
  route: 'sepot-06',
  grounds: ['06'],
  conditions: '',
  technicalTest: '',
  earlierGround: '',
  why: '',
  ...change,
})

export const aSigning = (offences: readonly string[], change: Partial<Signing> = {}): Signing => ({
  following: 'follows',
  clearReasons: '',
  reasons: 'Noor deed het onder dwang, zie F2. F1 past daarbij.',
  choices: new Map(
    offences.map((id) => [id, aChoice({ why: offences.length > 1 ? 'Onder dwang, zie F2.' : '' })]),
  ),
  ...change,
})

/** Signed, with nothing told yet. */
export async function aDecidedDossier(house: Can, desk: DossierDesk, actor: PersonActor) {
  const filled = await aReadyDossier(house, desk, actor)
  const { id, offences } = filled
  const signing = aSigning(offences)
  const does = doing(house, actor)
  await does((work) => signDecision(work, desk, id, { signing, stage: 'with-prosecutor' }))
  const { decisions } = await does((work) => readDossier(work, desk, id))
  return { ...filled, decision: decisions[0]?.id ?? '' }
}
