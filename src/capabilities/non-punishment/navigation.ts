import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayHaveDossiers } from './access.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The place of this capability in the menu: only for youth prosecutors. */
export const dossierNavigation = (actor: Actor, language: Language) =>
  mayHaveDossiers(actor) ? [{ text: t(language).nav, href: link(language, paths.dossiers) }] : []
