import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { InTransaction } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import { criteriaFrom } from './find-query.ts'
import type { Place } from './move-placement.ts'
import { placementActPage } from './page-placement-act.ts'
import { helpName, placementPage, placementsPage } from './pages-placements.ts'
import { proposePage, searchPage } from './pages-propose.ts'
import { paths } from './paths.ts'
import { type PlacementAct, placementActs } from './placement.ts'
import { actPaths, readProposal } from './placement-forms.ts'
import { verbFrom } from './placement-verbs.ts'
import { proposePlacement } from './propose-placement.ts'
import type { PublishedOffer, PublishedOffers } from './published-offers.ts'
import { type ReadPlacement, readPlacement, readPlacements } from './read-placement.ts'
import { beginProposal, searchForCase } from './search-for-case.ts'
import { t } from './words.ts'

type Parts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly desk: SupportDesk
  readonly knowledge: Knowledge
  readonly published: PublishedOffers
  readonly clock: Clock
}

/** Fields in which people write; the others are a choice, made again in a second. */
const written = [
  ...['question', 'wishWords', 'goals', 'contact', 'otherTitle', 'otherAbout'],
  ...['text', 'pupilWords', 'parentsWords', 'pupilVoice', 'whyNoVoice'],
  ...Array.from({ length: 6 }, (_, index) => `goal-${index + 1}-why`),
]

