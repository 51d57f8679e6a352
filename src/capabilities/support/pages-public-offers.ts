import { button } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { form } from '#design/form/form.ts'
import { type Content, type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import type { OfferContent } from './offer.ts'
import { paths } from './paths.ts'
import type { PublishedOffer } from './published-offers.ts'
import { t } from './words.ts'

type View = {
  readonly catalogue: Catalogue
  readonly municipalities: readonly string[]
  readonly chosen: string | undefined
  readonly offers: readonly PublishedOffer[]
  readonly more: boolean
}

/** What municipalities and providers say that there is. Public: by municipality, then in order of saying. */
export function publicOffersPage(language: Language, view: View): PageParts {
  const words = t(language).offers
  const { catalogue, municipalities, chosen, offers, more } = view
  return {
    title: words.title,
    wide: true,
    breadcrumbs: [{ text: t(language).catalogue.title, href: link(language, paths.catalogue) }],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  municipalities.length > 0
    ? form({
        method: 'get',
        action: link(language, paths.publicOffers),
        content: html`${select(language, {
          name: 'gemeente',
          label: words.municipality,
          value: chosen,
          optional: true,
          choices: municipalities.map((name) => ({ value: name, label: name })),
        })}
${button({ text: words.show, look: 'secondary' })}`,
      })
    : ''
}
${offers.length > 0 ? offerTable(language, catalogue, offers) : emptyState({ title: words.empty, text: words.emptyText, begin: { text: t(language).intervention.backToAll, href: link(language, paths.catalogue) } })}
${more ? html`<p>${words.more}</p>` : ''}`,
  }
}

/** `act`: what the reader can do with one, in a last column. */
export function offerTable(
  language: Language,
  catalogue: Catalogue,
  offers: readonly PublishedOffer[],
  act?: { readonly heading: string; readonly cell: (offer: PublishedOffer) => Content },
): Html {
  const { columns, changed, title } = t(language).offers
  return table({
    caption: title,
    captionHidden: true,
    columns: [
      { heading: columns.what },
      { heading: columns.where },
      { heading: columns.about },
      { heading: columns.places },
      { heading: columns.contact },
      ...(act ? [{ heading: act.heading }] : []),
    ],
    rows: offers.map((offer) => [
      offerName(language, catalogue, offer),
      html`${offer.municipality}<br>${offer.organisation}<br><span class="quiet">${changed(fullDay(language, dutchDayOf(offer.changedAt)))}</span>`,
      aboutText(language, catalogue, offer),
      placesText(language, offer),
      html`${offer.contactFunction}<br>${offer.contactWay}`,
      ...(act ? [act.cell(offer)] : []),
    ]),
  })
}

/** For which schools, from when, and what they say of it. */
function aboutText(language: Language, catalogue: Catalogue, offer: PublishedOffer): Html {
  const { from } = t(language).offers
  const starts = offer.startsOn ? html`<br>${from(fullDay(language, offer.startsOn))}` : ''
  return html`${schoolsText(language, catalogue, offer)}${starts}${offer.about ? story(offer.about) : ''}`
}

/** Its name in the catalogue, with the way there; or its own, marked as not from it. */
export function offerName(language: Language, catalogue: Catalogue, offer: OfferContent): Html {
  const known = offer.intervention ? catalogue.find(offer.intervention) : undefined
  if (known) {
    // In a span: a link alone in the first cell of a row is read as one word, and a name is many.
    return html`<span><a href="${link(language, paths.intervention(known.id))}">${known.name[language]}</a></span>`
  }
  return html`${offer.title ?? offer.intervention} ${tag(t(language).offers.notInCatalogue)}`
}

/** The same without a link, for what is told beside it. */
export const plainOfferName = (
  language: Language,
  catalogue: Catalogue,
  { intervention, title }: OfferContent,
): string =>
  (intervention && catalogue.find(intervention)?.name[language]) ?? title ?? intervention ?? ''

const schoolsText = (
  language: Language,
  catalogue: Catalogue,
  { schoolTypes }: OfferContent,
): string =>
  schoolTypes.length === 0
    ? t(language).offers.allSchools
    : schoolTypes.map((id) => catalogue.nameOf('schoolTypes', id, language)).join(', ')

export function placesText(
  language: Language,
  { places, placesOn }: OfferContent & { readonly placesOn: string | undefined },
): string {
  const words = t(language).offers
  if (places === undefined || placesOn === undefined) return words.noPlaces
  return words.places(places, fullDay(language, placesOn))
}
