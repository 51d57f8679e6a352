import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayManagePrograms } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: only for who manages programs. */
export const programNavigation = (actor: Actor, language: Language) =>
  mayManagePrograms(actor) ? [{ text: t(language).menu, href: link(language, paths.programs) }] : []
