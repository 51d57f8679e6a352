import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { fullDay } from '#platform/dates.ts'
import type { DisclosedFact, DisclosureBody } from './disclosure-body.ts'
import { t } from './words.ts'

/**
 * What leaves, as the recipient reads it and in their language: what was asked and shared first, then on which ground. The sender sees this same page before
 * delivering, and afterwards as what left. `level` is that of its headings on the page.
 */
export function deliveryView(body: DisclosureBody, hash: string, level: 2 | 3 = 2): Html {
  const { language } = body
  const words = t(language).delivery
  const { basis } = body
  const heading = (text: string) => (level === 2 ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`)
  return html`<div class="delivery" lang="${language}">
${body.asks ? html`<p><strong>${words.asks}:</strong> ${words.asksText}</p>` : ''}
${body.question === '' ? '' : html`${heading(words.question)}\n${story(body.question)}`}
${heading(words.facts)}
${factsOf(body)}
${heading(words.conditions)}
${summaryList(language, [
  { key: words.aim, value: body.aim },
  { key: words.basis, value: basisOf(body) },
  { key: words.limits, value: basis.limits },
  ...basis.conditions.map(({ ask, answer }) => ({ key: ask, value: answer })),
])}
${heading(words.letter)}
${summaryList(language, [
  { key: words.reference, value: body.reference },
  { key: words.from, value: `${body.from.person}, ${body.from.role}, ${body.from.organisation}` },
  { key: words.to, value: body.to.organisation },
  { key: words.about, value: html`${body.about} <span class="quiet">${words.aboutCode}</span>` },
  ...(body.at ? [{ key: words.at, value: body.at.reference }] : []),
  { key: words.endOn, value: fullDay(language, body.endOn) },
])}
<p><strong>${words.hash}:</strong> <code class="hash">${inFours(hash)}</code></p>
</div>`
}

function basisOf({ language, basis }: DisclosureBody): Html {
  const words = t(language).delivery
  return html`${basis.name}. ${words.standing[basis.standing]}
${basis.rules.length === 0 ? '' : html`<ul>${basis.rules.map(({ title, where }) => html`<li>${title}${where === '' ? '' : html`: <span class="quiet">${where}</span>`}</li>`)}</ul>`}`
}

/** What was chosen, one by one, in the recipient's language. */
export const factsOf = (body: DisclosureBody): Html =>
  html`<ol class="delivery-facts" lang="${body.language}">${body.facts.map((fact) => html`<li>${factView(body, fact)}</li>\n`)}</ol>`

function factView({ language, from }: DisclosureBody, fact: DisclosedFact): Html {
  const { delivery, kinds } = t(language)
  const when = [fact.on ? fullDay(language, fact.on) : '', fact.moment ?? '']
  const told = when.filter((one) => one !== '').join(', ')
  const { origin } = fact
  const own = origin.organisation === from.organisation && origin.via.length === 0
  const via = origin.via.length === 0 ? '' : `, ${delivery.via} ${origin.via.join(', ')}`
  return html`<p><strong>${kinds[fact.kind]}</strong>${told === '' ? '' : html` <span class="quiet">${delivery.when}: ${told}</span>`}</p>
${story(fact.text)}
<p class="quiet">${delivery.source}: ${fact.source}</p>
${own ? '' : html`<p class="quiet">${delivery.origin}: ${origin.organisation}${via}</p>`}
${fact.beside.length === 0 ? '' : html`<p><strong>${delivery.beside}:</strong></p><ul>${fact.beside.map((one) => html`<li>${one}</li>`)}</ul>`}`
}

/** Sixty-four signs are read aloud in groups. */
export const inFours = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ')
