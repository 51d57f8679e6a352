import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayPublish, writesWithFigures } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/**
 * The place of this capability in the menu: for who answers for an organisation that can publish, and for who writes at a
 * ministry with what came of it.
 */
export const figuresNavigation = (actor: Actor, language: Language) => {
  if (mayPublish(actor)) return [{ text: t(language).own.menu, href: link(language, paths.own) }]
  return writesWithFigures(actor)
    ? [{ text: t(language).menu, href: link(language, paths.figures) }]
    : []
}
