import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { text } from '#design/text/text.ts'
import { type Language, link } from '#platform/language.ts'
import type { Surveys } from './load-surveys.ts'
import type { Place } from './open-wave.ts'
import { provenName } from './proven-before.ts'
import type { Wave } from './read-waves.ts'
import { wavePaths } from './survey-paths.ts'
import { t } from './words.ts'

/** The pages on which keepers see and type their halves. Each opens only after its reader proved who they are. */

/** The half of somebody who keeps it, this once. */
export function halfPage(
  language: Language,
  id: string,
  { place, half }: { readonly place: Place; readonly half: string },
): PageParts {
  const { key: words } = t(language).wave
  return {
    title: words.yours,
    content: html`<h1>${words.yours}</h1>
<p class="lead">${words.lead}</p>
<section class="panel">
<h2>${words.place[place]}</h2>
<p><code>${half.replaceAll(/.{4}(?=.)/g, '$& ')}</code></p>
<p>${words.copy}</p>
</section>
<p>${buttonLink({ text: words.check, href: link(language, wavePaths.open(id)) })}</p>`,
  }
}

type HalvesView = {
  readonly wave: Wave
  /** that whoever reads this proved who they are, when they opened it */
  readonly proven: string
  /** field → sentence */
  readonly wrong: Readonly<Record<string, string>>
}

/** A keeper types their half back. */
export function ownHalfPage(language: Language, { wave, proven, wrong }: HalvesView): PageParts {
  const { key: words } = t(language).wave
  return {
    title: words.check,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.check}</h1>
<p class="lead">${words.checkLead}</p>
${form({
  action: link(language, wavePaths.open(wave.id)),
  content: html`${provenField(proven)}${half(language, 'secret', words.own, wrong)}
${button({ text: words.check })}`,
})}`,
  }
}

type UrnView = HalvesView & {
  readonly surveys: Surveys
  /** of the demonstration, where they are the halves of this wave */
  readonly demoHalves: readonly [string, string] | undefined
}

/** Both keepers type their half, at one screen. */
export function urnPage(language: Language, view: UrnView): PageParts {
  const { wave, proven, wrong, surveys, demoHalves } = view
  const { urn: words, key } = t(language).wave
  return {
    title: words.title,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.text}</p>
<p>${words.least(surveys.smallest.answers)}</p>
<p>${words.after}</p>
${demoHalves ? html`<p class="quiet">${words.demo(...demoHalves)}</p>` : ''}
${form({
  action: link(language, wavePaths.urn(wave.id)),
  content: html`${provenField(proven)}${half(language, 'secret-one', key.one, wrong)}
${half(language, 'secret-other', key.other, wrong)}
${button({ text: words.button })}`,
})}`,
  }
}

const provenField = (proven: string): Html =>
  html`<input type="hidden" name="${provenName}" value="${proven}">
`

/** What a keeper types is never given back: whoever looks at the screen later would have it. */
const half = (
  language: Language,
  name: string,
  label: string,
  wrong: Readonly<Record<string, string>>,
): Html =>
  text(language, {
    ...{ name, label, error: wrong[name], spellcheck: false as const },
    hint: t(language).wave.key.hint,
  })
