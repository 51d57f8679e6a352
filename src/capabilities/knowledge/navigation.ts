import { type Language, link } from '#platform/language.ts'
import { paths, t } from './words-on-screen.ts'

/** The place of this capability in the menu: for everybody who is signed in. */
export const knowledgeNavigation = (language: Language) => ({
  text: t(language).knowledge,
  href: link(language, paths.guide),
})
