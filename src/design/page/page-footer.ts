import { type Html, html } from '#design/html.ts'
import { places } from '#design/page/places.ts'
import { words } from '#design/words.ts'
import { type Language, link } from '#platform/language.ts'

/** First what helps in danger, then what the site is and what it does with what it is told. */
export function pageFooter(language: Language): Html {
  const t = words(language)
  return html`<footer class="page-footer">
<div class="page-footer__content">
<p class="page-footer__danger">${t.danger} <a href="tel:112">${t.dangerCall}</a></p>
<p>${t.about}</p>
<ul class="page-footer__links">
<li><a href="${link(language, places.privacy)}">${t.privacy}</a></li>
<li><a href="${link(language, places.accessibility)}">${t.accessibility}</a></li>
<li><a href="${link(language, places.source)}">${t.source}</a></li>
<li>${t.licence}</li>
</ul>
</div>
</footer>`
}
