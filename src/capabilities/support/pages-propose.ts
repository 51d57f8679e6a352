import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { tag } from '#design/tag/tag.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import type { Intervention } from './intervention.ts'
import { guidance } from './page-catalogue.ts'
import { cautionPanel } from './page-intervention.ts'
import { type FindView, findForm, findings } from './pages-find.ts'
import { offerTable } from './pages-public-offers.ts'
import { paths } from './paths.ts'
import { wishes } from './placement.ts'
import { longest } from './placement-forms.ts'
import type { PublishedOffer } from './published-offers.ts'
import { sentencesOf, t } from './words.ts'

type SearchView = FindView & {
  readonly knowledge: Knowledge
  readonly caseId: string
  /** what is on offer in the place that was asked for */
  readonly offers: readonly PublishedOffer[]
}

/** The catalogue within a case: the same answers, and from each the way to propose it. */
export function searchPage(language: Language, view: SearchView): Html {
  const words = t(language)
  const { knowledge, catalogue, caseId, offers } = view
  const other = link(language, paths.propose(caseId))
  return html`<h1>${words.placements.findTitle}</h1>
${guidance(language, knowledge, catalogue)}
${findForm(language, view)}
${
  offers.length > 0
    ? html`<h2>${words.offers.title}</h2>
${offerTable(language, catalogue, offers, {
  heading: words.placements.propose,
  cell: ({ id }) =>
    html`<a href="${link(language, `${paths.propose(caseId)}?aanbod=${id}`)}">${words.placements.propose}</a>`,
})}`
    : ''
}
${findings(language, view)}
<h2>${words.placements.proposeOther}</h2>
<p>${words.placements.proposeOtherText}</p>
<p>${buttonLink({ text: words.placements.proposeOther, href: other, look: 'secondary' })}</p>`
}

export type ProposeView = {
  readonly knowledge: Knowledge
  readonly catalogue: Catalogue
  readonly caseId: string
  /** neither: help that the catalogue does not know */
  readonly intervention: Intervention | undefined
  readonly offer: PublishedOffer | undefined
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** What is chosen, what to look out for, and then the question it answers. */
export function proposePage(language: Language, view: ProposeView): Html {
  const { knowledge, catalogue, caseId, intervention, offer, typed, errors, key } = view
  const words = t(language)
  const fields = words.propose
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  return html`${summaryOf(language, wrong)}
<h1>${intervention ? words.placements.proposeName(intervention.name[language]) : words.placements.proposeOther}</h1>
${intervention ? html`<p>${intervention.summary.text[language]} <a href="${link(language, paths.intervention(intervention.id))}">${words.placements.toIntervention}</a></p>` : html`<p>${tag(words.placements.notFromCatalogue)} ${words.placements.proposeOtherText}</p>`}
${offer ? html`<p>${fields.fromOffer(offer.organisation)}: ${offer.municipality}. ${offer.contactFunction}, ${offer.contactWay}</p>` : ''}
${cautionPanel(knowledge, language, catalogue, intervention)}
${form({
  action: link(language, paths.propose(caseId)),
  content: html`${keyField(key)}
${intervention ? html`<input type="hidden" name="hulp" value="${intervention.id}">` : ''}${offer ? html`<input type="hidden" name="aanbod" value="${offer.id}">` : ''}
${
  intervention
    ? ''
    : html`${text(language, { name: 'otherTitle', label: fields.otherTitle, value: value('otherTitle'), error: wrong.otherTitle, maxlength: longest.line })}
${textarea(language, { name: 'otherAbout', label: fields.otherAbout, hint: fields.otherHint, value: value('otherAbout'), error: wrong.otherAbout, rows: 3 })}`
}
${checkboxes(language, { name: 'read', label: fields.readLabel, error: wrong.read, values: listOf(typed, 'read'), choices: [{ value: 'yes', label: fields.read }] })}
${textarea(language, { name: 'question', label: fields.question, hint: fields.questionHint, value: value('question'), error: wrong.question, rows: 3 })}
${radios(language, { name: 'wish', label: fields.wish, value: value('wish'), error: wrong.wish, choices: wishes.map((wish) => ({ value: wish, label: fields.wishes[wish] })) })}
${textarea(language, { name: 'wishWords', label: fields.wishWords, value: value('wishWords'), error: wrong.wishWords, optional: true, rows: 2 })}
${intervention?.goals ? html`<p class="quiet">${fields.statedGoals}: ${intervention.goals.text[language]}</p>` : ''}
${textarea(language, { name: 'goals', label: fields.goals, hint: fields.goalsHint, value: value('goals'), error: wrong.goals, rows: 4 })}
${text(language, { name: 'contact', label: fields.contact, hint: fields.contactHint, value: value('contact'), error: wrong.contact, optional: true, maxlength: longest.line })}
<p>${words.placements.yourself} ${fields.after}</p>
${button({ text: fields.button })}`,
})}`
}
