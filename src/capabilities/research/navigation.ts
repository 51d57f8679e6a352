import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { leadsSurveys } from './access.ts'
import { wavePaths } from './survey-paths.ts'
import { t } from './words.ts'

/** The place of surveys in the menu: only for who leads them. */
export const researchNavigation = (actor: Actor, language: Language) =>
  leadsSurveys(actor)
    ? [{ text: t(language).waves.menu, href: link(language, wavePaths.list) }]
    : []
