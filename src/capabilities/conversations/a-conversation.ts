import { aDesk } from '#capabilities/cases/a-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Account } from './account.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { holdConversation } from './hold-conversation.ts'
import type { NewWords } from './new-words.ts'
import type { Preparation } from './preparation.ts'
import { prepareConversation } from './prepare-conversation.ts'
import { showConversation } from './show-conversation.ts'

/** For tests: the real parts of this capability on a test house. */
export function aConversationDesk(house: TestHouse): ConversationDesk {
  const cases = aDesk(house)
  return { cases, knowledge: cases.recording.knowledge }
}

/** A preparation about a pupil who does not exist. */
export const aPreparation = (
  { personId }: PersonActor,
  change: Partial<Preparation> = {},
): Preparation => ({
  goal: 'Weten hoe het gaat, en afspreken bij wie je terechtkunt.',
  holderId: personId,
  plannedOn: undefined,
  moment: 'na het derde uur',
  place: 'de stille kamer',
  company: '',
  othersKnow: 'De mentor, verder niemand.',
  advice: 'not-needed',
  adviceWords: 'Er is niets gebeurd waar de politie bij hoort.',
  police: 'no',
  notToAsk: '',
  understanding: '',
  questions: [],
  ownQuestions: ['Hoe was het weekend?'],
  edition: 'conversation-2026-1',
  ...change,
})

export const anAccount = (change: Partial<Account> = {}): Account => ({
  heldOn: '2026-11-23',
  present: 'De jongere en de mentor.',
  secrecy: 'told',
  secrecyWords: 'Ik kan niet alles geheim houden.',
  told: 'De zorgcoördinator hoort dat we praatten.',
  spoken: 'nl',
  ...change,
})

export const noWords: NewWords = {
  quotes: [],
  interpretation: undefined,
  agreements: [],
  remark: undefined,
}

/** A conversation that this person prepared; answers where it is. */
export async function aPrepared(
  house: TestHouse,
  desk: ConversationDesk,
  by: PersonActor,
  caseId: string,
  change: Partial<Preparation> = {},
): Promise<Place> {
  const id = await house.inTransaction(by, 'follow-up-cases', (work) =>
    prepareConversation(work, desk, caseId, {
      preparation: aPreparation(by, change),
      language: 'nl',
    }),
  )
  return { caseId, id }
}

/** The same, held, with these own words of the young person. */
export async function aHeld(
  house: TestHouse,
  desk: ConversationDesk,
  by: PersonActor,
  caseId: string,
  words: Partial<NewWords> = { quotes: ['Ik moest die tas wegbrengen.'] },
): Promise<Place> {
  const place = await aPrepared(house, desk, by, caseId)
  await house.inTransaction(by, 'follow-up-cases', (work) =>
    holdConversation(work, desk, place, {
      account: anAccount(),
      summary: 'Je vertelde over een tas.',
      words: { ...noWords, ...words },
      language: 'nl',
    }),
  )
  return place
}

/** The same, with the screen turned to the young person. */
export async function aShown(
  ...[house, desk, by, caseId, words]: Parameters<typeof aHeld>
): Promise<Place> {
  const place = await aHeld(house, desk, by, caseId, words)
  await house.inTransaction(by, 'follow-up-cases', (work) =>
    showConversation(work, desk, place, { present: 'De mentor.' }),
  )
  return place
}
