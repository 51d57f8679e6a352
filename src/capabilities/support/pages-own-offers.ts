import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { byName, type Catalogue } from './catalogue.ts'
import type { OwnOffer } from './list-offers.ts'
import { longest, otherHelp } from './offer.ts'
import { offerName, placesText, plainOfferName } from './pages-public-offers.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

export function ownOffersPage(
  language: Language,
  catalogue: Catalogue,
  offers: readonly OwnOffer[],
): Html {
  const words = t(language).ownOffers
  const { columns } = t(language).offers
  const begin = { text: words.begin, href: link(language, paths.newOffer) }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  offers.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, begin })
    : html`<p>${buttonLink(begin)}</p>
${table({
  caption: words.title,
  captionHidden: true,
  columns: [
    { heading: columns.what },
    { heading: columns.where },
    { heading: columns.places },
    { heading: words.state },
    { heading: words.change, headingHidden: true },
  ],
  rows: offers.map((offer) => [
    offerName(language, catalogue, offer),
    offer.municipality,
    placesText(language, offer),
    html`${words.states[offer.state]}, ${fullDay(language, dutchDayOf(offer.changedAt))}`,
    offer.state === 'published'
      ? html`<a href="${link(language, paths.offer(offer.id))}">${words.change}<span class="visually-hidden">: ${plainOfferName(language, catalogue, offer)}</span></a>`
      : '',
  ]),
})}`
}
<p><a href="${link(language, paths.publicOffers)}">${words.toPublic}</a></p>`
}

export type OfferFormView = {
  readonly catalogue: Catalogue
  readonly typed: Typed
  readonly errors: FormErrors
  /** of a new offer */
  readonly key?: string
  /** the offer that is changed, and its version */
  readonly changes?: { readonly id: string; readonly version: number }
}

export function offerFormPage(language: Language, view: OfferFormView): Html {
  const { catalogue, typed, errors, key, changes } = view
  const words = t(language).ownOffers
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  const action = changes ? paths.offer(changes.id) : paths.newOffer
  return html`${summaryOf(language, wrong)}
<h1>${changes ? words.changeTitle : words.newTitle}</h1>
${alert(language, { kind: 'info', content: html`<p>${words.public}</p>` })}
${form({
  action: link(language, action),
  content: html`${key ? keyField(key) : ''}${changes ? html`<input type="hidden" name="version" value="${changes.version}">` : ''}
${select(language, {
  name: 'intervention',
  label: words.intervention,
  value: value('intervention'),
  error: wrong.intervention,
  choices: [
    ...byName(catalogue.interventions, language).map(({ id, name }) => ({
      value: id,
      label: name[language],
    })),
    { value: otherHelp, label: words.other },
  ],
})}
${text(language, { name: 'title', label: words.otherTitle, hint: words.otherTitleHint, value: value('title'), error: wrong.title, optional: true, maxlength: longest.title })}
${textarea(language, { name: 'about', label: words.about, hint: words.aboutHint, value: value('about'), error: wrong.about, optional: true, rows: 4, maxlength: longest.about })}
${text(language, { name: 'municipality', label: words.municipality, value: value('municipality'), error: wrong.municipality, width: 'medium', maxlength: longest.municipality })}
${checkboxes(language, {
  name: 'schoolTypes',
  label: words.schoolTypes,
  values: listOf(typed, 'schoolTypes'),
  optional: true,
  choices: catalogue.schoolTypes.map(({ id, name }) => ({ value: id, label: name[language] })),
})}
${date(language, { name: 'starts', label: words.startsOn, hint: words.startsHint, optional: true, error: wrong.starts, value: datePartsOf(typed, 'starts') })}
${text(language, { name: 'places', label: words.places, hint: words.placesHint, value: value('places'), error: wrong.places, optional: true, width: 'short', inputmode: 'numeric', maxlength: 3 })}
${text(language, { name: 'contactFunction', label: words.contactFunction, hint: words.contactFunctionHint, value: value('contactFunction'), error: wrong.contactFunction, maxlength: longest.contactFunction })}
${text(language, { name: 'contactWay', label: words.contactWay, hint: words.contactWayHint, value: value('contactWay'), error: wrong.contactWay, maxlength: longest.contactWay })}
${button({ text: changes ? words.save : words.publish })}`,
})}
${changes ? html`<p><a href="${link(language, paths.withdrawOffer(changes.id))}">${words.withdrawTitle}</a></p>` : ''}`
}

export function withdrawOfferPage(language: Language, catalogue: Catalogue, offer: OwnOffer): Html {
  const words = t(language).ownOffers
  return html`<h1>${words.withdrawTitle}</h1>
<p>${offerName(language, catalogue, offer)}, ${offer.municipality}</p>
<p>${words.withdrawText}</p>
${form({ action: link(language, paths.withdrawOffer(offer.id)), content: button({ text: words.withdraw, look: 'danger' }) })}`
}
