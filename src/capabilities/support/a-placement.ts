import { aCase, aDesk, aSchool, doing } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Agreement } from './agreement.ts'
import type { SupportDesk } from './desk.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { OfferContent } from './offer.ts'
import type { PlacementWords } from './placement.ts'
import { proposePlacement } from './propose-placement.ts'

export { aSchool, doing }

/** For tests: the real parts of this capability on a test house. */
export const aSupportDesk = (house: TestHouse): SupportDesk => ({
  cases: aDesk(house),
  catalogue: loadCatalogue(readConfig({}).knowledgeFolder),
})

/** What is on offer from an organisation that does not exist. */
export const anOffer = (change: Partial<OfferContent> = {}): OfferContent => ({
  intervention: 'basta',
  title: undefined,
  about: 'Met ouders en school samen.',
  municipality: 'Waterrade',
  schoolTypes: ['primary'],
  startsOn: undefined,
  places: 4,
  contactFunction: 'Aanmeldpunt',
  contactWay: 'aanmelden@steiger.example',
  ...change,
})

export const someWords = (change: Partial<PlacementWords> = {}): PlacementWords => ({
  otherTitle: '',
  otherAbout: '',
  question: 'Noor wil haar avonden terug.',
  wish: 'pupil',
  wishWords: 'Ik wil weer voetballen.',
  goals: ['Elke week naar training', 'Eén volwassene die Noor belt'],
  contact: 'Aanmeldpunt Jeugdhulp De Steiger',
  ...change,
})

export const bothSaidYes: Agreement = {
  is16: false,
  pupil: { asked: true, said: 'yes', words: 'Dat wil Noor wel proberen.' },
  parents: { asked: true, said: 'yes', words: 'Moeder vindt het goed.' },
}

/** A case of this coordinator with a proposal in it. */
export async function aProposal(
  house: TestHouse,
  desk: SupportDesk,
  coordinator: PersonActor,
  { circle = [] }: { circle?: readonly PersonActor[] } = {},
): Promise<{ caseId: string; id: string }> {
  const caseId = await aCase(house, desk.cases, coordinator, { circle })
  const id = await doing(house)(coordinator, (work) =>
    proposePlacement(work, desk, caseId, {
      intervention: 'alleen-jij-bepaalt',
      offerId: undefined,
      words: someWords(),
      language: 'nl',
    }),
  )
  return { caseId, id }
}
