import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** In the menu of everybody who is signed in. */
export const trainingNavigation = (language: Language) => ({
  text: t(language).nav,
  href: link(language, paths.practise),
})
