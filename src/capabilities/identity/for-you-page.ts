import { html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Actor, hasRole } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { words } from './words.ts'

export const forYouPath = '/voor-jou'

/** What there is nothing of yet, for whom it would be; nothing for who has work in the menu. */
const awaits = (actor: Actor): 'oversight' | 'figures' | undefined => {
  if (hasRole(actor, 'privacy-officer')) return 'oversight'
  return hasRole(actor, 'researcher') ? 'figures' : undefined
}

/** For whom there is little to do yet: what is here for them now, and what is not built. */
export function forYouPage(language: Language, actor: Actor): PageParts {
  const t = words(language).forYou
  const later = awaits(actor)
  const place = (path: string, [text, description]: readonly [string, string]) => ({
    text,
    description,
    href: link(language, path),
  })
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${later ? t.lead : t.workInMenu}</p>
<h2 class="heading-2">${t.now}</h2>
${linkList([
  place('/kennis', t.knowledge),
  place('/kennis/hulplijnen', t.lines),
  place('/verken', t.explore),
  place('/privacy', t.privacy),
  place('/sessies', t.sessions),
])}
${
  later &&
  html`<h2 class="heading-2">${t.notYet}</h2>
<p>${t.later[later]}</p>
<p>${t.noDate}</p>`
}
<p>${t.role}</p>`,
  }
}
