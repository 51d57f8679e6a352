import type { PersonActor } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import { type DisclosureAct, type DisclosureState, nextState } from './disclosure.ts'
import { type DisclosureRow, findDisclosureRow } from './disclosure-store.ts'
import {
  type DisclosureWords,
  disclosureContext,
  places,
  type WordsKey,
  wordsKey,
} from './disclosure-words.ts'
import type { FactSource } from './shareable-fact.ts'

export type FoundDisclosure = {
  readonly actor: PersonActor
  readonly row: DisclosureRow
  readonly source: FactSource
  /** of the file it was chosen from */
  readonly title: string
  readonly key: WordsKey
  readonly words: DisclosureWords
}

/** For whoever may share from its file now; nobody else learns that it exists. */
export async function findDisclosure(
  work: Work,
  desk: SharingDesk,
  { id, language, lock = false }: { id: string; language: Language; lock?: boolean },
): Promise<FoundDisclosure> {
  const actor = sharingPerson(work)
  const row = (await findDisclosureRow(work, id, lock)) ?? refuse('not-found', 'no-such-disclosure')
  const source = sourceOf(desk, row.file_kind)
  const title = await source.title(work, row.file_id, language)
  const key = await wordsKey(work, desk, disclosureContext(work, id), row.content_key)
  return {
    actor,
    row,
    source,
    title,
    key,
    words: key.open<DisclosureWords>(places.words, row.content),
  }
}

/** Where this act leads; a conflict when it cannot be done now, because it was possible before. */
export const mustLead = (act: DisclosureAct, state: DisclosureState): DisclosureState =>
  nextState(act, state) ?? refuse('conflict', `cannot-${act}-when-${state}`)
