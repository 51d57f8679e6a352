import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { takesPart } from './access.ts'
import { paths, together } from './paths.ts'
import { t } from './words.ts'

/** The parts of this capability where people work together: what came in, and what went out. */
export const sharingNavigation = (actor: Actor, language: Language) =>
  takesPart(actor)
    ? [
        { text: t(language).way.received, href: link(language, paths.received) },
        { text: t(language).way.sent, href: link(language, paths.sent) },
      ]
    : []

/** The first step back from anything that crosses between organisations. */
export const togetherCrumb = (language: Language) => ({
  text: t(language).together,
  href: link(language, together),
})
