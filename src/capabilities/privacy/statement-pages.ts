import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { places } from '#design/page/places.ts'
import { type Language, link } from '#platform/language.ts'
import { type Retention, temporaryKinds } from './retention.ts'
import { t } from './words.ts'

/** The council of primary schools on pupil files; read on 29 November 2026. */
const pupilFileTerms =
  'https://www.poraad.nl/veelgestelde-vragen/wat-zijn-de-bewaartermijnen-mbt-leerlingdossiers-en-dan-meer-specifiek-de'

/** What is kept, who sees it, for how long, and what one can ask: only what is really built. */
export function privacyPage(language: Language, retention: Retention): PageParts {
  const words = t(language).privacy
  const { keep } = words
  const terms = temporaryKinds.map((kind) => keep[kind](retention[kind]))
  return {
    title: words.title,
    content: html`${opening(words)}
${section(words.explore)}
${section(words.visit)}
${section(words.record)}
${section(words.file)}
${section(words.within)}
${section(words.beside)}
${section(words.staff)}
${section(words.see)}
${section({ title: keep.title, items: [...terms, ...keep.items] })}
<p class="quiet">${keep.own}</p>
<p>${keep.pupils} <a class="link" href="${pupilFileTerms}">${keep.pupilsSource}</a></p>
${section(words.rights)}`,
  }
}

export function accessibilityPage(language: Language): PageParts {
  const { report, ...words } = t(language).accessibility
  return {
    title: words.title,
    content: html`${opening(words)}
${section(words.done)}
${section(words.notDone)}
<h2 class="heading-2">${report.title}</h2>
<p>${report.text}</p>`,
  }
}

/** `address`: where the source of this very version can be fetched, as its operator says. */
export function sourcePage(language: Language, address: string | undefined): PageParts {
  const words = t(language).source
  return {
    title: words.title,
    content: html`${opening(words)}
${
  address
    ? html`<p>${words.where} <a class="link" href="${address}">${address}</a></p>`
    : html`<p>${words.ask}</p>`
}
<h2 class="heading-2">${words.whyTitle}</h2>
<p>${words.why}</p>
<p><a class="link" href="${link(language, places.privacy)}">${words.toPrivacy}</a></p>`,
  }
}

const opening = ({ title, lead }: { title: string; lead: string }): Html =>
  html`<h1 class="heading-1">${title}</h1>
<p class="lead">${lead}</p>`

const section = ({ title, items }: { title: string; items: readonly string[] }): Html =>
  html`<h2 class="heading-2">${title}</h2>
<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`
