import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayHaveQueue, mayRecord } from './access.ts'
import { t } from './words.ts'

/** The places of this capability for this person; none for who has no business here. */
export function signalNavigation(actor: Actor, language: Language) {
  if (!mayRecord(actor)) return []
  const { nav } = t(language)
  const queue = { text: nav.queue, href: link(language, '/wachtrij') }
  return [
    ...(mayHaveQueue(actor) ? [queue] : []),
    { text: nav.mine, href: link(language, '/signalen') },
    { text: nav.record, href: link(language, '/signalen/nieuw') },
  ]
}
