import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { type Language, link } from '#platform/language.ts'
import type { ExploreAssets } from './explore-assets.ts'
import { whatNow } from './pages-help.ts'
import { places } from './places.ts'
import { words } from './words-on-screen.ts'

/** For young people themselves: nothing to fill in, nothing kept, no script but the way out. */
export function pressurePage(
  language: Language,
  knowledge: Knowledge,
  assets: ExploreAssets,
): PageParts {
  const t = words(language).pressure
  const paragraphs = (list: readonly string[]) => list.map((text) => html`<p>${text}</p>\n`)
  return {
    title: t.title,
    content: html`<link rel="stylesheet" href="${assets.style}">
<h1>${t.title}</h1>
<p class="lead">${t.lead}</p>
<p class="quiet">${t.nothingKept}</p>
<section>
<h2>${t.looksLike}</h2>
<ul class="airy">${t.looksLikeList.map((text) => html`<li>${text}</li>\n`)}</ul>
<p>${t.looksLikeEnd}</p>
</section>
<section>
<h2>${t.notYourFault}</h2>
${paragraphs(t.notYourFaultText)}</section>
<section>
<h2>${t.whatYouCanDo}</h2>
${whatNow(language, knowledge, 'young-person')}
</section>
<section>
<h2>${t.whatHappens}</h2>
${paragraphs(t.whatHappensText)}</section>
<section>
<h2>${t.aboutAFriend}</h2>
<p>${t.aboutAFriendText}</p>
</section>`,
  }
}

/** Stands in for a page that this device has not kept. */
export function offlinePage(language: Language): PageParts {
  const t = words(language).offline
  return {
    title: t.title,
    content: html`<h1>${t.title}</h1>
<p>${t.text}</p>
<ul>
<li><a href="${link(language, places.explore)}">${t.explore}</a></li>
<li><a href="${link(language, places.pressure)}">${t.pressure}</a></li>
</ul>`,
  }
}
