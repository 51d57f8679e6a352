import type { Actor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayManagePeople } from './access.ts'
import { forYouPath } from './for-you-page.ts'
import { words } from './words.ts'

/** The place of this capability in the menu: only for who manages people. */
export const identityNavigation = (actor: Actor, language: Language) =>
  mayManagePeople(actor)
    ? [{ text: words(language).people.menu, href: link(language, '/organisatie/mensen') }]
    : []

/** The place for whoever has no work of their own here: what there is for them, honestly. */
export const forYouNavigation = (language: Language) => ({
  text: words(language).forYou.menu,
  href: link(language, forYouPath),
})
