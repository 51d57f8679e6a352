import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayReadProtocol } from './access.ts'
import { t } from './words.ts'

/** The place of this capability in the menu; none for who has no business here. */
export const protocolNavigation = (actor: Actor, language: Language) =>
  mayReadProtocol(actor) ? [{ text: t(language).menu, href: link(language, '/protocol') }] : []
