import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayOffer } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: only for who says what is on offer. */
export const supportNavigation = (actor: Actor, language: Language) =>
  mayOffer(actor) ? [{ text: t(language).nav.offers, href: link(language, paths.offers) }] : []
