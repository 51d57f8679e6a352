import type { CaseKey } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import type { HappeningWords, PlacementWords } from './placement.ts'

/** What a sealed value belongs to; under another name it does not open. */
const places = {
  placement: (id: string) => `placement:${id}`,
  event: (id: string, eventId: string) => `placement:${id}:${eventId}`,
}

export const sealWords = (key: CaseKey, id: string, words: PlacementWords): Buffer =>
  key.seal(places.placement(id), words)

export const openWords = (key: CaseKey, row: { id: string; content: Buffer }): PlacementWords =>
  key.open<PlacementWords>(places.placement(row.id), row.content)

export const sealHappening = (
  key: CaseKey,
  { id, eventId }: { id: string; eventId: string },
  words: HappeningWords,
): Buffer => key.seal(places.event(id, eventId), words)

export const openHappening = (
  key: CaseKey,
  event: { id: string; placement_id: string; content: Buffer },
): HappeningWords =>
  key.open<HappeningWords>(places.event(event.placement_id, event.id), event.content)

/** What the help is called: in the catalogue, or in the words of whoever proposed it. */
export const nameOfHelp = (
  catalogue: Catalogue,
  language: Language,
  row: { readonly intervention: string | null | undefined },
  words: PlacementWords,
): string =>
  row.intervention
    ? (catalogue.find(row.intervention)?.name[language] ?? row.intervention)
    : words.otherTitle
