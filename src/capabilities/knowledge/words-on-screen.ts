import { type Language, link } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'
import type { Signal } from './signal-pack.ts'

export const t = speak<typeof nl>({ nl, en })

/** Where the pages of this capability live, without the language. */
export const paths = {
  guide: '/kennis',
  signals: '/kennis/signalen',
  signal: (id: string) => `/kennis/signalen/${id}`,
  card: (slug: string) => `/kennis/kaart/${slug}`,
  lines: '/kennis/hulplijnen',
  words: '/kennis/woorden',
  talk: '/kennis/gesprek',
} as const

/** The way up from a page below the guide. */
export const wayUp = (language: Language) => [
  { text: t(language).knowledge, href: link(language, paths.guide) },
]

/** 'Kan ook zijn: een cadeau gekregen, een bijbaan.' */
export const couldAlsoBe = (language: Language, { innocent }: Signal): string =>
  `${t(language).couldAlsoBe}: ${innocent.map((each) => each[language]).join('; ')}.`
