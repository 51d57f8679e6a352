import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayHoldIntervision } from './access.ts'
import { t } from './words.ts'

/** The place of this capability; none for who has no business here. */
export const intervisionNavigation = (actor: Actor, language: Language) =>
  mayHoldIntervision(actor) ? [{ text: t(language).nav, href: link(language, '/intervisie') }] : []
