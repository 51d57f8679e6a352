import { type Actor, hasRole } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayKeepCalendar } from './access.ts'
import { daysOffPath } from './pages.ts'
import { t } from './words.ts'

/**
 * Looked at a few times a year: in the menu only of those who manage the organisation. Coordinators
 * come here from where terms are set.
 */
export const calendarNavigation = (actor: Actor, language: Language) =>
  mayKeepCalendar(actor) && hasRole(actor, 'administrator', 'school-leader')
    ? [{ text: t(language).menu, href: link(language, daysOffPath) }]
    : []
