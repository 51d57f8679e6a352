import { knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** The way up from a page below /kennis/recht; with a section, from a page below that. */
export const wayUp = (language: Language, section?: 'sharing') => [
  knowledgeNavigation(language),
  { text: t(language).law.title, href: link(language, paths.law) },
  ...(section
    ? [{ text: t(language).sections[section].title, href: link(language, paths[section]) }]
    : []),
]
