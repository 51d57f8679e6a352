import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { maySit } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: for who may sit at a table. */
export const tableNavigation = (actor: Actor, language: Language) =>
  maySit(actor) ? [{ text: t(language).nav, href: link(language, paths.list) }] : []
