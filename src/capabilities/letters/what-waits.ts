import { type Language, link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { writesLetters } from './access.ts'
import { paths } from './paths.ts'
import { listReceived } from './round-store.ts'
import { t } from './words.ts'

/** For the first page of a ministry: that drafts of others wait for its answer, and the way there. Part of an act that is in the trail. */
export async function whatWaits(
  work: Work,
  language: Language,
): Promise<{ readonly text: string; readonly href: string } | undefined> {
  if (work.actor.kind !== 'person' || !writesLetters(work.actor)) return undefined
  const waiting = (await listReceived(work)).filter(({ state }) => state === 'asked').length
  if (waiting === 0) return undefined
  return { text: t(language).list.waits(waiting), href: link(language, paths.list) }
}
