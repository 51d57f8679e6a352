import { html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Actor, hasRole } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { words } from './words.ts'

export const forYouPath = '/voor-jou'

type Work = 'police' | 'prosecution' | 'help' | 'oversight' | 'figures' | 'other'

/** What kind of work somebody's roles point to, for a page that says what is there for them. */
export function workOf(actor: Actor): Work {
  if (hasRole(actor, 'privacy-officer')) return 'oversight'
  if (hasRole(actor, 'officer', 'trafficking-detective')) return 'police'
  if (hasRole(actor, 'youth-prosecutor')) return 'prosecution'
  if (
    hasRole(
      actor,
      'youth-worker',
      'safe-home-worker',
      'trafficking-care-coordinator',
      'partner-worker',
    )
  ) {
    return 'help'
  }
  return hasRole(actor, 'programme-staff', 'researcher') ? 'figures' : 'other'
}

/** For whom there is little to do yet: what is here for them now, and what is not built. */
export function forYouPage(language: Language, actor: Actor): PageParts {
  const t = words(language).forYou
  const place = (path: string, [text, description]: readonly [string, string]) => ({
    text,
    description,
    href: link(language, path),
  })
  return {
    title: t.title,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.lead}</p>
<h2 class="heading-2">${t.now}</h2>
${linkList([
  place('/kennis', t.knowledge),
  place('/kennis/hulplijnen', t.lines),
  place('/verken', t.explore),
  place('/privacy', t.privacy),
  place('/sessies', t.sessions),
])}
<h2 class="heading-2">${t.notYet}</h2>
<p>${t.later[workOf(actor)]}</p>
<p>${t.noDate}</p>
<p>${t.role}</p>`,
  }
}
