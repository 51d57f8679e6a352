import { Hono } from 'hono'
import { listOwnCases } from '#capabilities/cases/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { owners } from './access.ts'
import { decide } from './decide.ts'
import { readDecision } from './decide-form.ts'
import { enterPaper } from './enter-paper.ts'
import { nameOfMethod } from './method-of.ts'
import { decidePage, endsInDecision } from './pages-decide.ts'
import { paperPage } from './pages-paper.ts'
import { decideTitle } from './pages-steer.ts'
import { takePage } from './pages-take.ts'
import { readPaper } from './paper-form.ts'
import type { RouteParts } from './route-parts.ts'
import { keepBack } from './routes-write.ts'
import { takeToCase } from './take-to-case.ts'
import { type Again, fresh, pathOf, type View } from './view.ts'
import { t } from './words.ts'

/** How a table ends, and what becomes of it. */
export function afterRoutes({ desk, clock, respond, act, view, go }: RouteParts) {
  const app = new Hono<HouseEnv>()

  /** Only the facilitator has these pages. */
  const asFacilitator = async (c: HouseContext): Promise<View> => {
    const seen = await view(c, idIn(c))
    return seen.table.isFacilitator ? seen : refuse('not-allowed', 'only-the-facilitator')
  }
  const colleagues = (c: HouseContext) =>
    act(c, (work) => {
      work.audit({ act: 'intervision.choose-owner' })
      return desk.colleagues(work, owners)
    })
  const tableLink = ({ language, table }: View) => [
    { text: t(language).list.title, href: link(language, '/intervisie') },
    { text: table.topic ?? '', href: link(language, pathOf(table.id)) },
  ]
  const statusOf = ({ errors }: Again) => (Object.keys(errors).length > 0 ? 422 : 200)

  /** The decision that was typed, or the page again. */
  const showDecide = async (c: HouseContext, again: Again) => {
    const seen = await asFacilitator(c)
    if (seen.table.state !== 'running') return refuse('conflict', 'not-running')
    return respond(c, {
      title: decideTitle(seen),
      breadcrumbs: tableLink(seen),
      content: decidePage(seen, { ...again, colleagues: await colleagues(c) }),
      error: statusOf(again) === 422,
      status: statusOf(again),
    })
  }

  app.get('/intervisie/:id/besluit', (c) => showDecide(c, fresh))
  app.post('/intervisie/:id/besluit', async (c) => {
    const typed = await typedIn(c)
    const id = idIn(c)
    const seen = await asFacilitator(c)
    const read = readDecision(typed, endsInDecision(seen), dutchDay(clock()))
    const again = (errors: FormErrors) => showDecide(c, { typed, errors })
    // A table that ended meanwhile is told as such, with everything that was typed.
    if (!read.ok && seen.table.state === 'running') return again(read.errors)
    try {
      if (!read.ok) return refuse('conflict', 'not-running')
      const from = textOf(typed, 'from')
      await act(c, (work) => decide(work, desk, id, { ...read.decision, from }))
      return go(c, pathOf(id))
    } catch (error) {
      if (error instanceof Refusal && error.because === 'choose-owner') {
        return again({ owner: 'choose-owner' })
      }
      return respond(c, keepBack(c.get('language'), id, typed, error))
    }
  })

  const showPaper = async (c: HouseContext, again: Again) => {
    const seen = await asFacilitator(c)
    if (!seen.table.onPaper) return refuse('not-found', 'no-such-intervision')
    if (seen.table.state === 'ended') return go(c, pathOf(seen.table.id))
    return respond(c, {
      title: t(seen.language).paper.title,
      breadcrumbs: tableLink(seen),
      content: paperPage(seen, {
        ...again,
        key: keyIn(again.typed) ?? newId(),
        colleagues: await colleagues(c),
      }),
      error: statusOf(again) === 422,
      status: statusOf(again),
    })
  }

  app.get('/intervisie/:id/van-papier', (c) => showPaper(c, fresh))
  app.post('/intervisie/:id/van-papier', async (c) => {
    const typed = await typedIn(c)
    const id = idIn(c)
    const seen = await asFacilitator(c)
    const { phases } = seen.table
    const cards = readPaper(typed, phases, desk.knowledge.map)
    const read = readDecision(typed, endsInDecision(seen), '0000-00-00')
    const errors = { ...(cards.ok ? {} : cards.errors), ...(read.ok ? {} : read.errors) }
    if (!cards.ok || !read.ok) return showPaper(c, { typed, errors })
    try {
      const { decision } = read
      await act(c, (work) => enterPaper(work, desk, id, { cards: cards.cards, decision }))
      return go(c, pathOf(id))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      const field = error.because === 'choose-owner' ? 'owner' : 'explanation-innocent'
      return showPaper(c, { typed, errors: { [field]: error.because } })
    }
  })

  const showTake = async (c: HouseContext, again: Again) => {
    const seen = await asFacilitator(c)
    if (seen.table.state !== 'ended') return refuse('conflict', 'not-possible-now')
    const cases = await act(c, (work) => {
      work.audit({ act: 'intervision.choose-case', subject: seen.table.id })
      return listOwnCases(work, desk.cases)
    })
    return respond(c, {
      title: t(seen.language).take.title,
      breadcrumbs: tableLink(seen),
      content: takePage(seen, { ...again, key: keyIn(again.typed) ?? newId(), cases }),
      error: statusOf(again) === 422,
      status: statusOf(again),
    })
  }

  app.get('/intervisie/:id/naar-de-casus', (c) => showTake(c, fresh))
  app.post('/intervisie/:id/naar-de-casus', async (c) => {
    const typed = await typedIn(c)
    const id = idIn(c)
    const seen = await asFacilitator(c)
    const caseId = textOf(typed, 'case')
    const errors: Record<string, string> = {}
    if (!isId(caseId)) errors.case = 'choose-case'
    if (textOf(typed, 'team') !== 'yes') errors.team = 'team-agrees'
    if (Object.keys(errors).length > 0) return showTake(c, { typed, errors })
    try {
      await act(c, (work) => takeToCase(work, desk, id, { caseId, ...chosenIn(seen, typed) }))
      return go(c, pathOf(id))
    } catch (error) {
      const field = takeField(error)
      if (!(error instanceof Refusal) || !field) {
        return respond(c, keepBack(c.get('language'), id, typed, error))
      }
      const code = error.kind === 'not-found' ? 'choose-case' : error.because
      return showTake(c, { typed, errors: { [field]: code } })
    }
  })

  const chosenIn = ({ language, table, knowledge }: View, typed: Typed) => {
    const { take, outcomes } = t(language)
    return {
      cards: [...listOf(typed, 'card'), ...listOf(typed, 'reading')],
      decision: textOf(typed, 'decision') === 'yes',
      key: keyIn(typed) ?? newId(),
      words: {
        source: take.source(nameOfMethod(knowledge, table.method)[language]),
        copied: take.copied,
        task: take.task,
        noReasons: take.noReasons,
        outcome: table.outcome ? outcomes[table.outcome] : '',
      },
    }
  }
  return app
}

/** The field to which a refusal belongs; nothing when it is about the table itself. */
const takeField = (error: unknown): string | undefined => {
  if (!(error instanceof Refusal)) return undefined
  if (error.kind === 'not-found') return 'case'
  if (error.because === 'cannot-decide' || error.because === 'not-in-circle') return 'decision'
  if (error.because === 'needs-innocent') return 'reading'
  return error.kind === 'invalid' ? 'card' : undefined
}
