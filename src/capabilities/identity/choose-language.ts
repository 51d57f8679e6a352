import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { ownPerson } from './end-sessions.ts'
import { updateMember } from './store-people.ts'

/** The person chose the language of the pages; what we mail them follows it. */
export async function chooseLanguage(work: Work, language: Language): Promise<void> {
  const personId = ownPerson(work)
  await updateMember(work, personId, { language })
  work.audit({ act: 'identity.choose-language', subject: personId, details: { language } })
}
