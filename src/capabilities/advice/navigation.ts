import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayAdvise, mayAsk } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: for who asks and who gives advice. */
export const adviceNavigation = (actor: Actor, language: Language) =>
  mayAsk(actor) || mayAdvise(actor)
    ? [{ text: t(language).nav, href: link(language, paths.list) }]
    : []
