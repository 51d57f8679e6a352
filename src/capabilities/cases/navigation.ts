import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayHaveCases, mayOpenCase } from './access.ts'
import { casesPath, dayPath } from './paths.ts'
import { t } from './words.ts'

/** The places of this capability for this person; the day comes first for who coordinates. */
export function caseNavigation(actor: Actor, language: Language) {
  if (!mayHaveCases(actor)) return { day: [], cases: [] }
  const { nav } = t(language)
  const day = { text: nav.day, href: link(language, dayPath) }
  return {
    day: mayOpenCase(actor) ? [day] : [],
    cases: [
      { text: nav.cases, href: link(language, casesPath) },
      ...(mayOpenCase(actor) ? [] : [day]),
    ],
  }
}