/** Help within a case: the list, finding, proposing, and every step of one placement. */
export function placementRoutes({
  respond,
  inTransaction,
  desk,
  knowledge,
  published,
  clock,
}: Parts) {
  const app = new Hono<HouseEnv>()
  const { catalogue } = desk
  const act = acting(inTransaction, 'follow-up-cases')
  const placeIn = (c: HouseContext): Place => ({ caseId: idIn(c), id: idIn(c, 'placement') })
  const wayUp = (language: Language, head: { id: string; code: string }, deeper = true) => ({
    under: link(language, '/casussen'),
    breadcrumbs: [
      { text: t(language).placements.cases, href: link(language, '/casussen') },
      { text: t(language).placements.ofCase(head.code), href: link(language, paths.case(head.id)) },
      ...(deeper
        ? [{ text: t(language).placements.title, href: link(language, paths.placements(head.id)) }]
        : []),
    ],
  })

  app.get('/casussen/:id/hulp', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readPlacements(work, desk, idIn(c)))
    return respond(c, {
      ...wayUp(language, read.head, false),
      title: t(language).placements.title,
      content: placementsPage(language, catalogue, read),
    })
  })

  app.get('/casussen/:id/hulp/zoek', async (c) => {
    const language = c.get('language')
    const head = await act(c, (work) => searchForCase(work, idIn(c)))
    const offered = await published.offered()
    const criteria = criteriaFrom((name) => c.req.query(name), catalogue, offered)
    const { place } = criteria
    const offers = place ? (await published.list(place)).offers : []
    const content = searchPage(language, {
      knowledge,
      catalogue,
      offered,
      criteria,
      offers,
      caseId: head.id,
      action: paths.find(head.id),
      toOne: (id) => `${paths.propose(head.id)}?hulp=${id}`,
    })
    const title = t(language).placements.findTitle
    return respond(c, { ...wayUp(language, head), title, content, wide: true })
  })

  /** What was chosen: an offer that is published now, or an entry of the catalogue, or neither. */
  const chosenIn = async (given: (name: string) => string | undefined) => {
    const offerId = given('aanbod') ?? ''
    const offer = isId(offerId) ? await published.find(offerId) : undefined
    const asked = offer ? offer.intervention : given('hulp')
    return { offer, intervention: asked ? catalogue.find(asked) : undefined }
  }

  type Chosen = Awaited<ReturnType<typeof chosenIn>>

  const showProposal = async (
    c: HouseContext,
    { offer, intervention }: Chosen,
    { typed, errors }: { typed: Typed; errors: FormErrors },
  ) => {
    const language = c.get('language')
    const head = await act(c, (work) => beginProposal(work, idIn(c)))
    const wrong = Object.keys(errors).length > 0
    const key = keyIn(typed) ?? newId()
    const view = { knowledge, catalogue, intervention, offer, typed, errors, key }
    return respond(c, {
      ...wayUp(language, head),
      title: t(language).propose.title,
      content: proposePage(language, { ...view, caseId: head.id }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/casussen/:id/hulp/nieuw', async (c) => {
    whoIsSignedIn(c)
    const chosen = await chosenIn((name) => c.req.query(name))
    return showProposal(c, chosen, { typed: beginningWith(chosen.offer), errors: {} })
  })

  app.post('/casussen/:id/hulp/nieuw', async (c) => {
    const language = c.get('language')
    const caseId = idIn(c)
    const typed = await typedIn(c)
    const chosen = await chosenIn((name) => textOf(typed, name))
    const read = readProposal(typed, !chosen.intervention)
    if ('errors' in read) return showProposal(c, chosen, { typed, errors: read.errors })
    try {
      const id = await act(c, (work) =>
        proposePlacement(work, desk, caseId, {
          intervention: chosen.intervention?.id,
          offerId: chosen.offer?.id,
          words: read.value,
          language,
          key: keyIn(typed),
        }),
      )
      return c.redirect(link(language, paths.placement(caseId, id)), 303)
    } catch (error) {
      return keptBack(c, typed, error, undefined)
    }
  })

  app.get('/casussen/:id/hulp/:placement', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readPlacement(work, desk, placeIn(c)))
    return respond(c, {
      ...wayUp(language, read.head),
      title: helpName(language, catalogue, read.placement),
      content: placementPage(language, catalogue, read),
    })
  })

  /** How it stands now, or nothing for who may not see it any more. */
  const ifVisible = async (c: HouseContext, place: Place): Promise<ReadPlacement | undefined> => {
    try {
      return await act(c, (work) => readPlacement(work, desk, place))
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }

  const keptBack = async (
    c: HouseContext,
    typed: Typed,
    error: unknown,
    place: Place | undefined,
  ) => {
    const language = c.get('language')
    const words = t(language)
    const read = place && (await ifVisible(c, place))
    const now = read && {
      sentence: words.keptBack.state(
        helpName(language, catalogue, read.placement),
        words.placements.states[read.placement.state],
      ),
      link: {
        text: words.keptBack.toPlacement,
        href: link(language, paths.placement(read.head.id, read.placement.id)),
      },
    }
    const otherwise = { text: words.keptBack.toCases, href: link(language, '/casussen') }
    const page = keptBackPage(language, { typed, written, error, now, otherwise })
    return respond(c, { ...page, ...(read ? wayUp(language, read.head) : {}) })
  }

  const showAct = async (
    c: HouseContext,
    paged: PlacementAct,
    { typed, errors }: { typed: Typed | undefined; errors: FormErrors },
  ) => {
    const language = c.get('language')
    const read = await act(c, (work) => readPlacement(work, desk, placeIn(c)))
    const { head, placement } = read
    const wrong = Object.keys(errors).length > 0
    const shown = typed ?? datePartsFrom('on', dutchDay(clock()))
    return respond(c, {
      ...wayUp(language, head),
      title: t(language).acts[paged].title,
      content: placementActPage(language, {
        act: paged,
        caseId: head.id,
        id: placement.id,
        name: helpName(language, catalogue, placement),
        goals: placement.words.goals,
        typed: shown,
        errors,
        key: keyIn(shown) ?? newId(),
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  for (const paged of placementActs) {
    const path = `/casussen/:id/hulp/:placement/${actPaths[paged]}` as const
    app.get(path, (c) => showAct(c, paged, { typed: undefined, errors: {} }))
    app.post(path, async (c) => {
      const language = c.get('language')
      const place = placeIn(c)
      const typed = await typedIn(c)
      const goals =
        paged === 'evaluate'
          ? (await act(c, (work) => readPlacement(work, desk, place))).placement.words.goals
          : []
      const read = verbFrom(paged, typed, {
        language,
        goals,
        today: dutchDay(clock()),
        key: keyIn(typed),
      })
      if ('errors' in read) return showAct(c, paged, { typed, errors: read.errors })
      try {
        await act(c, (work) => read.value(work, desk, place))
      } catch (error) {
        const wrong = fieldErrorOf(error)
        if (wrong) return showAct(c, paged, { typed, errors: wrong })
        return keptBack(c, typed, error, place)
      }
      return c.redirect(link(language, paths.placement(place.caseId, place.id)), 303)
    })
  }

  return app
}

/** A verb's `invalid` about the day stands beside the day. */
const fieldErrorOf = (error: unknown): FormErrors | undefined =>
  error instanceof Refusal && error.kind === 'invalid' && error.because.startsWith('date-')
    ? { on: error.because }
    : undefined

/** Whom to contact, as the offer said. */
const beginningWith = (offer: PublishedOffer | undefined): Typed =>
  offer
    ? {
        contact: `${offer.organisation}, ${offer.contactFunction}, ${offer.contactWay}`.slice(
          0,
          200,
        ),
        otherTitle: offer.title ?? '',
        otherAbout: offer.title ? offer.about : '',
      }
    : {}
