import { referenceName } from '#capabilities/papers/index.ts'
import type { Language } from '#platform/language.ts'
import type { OwnPaper } from './read-own-papers.ts'
import { t } from './words-register.ts'

/** A paper of our own as every page names it: its title, and its number where it has one. */
export function ownPaperName(
  language: Language,
  { title, reference }: Pick<OwnPaper, 'title' | 'reference'>,
): string {
  const name = title || t(language).papers.noTitle
  return reference === undefined ? name : `${name} (${referenceName(language, reference)})`
}
