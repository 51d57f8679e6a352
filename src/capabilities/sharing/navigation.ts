import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { takesPart } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: what came in, and from there what went out. */
export const sharingNavigation = (actor: Actor, language: Language) =>
  takesPart(actor) ? [{ text: t(language).nav, href: link(language, paths.received) }] : []
