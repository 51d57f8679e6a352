import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayPublish } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: only for who answers for an organisation that can publish. */
export const figuresNavigation = (actor: Actor, language: Language) =>
  mayPublish(actor) ? [{ text: t(language).own.menu, href: link(language, paths.own) }] : []
