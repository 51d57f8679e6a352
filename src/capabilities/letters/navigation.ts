import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { writesLetters } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: for who writes letters of a ministry. */
export const letterNavigation = (actor: Actor, language: Language) =>
  writesLetters(actor) ? [{ text: t(language).menu, href: link(language, paths.list) }] : []
