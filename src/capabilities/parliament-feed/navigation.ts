import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { maySeeFeed, maySetFeed } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** In the menu of programme staff: what was found at the House. */
export const foundNavigation = (actor: Actor, language: Language) =>
  maySeeFeed(actor) ? [{ text: t(language).menu.found, href: link(language, paths.found) }] : []

/** In the menu of an administrator of a ministry: whether we read along. */
export const feedSettingNavigation = (actor: Actor, language: Language) =>
  maySetFeed(actor) ? [{ text: t(language).menu.setting, href: link(language, paths.setting) }] : []
