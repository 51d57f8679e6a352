import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { keepsRegister } from './access.ts'
import { actionPaths } from './action-paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: only for who keeps the register of a ministry. */
export const accountabilityNavigation = (actor: Actor, language: Language) =>
  keepsRegister(actor)
    ? [{ text: t(language).actions.menu, href: link(language, actionPaths.list) }]
    : []
