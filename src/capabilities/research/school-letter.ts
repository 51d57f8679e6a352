import { fullDay } from '#platform/dates.ts'
import { languages, link } from '#platform/language.ts'
import { inGroups } from './survey-code.ts'
import { surveyPaths } from './survey-paths.ts'
import { t } from './words.ts'

/** The contexts under which an address, and a letter on its way, are sealed. */
export const addressContext = (wave: string, school: string): string =>
  `survey-address:${wave}:${school}`
export const letterContext = (letter: string): string => `survey-letter:${letter}`

type Asked = {
  readonly kind: 'invitation' | 'reminder'
  readonly school: string
  readonly title: string
  /** ISO date */
  readonly closesOn: string
  /** of an invitation */
  readonly code: string
  /** where the program is, such as https://oogmerk.voorbeeld.nl */
  readonly origin: string
}

/** A letter to a school: first in Dutch, then the same in English. A code stands in an invitation only. */
export function schoolLetter(asked: Asked): { readonly subject: string; readonly text: string } {
  const { kind, school, title, closesOn, code, origin } = asked
  const texts = languages.map((language) => {
    const { letter } = t(language)
    const day = fullDay(language, closesOn)
    const address = `${origin}${link(language, surveyPaths.begin)}`
    const lines =
      kind === 'invitation'
        ? [letter.invited(title, day), '', letter.way(address), letter.code(inGroups(code))]
        : [letter.reminded(title, day), '', letter.way(address), letter.codeBefore]
    return [letter.greeting(school), '', ...lines, '', letter.unlinked, letter.noReply].join('\n')
  })
  return { subject: t('nl').letter.subject, text: `${texts.join('\n\n---\n\n')}\n` }
}
