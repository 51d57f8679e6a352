import { Hono } from 'hono'
import { z } from 'zod'
import { type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { appointInbrenger, takeOver } from './appoint.ts'
import { cardFields, kindIn, readCard } from './card-form.ts'
import { stopIntervision } from './decide.ts'
import { moves } from './intervision.ts'
import { keepCardDraft } from './keep-draft.ts'
import { moveOn } from './move-on.ts'
import { livePage } from './pages-live.ts'
import { roundPart } from './pages-round.ts'
import { cardPage } from './pages-write.ts'
import type { RouteParts } from './route-parts.ts'
import { sayReady } from './say-ready.ts'
import { takeAway } from './take-away.ts'
import { type Again, fresh, pathOf } from './view.ts'
import { t } from './words.ts'
import { addContribution, changeContribution } from './write-contribution.ts'

const writingPlace = '#write'

const moving = z.enum(moves).exclude(['end'])

/** Fields in which people write; the others are a choice, made again in a second. */
const written = [
  'text',
  'fact-text',
  'fact-moment',
  'thought-text',
  'mark-text',
  'explanation-text',
  'unknown-text',
  'question-text',
  'advice-text',
  'insight-text',
  'question',
  'agreement',
  'told-pupil',
  'told-parents',
]

/** What was done is not possible any more: say how it stands now, with everything that was typed. */
export function keepBack(language: Language, id: string, typed: Typed, error: unknown) {
  const words = t(language)
  const because = error instanceof Refusal ? error.because : ''
  const stands = error instanceof Refusal && error.kind !== 'not-found'
  const sentence =
    because in words.conflicts ? words.conflicts[because as keyof typeof words.conflicts] : ''
  return keptBackPage(language, {
    typed,
    written,
    error,
    now: stands
      ? { sentence, link: { text: words.keptBack.toTable, href: link(language, pathOf(id)) } }
      : undefined,
    otherwise: { text: words.keptBack.toList, href: link(language, '/intervisie') },
  })
}

/** Everything people do at a table. */
export function writeRoutes({ desk, respond, assets, act, view, go }: RouteParts) {
  const app = new Hono<HouseEnv>()

  /** Does the act and shows the table; what cannot be done any more brings back what was typed. */
  const doAt = async <T>(
    c: HouseContext,
    typed: Typed,
    verb: (work: Work, id: string) => Promise<T>,
    placeOf: (done: T) => string = () => '',
  ) => {
    const id = idIn(c)
    let done: T
    try {
      done = await act(c, (work) => verb(work, id))
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'invalid') {
        return showAgain(c, id, { typed, errors: { act: error.because } })
      }
      return respond(c, keepBack(c.get('language'), id, typed, error))
    }
    return go(c, pathOf(id) + placeOf(done))
  }

  const showAgain = async (c: HouseContext, id: string, again: Again) => {
    const seen = await view(c, id)
    return respond(c, {
      title: seen.table.topic ?? t(seen.language).nav,
      content: livePage(seen, again),
      aside: roundPart(seen),
      scripts: [assets.script],
      error: true,
      status: 422,
    })
  }

  app.post('/intervisie/:id/bijdragen', async (c) => {
    const typed = await typedIn(c)
    const kind = kindIn(typed)
    if (!kind) return refuse('invalid', 'unknown-kind')
    const read = readCard(kind, typed)
    if (!read.ok) return showAgain(c, idIn(c), { typed, errors: read.errors })
    const { contribution } = read
    const phase = textOf(typed, 'phase')
    const key = keyIn(typed) ?? newId()
    return doAt(
      c,
      typed,
      (work, id) => addContribution(work, desk, id, { phase, contribution, key }),
      // The form for another of the same kind, where the step asks for several.
      ({ late }) => (late ? writingPlace : `#write-${kind}`),
    )
  })

  app.post('/intervisie/:id/concept', async (c) => {
    const typed = await typedIn(c)
    const kind = kindIn(typed)
    const key = keyIn(typed)
    if (!kind || !key) return refuse('invalid', 'unknown-kind')
    const phase = textOf(typed, 'phase').slice(0, 60)
    const fields = Object.fromEntries(
      Object.entries(cardFields(kind, typed)).map(([name, value]) => [name, value.slice(0, 1_000)]),
    )
    const read = readCard(kind, typed)
    const card = read.ok ? read.contribution : undefined
    return doAt(
      c,
      typed,
      (work, id) => keepCardDraft(work, desk, id, { phase, kind, key, fields, card }),
      () => writingPlace,
    )
  })

  const showCard = async (c: HouseContext, again: Again) => {
    const seen = await view(c, idIn(c))
    const id = idIn(c, 'card')
    const card = seen.table.cards.find((one) => one.id === id && one.mine)
    if (!card) return refuse('not-found', 'no-such-card')
    const wrong = Object.keys(again.errors).length > 0
    return respond(c, {
      title: t(seen.language).card.title,
      content: cardPage(seen, card, again),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/intervisie/:id/kaarten/:card', (c) => showCard(c, fresh))
  app.post('/intervisie/:id/kaarten/:card', async (c) => {
    const typed = await typedIn(c)
    const card = idIn(c, 'card')
    if (textOf(typed, 'act') === 'take-back') {
      return doAt(
        c,
        typed,
        (work, id) => changeContribution(work, desk, id, card, undefined),
        () => writingPlace,
      )
    }
    const kind = kindIn(typed)
    if (!kind) return refuse('invalid', 'unknown-kind')
    const read = readCard(kind, typed)
    if (!read.ok) return showCard(c, { typed, errors: read.errors })
    return doAt(
      c,
      typed,
      (work, id) => changeContribution(work, desk, id, card, read.contribution),
      () => writingPlace,
    )
  })

  app.post('/intervisie/:id/klaar', async (c) => {
    const typed = await typedIn(c)
    const ready = textOf(typed, 'ready') !== 'no'
    const phase = textOf(typed, 'phase')
    return doAt(c, {}, (work, id) => sayReady(work, desk, id, { phase, ready }))
  })

  app.post('/intervisie/:id/verder', async (c) => {
    const typed = await typedIn(c)
    const read = moving.safeParse(textOf(typed, 'act'))
    if (!read.success) return refuse('invalid', 'unknown-move')
    const from = textOf(typed, 'from')
    return doAt(c, {}, (work, id) => moveOn(work, desk, id, { act: read.data, from }))
  })

  app.post('/intervisie/:id/inbrenger', async (c) => {
    const person = textOf(await typedIn(c), 'person')
    if (person && !isId(person)) return refuse('invalid', 'choose-participant')
    return doAt(c, {}, (work, id) => appointInbrenger(work, desk, id, person || undefined))
  })

  app.post('/intervisie/:id/weghalen', async (c) => {
    const typed = await typedIn(c)
    const person = textOf(typed, 'away')
    return doAt(c, typed, (work, id) =>
      isId(person) ? takeAway(work, desk, id, person) : refuse('invalid', 'choose-participant'),
    )
  })

  app.post('/intervisie/:id/overnemen', async (c) => {
    const from = textOf(await typedIn(c), 'from')
    return doAt(c, {}, (work, id) => takeOver(work, desk, id, from))
  })

  app.post('/intervisie/:id/stoppen', async (c) => {
    const from = textOf(await typedIn(c), 'from')
    return doAt(c, {}, (work, id) => stopIntervision(work, desk, id, from))
  })

  return app
}
