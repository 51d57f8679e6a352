import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'
import { lengthOf } from './period.ts'

/** This capability's words on screen. */
export const t = speak<typeof nl>({ nl, en })

/** "2026", or "3e kwartaal van 2026". */
export function periodName(language: Language, code: string): string {
  const [year = '', quarter = ''] = code.split('-q')
  return lengthOf({ code }) === 'year' ? year : t(language).quarter(Number(quarter), year)
}

/** Why the ministry refused counts; a code that nobody wrote a sentence for is shown as it is. */
export function refusalOf(language: Language, code: string): string {
  const { refusals } = t(language).own
  return code in refusals ? refusals[code as keyof typeof refusals] : code
}
