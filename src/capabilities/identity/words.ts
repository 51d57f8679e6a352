import type { Temporal } from '#platform/clock.ts'
import { moment as momentInWords } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import type { Device } from './device.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

export const words = speak<typeof nl>({ nl, en })

export const moment = (language: Language, at: Temporal.Instant): string =>
  momentInWords(language, at.toString())

/** 'Firefox op Android', or as much of it as we know. */
export function deviceName(language: Language, { browser, system }: Device): string {
  const t = words(language).account
  return t.on(
    browser === 'other' ? t.otherBrowser : browser,
    system === 'other' ? t.otherSystem : system,
  )
}
