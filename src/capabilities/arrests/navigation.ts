import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayWorkOnArrests } from './access.ts'
import { roots } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: for who meets young people for the police. */
export const arrestNavigation = (actor: Actor, language: Language) =>
  mayWorkOnArrests(actor)
    ? [{ text: t(language).nav.arrests, href: link(language, roots.arrest) }]
    : []
