import { Hono } from 'hono'
import { html } from '#design/html.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { InTransaction } from '#platform/work.ts'
import type { Catalogue } from './catalogue.ts'
import { changeOffer, withdrawOffer } from './change-offer.ts'
import { type OwnOffer, ownMunicipality, readOwnOffer, readOwnOffers } from './list-offers.ts'
import { type OfferContent, offerForm, offerFrom, otherHelp } from './offer.ts'
import { offerFormPage, ownOffersPage, withdrawOfferPage } from './pages-own-offers.ts'
import { paths } from './paths.ts'
import { publishOffer } from './publish-offer.ts'
import { t } from './words.ts'

type Parts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly catalogue: Catalogue
}

type Read = { readonly content: OfferContent } | { readonly errors: FormErrors }

/** What an organisation offers: its own list, a new one, a change, and taking it back. */
export function offerRoutes({ respond, inTransaction, catalogue }: Parts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'publish-offers')
  const toList = (c: HouseContext) => c.redirect(link(c.get('language'), paths.offers), 303)
  const way = (c: HouseContext) => {
    const { back } = t(c.get('language')).ownOffers
    const href = link(c.get('language'), paths.offers)
    return { breadcrumbs: [{ text: back, href }], under: href }
  }

  app.get(paths.offers, async (c) => {
    const language = c.get('language')
    const offers = await act(c, readOwnOffers)
    const content = ownOffersPage(language, catalogue, offers)
    return respond(c, { title: t(language).ownOffers.title, content, wide: true })
  })

  type Shown = { typed: Typed; errors: FormErrors; changes?: { id: string; version: number } }

  const showForm = (c: HouseContext, { typed, errors, changes }: Shown) => {
    const language = c.get('language')
    const words = t(language).ownOffers
    const wrong = Object.keys(errors).length > 0
    const own = changes ? { changes } : { key: keyIn(typed) ?? newId() }
    return respond(c, {
      ...way(c),
      title: changes ? words.changeTitle : words.newTitle,
      content: offerFormPage(language, { catalogue, typed, errors, ...own }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(paths.newOffer, async (c) => {
    const municipality = (await act(c, ownMunicipality)) ?? ''
    return showForm(c, { typed: { municipality }, errors: {} })
  })

  app.post(paths.newOffer, async (c) => {
    const typed = await typedIn(c)
    const read = readOffer(typed, catalogue)
    // Asked first, so that nobody without the role learns what the form wants.
    if ('errors' in read) {
      await act(c, ownMunicipality)
      return showForm(c, { typed, errors: read.errors })
    }
    await act(c, (work) => publishOffer(work, catalogue, read.content, keyIn(typed)))
    return toList(c)
  })

  const withdrawn = (c: HouseContext) => {
    const words = t(c.get('language')).ownOffers
    return respond(c, {
      ...way(c),
      title: words.changeTitle,
      content: html`<h1>${words.changeTitle}</h1>\n<p>${words.withdrawn}</p>`,
    })
  }

  app.get('/aanbod/:id', async (c) => {
    const offer = await act(c, (work) => readOwnOffer(work, idIn(c)))
    if (offer.state === 'withdrawn') return withdrawn(c)
    const { id, version } = offer
    return showForm(c, { typed: typedFrom(offer), errors: {}, changes: { id, version } })
  })

  app.post('/aanbod/:id', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const version = Number(/^\d{1,9}$/.exec(textOf(typed, 'version'))?.[0] ?? 0)
    const read = readOffer(typed, catalogue)
    if ('errors' in read) {
      await act(c, (work) => readOwnOffer(work, id))
      return showForm(c, { typed, errors: read.errors, changes: { id, version } })
    }
    try {
      await act(c, (work) => changeOffer(work, catalogue, id, { content: read.content, version }))
    } catch (error) {
      return respond(c, { ...way(c), ...keptBack(c, typed, error) })
    }
    return toList(c)
  })

  const keptBack = (c: HouseContext, typed: Typed, error: unknown) => {
    const language = c.get('language')
    const { toOffer, offerState } = t(language).keptBack
    const to = { text: toOffer, href: link(language, paths.offers) }
    return keptBackPage(language, {
      typed,
      written: ['title', 'about', 'municipality', 'places', 'contactFunction', 'contactWay'],
      error,
      now: { sentence: offerState, link: to },
      otherwise: to,
    })
  }

  app.get('/aanbod/:id/intrekken', async (c) => {
    const language = c.get('language')
    const offer = await act(c, (work) => readOwnOffer(work, idIn(c)))
    if (offer.state === 'withdrawn') return withdrawn(c)
    const content = withdrawOfferPage(language, catalogue, offer)
    return respond(c, { ...way(c), title: t(language).ownOffers.withdrawTitle, content })
  })

  app.post('/aanbod/:id/intrekken', async (c) => {
    await act(c, (work) => withdrawOffer(work, idIn(c)))
    return toList(c)
  })

  return app
}

/** The form as content, or what is wrong with it. Everything wrong is said at once. */
function readOffer(typed: Typed, catalogue: Catalogue): Read {
  const read = readForm(offerForm, typed)
  const starts = typedDate(datePartsOf(typed, 'starts'))
  const chosen = textOf(typed, 'intervention')
  const untitled = chosen === otherHelp && textOf(typed, 'title').trim() === ''
  const errors = {
    ...(chosen === '' ? { intervention: 'choose-help' } : {}),
    ...(untitled ? { title: 'title-missing' } : {}),
    ...(read.ok ? {} : read.errors),
    ...(starts.ok ? {} : { starts: starts.because }),
  }
  if (!read.ok || !starts.ok || Object.keys(errors).length > 0) return { errors }
  const content = offerFrom(read.value, starts.date, catalogue)
  return content ? { content } : { errors: { intervention: 'choose-help' } }
}

const typedFrom = (offer: OwnOffer): Typed => ({
  intervention: offer.intervention ?? otherHelp,
  title: offer.title ?? '',
  about: offer.about,
  municipality: offer.municipality,
  schoolTypes: offer.schoolTypes,
  places: offer.places?.toString() ?? '',
  contactFunction: offer.contactFunction,
  contactWay: offer.contactWay,
  ...datePartsFrom('starts', offer.startsOn),
})
