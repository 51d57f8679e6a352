import { adviceNavigation } from '#capabilities/advice/index.ts'
import { tableNavigation } from '#capabilities/round-tables/index.ts'
import { sharingNavigation, togetherCrumb } from '#capabilities/sharing/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'

/** What crosses between organisations, in the order of the page: only the parts that this person may see. */
export const partsFor = (actor: Actor, language: Language) => ({
  sharing: sharingNavigation(actor, language),
  advice: adviceNavigation(actor, language),
  tables: tableNavigation(actor, language),
})

/** One entry for all of them. */
export function togetherNavigation(actor: Actor, language: Language) {
  const any = Object.values(partsFor(actor, language)).some((parts) => parts.length > 0)
  return any ? [togetherCrumb(language)] : []
}
