import { Hono } from 'hono'
import type { Breadcrumb } from '#design/breadcrumbs/breadcrumbs.ts'
import type { Html } from '#design/html.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { Work } from '#platform/work.ts'
import { mayEditProtocol } from './access.ts'
import { beginImmediate, endImmediate, finishStep, leaveStep, stopRun } from './act-in-run.ts'
import type { RunAct } from './move-run.ts'
import { drillSpeeds, drillsPage, reportPage } from './pages-drill.ts'
import { runAside, runPage, runsPage, stopPage } from './pages-run.ts'
import {
  type FormView,
  immediateFields,
  immediatePage,
  reasonField,
  skipPage,
  stepPage,
} from './pages-step.ts'
import {
  listCaseRuns,
  listDrills,
  type RunView,
  readRun,
  type StepView,
  throwAwayDrill,
} from './read-run.ts'
import type { RouteParts } from './routes.ts'
import { protocolPlace } from './routes-protocol.ts'
import { homePath, immediatePath, runPath } from './run-place.ts'
import { startDrill, startRun } from './start-run.ts'
import {
  filledFor,
  longestReason,
  type ReadStepForm,
  readFields,
  readStepForm,
} from './step-form.ts'
import type { Home } from './store-runs.ts'
import { sentences, t } from './words.ts'

const bases = ['/casussen/:id/protocol', '/protocol/oefening'] as const

/** A run in a case, and a drill: the same pages on another ground. */
export function runRoutes({ desk, inTransaction, respond, clock }: RouteParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { knowledge } = desk
  const act = acting(inTransaction, 'follow-up-cases')
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)
  const today = () => dutchDay(clock())
  const numbers = () => today().split('-').map(Number).toReversed().join(' ')

  const homeOf = (c: HouseContext): Home =>
    c.req.param('id') === undefined ? 'drill' : { caseId: idIn(c) }
  const runOf = (c: HouseContext): string => idIn(c, 'run')
  const actOf = (c: HouseContext, typed: Typed): RunAct => ({
    home: homeOf(c),
    runId: runOf(c),
    language: c.get('language'),
    key: keyIn(typed),
  })
  const read = (c: HouseContext) => act(c, (work) => readRun(work, desk, homeOf(c), runOf(c)))

  const wayTo = (c: HouseContext, home: Home, code: string, run?: RunView): Breadcrumb[] => {
    const language = c.get('language')
    const words = t(language)
    const place =
      home === 'drill'
        ? [protocolPlace(c), { text: words.drill.title, href: link(language, homePath(home)) }]
        : [
            { text: words.run.toCases, href: link(language, '/casussen') },
            { text: words.run.toCase(code), href: link(language, `/casussen/${home.caseId}`) },
          ]
    return run
      ? [...place, { text: words.menu, href: link(language, runPath(home, run.id)) }]
      : place
  }
  type Page = { title: string; content: Html; code?: string | undefined; aside?: Html }
  const show = (c: HouseContext, { code, ...page }: Page, errors: FormErrors, run?: RunView) => {
    const home = homeOf(c)
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      ...page,
      breadcrumbs: wayTo(c, home, run?.code ?? code ?? '', run),
      under: link(c.get('language'), home === 'drill' ? '/protocol' : '/casussen'),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }
  const formView = (typed: Typed, errors: FormErrors): FormView => ({
    typed,
    errors,
    key: keyIn(typed) ?? newId(),
    today: numbers(),
  })

  /** Does the act; what cannot be done any more brings back what was typed, and how it stands now. */
  const doThen = async (
    c: HouseContext,
    typed: Typed,
    verb: (work: Work) => Promise<unknown>,
    path: string,
  ) => {
    try {
      await act(c, verb)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const language = c.get('language')
      const run = await ifVisible(() => read(c))
      const words = t(language)
      const at = run?.steps.find(({ step }) => step.id === c.req.param('step'))
      const page = keptBackPage(language, {
        typed,
        written: Object.keys(typed).filter((name) => !unwritten.test(name)),
        error,
        now: run && {
          sentence: at ? `${words.step.already}${words.run.states[at.state]}.` : '',
          link: { text: words.step.toRun, href: link(language, runPath(run.home, run.id)) },
        },
        otherwise: { text: words.menu, href: link(language, '/protocol') },
      })
      return respond(c, page)
    }
    return go(c, path)
  }

  const stepIn = (c: HouseContext, run: RunView): StepView =>
    run.steps.find(({ step }) => step.id === c.req.param('step')) ??
    refuse('not-found', 'no-such-step')

  const showStep = (c: HouseContext, run: RunView, sent?: Typed, errors: FormErrors = {}) => {
    const language = c.get('language')
    const one = stepIn(c, run)
    const typed = sent ?? filledFor(one.step.form, language, today())
    const content = stepPage(language, knowledge, { run, one }, formView(typed, errors))
    return show(c, { title: one.step.title[language], content }, errors, run)
  }

  const showSkip = (c: HouseContext, run: RunView, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const one = stepIn(c, run)
    const title = t(language).step.skipTitle(one.step.title[language])
    const content = skipPage(language, { run, one }, formView(typed, errors))
    return show(c, { title, content }, errors, run)
  }

  const showImmediate = (c: HouseContext, run: RunView, sent?: Typed, errors: FormErrors = {}) => {
    const language = c.get('language')
    const typed = sent ?? filledFor(immediateFields(language), language, today())
    const content = immediatePage(language, knowledge, run, formView(typed, errors))
    return show(c, { title: t(language).immediate.title, content }, errors, run)
  }

  const showStop = (c: HouseContext, run: RunView, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const words = t(language).stop
    const wrong = sentences(language, errors)
    const field = reasonField(language, { typed }, wrong, words.reason)
    const { key } = formView(typed, errors)
    const content = stopPage(language, run, { typed: field, errors, key })
    return show(c, { title: words.title, content }, errors, run)
  }

  for (const base of bases) {
    app.get(`${base}/:run`, async (c) => {
      const language = c.get('language')
      const run = await read(c)
      const title = run.drill
        ? t(language).run.drillTitle(run.drill.title[language])
        : t(language).run.title(run.code ?? '')
      const content = runPage(language, knowledge, run)
      return show(c, { title, content, aside: runAside(language, run), code: run.code }, {})
    })

    app.get(`${base}/:run/stap/:step`, async (c) => showStep(c, await read(c)))

    app.post(`${base}/:run/stap/:step`, async (c) => {
      const typed = await typedIn(c)
      const run = await read(c)
      const { step } = stepIn(c, run)
      const form = readStepForm(step, {
        typed,
        language: c.get('language'),
        today: today(),
        mayDecide: run.mayDecide,
      })
      if (!form.ok) return showStep(c, run, typed, form.errors)
      const to = form.danger ? immediatePath(run.home, run.id) : runPath(run.home, run.id)
      // What a law gives a term is done during the immediate route as well: it is not taken twice.
      const danger = form.danger && run.state === 'running'
      const verb = (work: Work) => doStepOf(work, actOf(c, typed), step.id, { ...form, danger })
      return doThen(c, typed, verb, to)
    })

    app.get(`${base}/:run/stap/:step/overslaan`, async (c) => showSkip(c, await read(c), {}, {}))

    app.post(`${base}/:run/stap/:step/overslaan`, async (c) => {
      const typed = await typedIn(c)
      const run = await read(c)
      const { step } = stepIn(c, run)
      const { reason, errors } = reasonIn(typed)
      if (errors) return showSkip(c, run, typed, errors)
      const verb = (work: Work) => leaveStep(work, desk, actOf(c, typed), step.id, reason)
      return doThen(c, typed, verb, runPath(run.home, run.id))
    })

    app.get(`${base}/:run/direct`, async (c) => showImmediate(c, await read(c)))

    app.post(`${base}/:run/direct`, async (c) => {
      const typed = await typedIn(c)
      const to = immediatePath(homeOf(c), runOf(c))
      return doThen(c, typed, (work) => beginImmediate(work, desk, actOf(c, typed)), to)
    })

    app.post(`${base}/:run/direct/klaar`, async (c) => {
      const typed = await typedIn(c)
      const run = await read(c)
      const language = c.get('language')
      const asked = { typed, language, today: today(), mayDecide: run.mayDecide }
      const form = readFields(immediateFields(language), asked)
      if (Object.keys(form.errors).length > 0) return showImmediate(c, run, typed, form.errors)
      const verb = (work: Work) => endImmediate(work, desk, actOf(c, typed), form.entries)
      return doThen(c, typed, verb, runPath(run.home, run.id))
    })

    app.get(`${base}/:run/stoppen`, async (c) => showStop(c, await read(c), {}, {}))

    app.post(`${base}/:run/stoppen`, async (c) => {
      const typed = await typedIn(c)
      const run = await read(c)
      const { reason, errors } = reasonIn(typed)
      if (errors) return showStop(c, run, typed, errors)
      const title = t(c.get('language')).stop.entry
      const verb = (work: Work) => stopRun(work, desk, actOf(c, typed), { title, reason })
      return doThen(c, typed, verb, runPath(run.home, run.id))
    })
  }

  /** An answer that means danger takes the immediate route in the same breath. */
  const doStepOf = async (
    work: Work,
    given: RunAct,
    step: string,
    { filled, danger }: Extract<ReadStepForm, { ok: true }>,
  ) => {
    const { again } = await finishStep(work, desk, given, step, filled)
    if (danger && !again) await beginImmediate(work, desk, { ...given, key: undefined })
  }

  const showRuns = async (c: HouseContext, caseId: string, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const runs = await act(c, (work) => listCaseRuns(work, desk, caseId))
    const key = keyIn(typed) ?? newId()
    const view = { caseId, runs, typed, errors, key, today: numbers() }
    const title = t(language).runs.title(runs.code)
    return show(c, { title, content: runsPage(language, view), code: runs.code }, errors)
  }

  app.get(bases[0], (c) => showRuns(c, idIn(c), {}, {}))

  app.post(bases[0], async (c) => {
    const caseId = idIn(c)
    const typed = await typedIn(c)
    const from = typedDate(datePartsOf(typed, 'from'))
    if (!from.ok) return showRuns(c, caseId, typed, { from: from.because })
    const begun = { countsFrom: from.date, language: c.get('language'), key: keyIn(typed) }
    try {
      const id = await act(c, (work) => startRun(work, desk, caseId, begun))
      return go(c, runPath({ caseId }, id))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      return showRuns(c, caseId, typed, { from: error.because })
    }
  })

  const showDrills = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const list = await act(c, (work) => listDrills(work, desk))
    const content = drillsPage(language, {
      list,
      stories: desk.protocols.drills,
      mayStart: mayEditProtocol(whoIsSignedIn(c).actor),
      typed,
      errors,
      key: keyIn(typed) ?? newId(),
    })
    return show(c, { title: t(language).drill.title, content }, errors)
  }

  app.get(bases[1], (c) => showDrills(c, {}, {}))

  app.post(bases[1], async (c) => {
    const typed = await typedIn(c)
    const drill = desk.protocols.drills.find(({ id }) => id === textOf(typed, 'story'))?.id
    const minutesPerDay = drillSpeeds.find((one) => String(one) === textOf(typed, 'speed'))
    const errors = {
      ...(drill ? {} : { story: 'choose-story' }),
      ...(minutesPerDay ? {} : { speed: 'choose-speed' }),
    }
    if (!drill || !minutesPerDay) return showDrills(c, typed, errors)
    const begun = { drill, minutesPerDay, language: c.get('language'), key: keyIn(typed) }
    const id = await act(c, (work) => startDrill(work, desk, begun))
    return go(c, runPath('drill', id))
  })

  app.get(`${bases[1]}/:run/verslag`, async (c) => {
    const language = c.get('language')
    const run = await read(c)
    const title = t(language).drill.reportTitle(run.drill?.title[language] ?? '')
    const mayThrowAway = mayEditProtocol(whoIsSignedIn(c).actor)
    return show(c, { title, content: reportPage(language, run, mayThrowAway) }, {}, run)
  })

  app.post(`${bases[1]}/:run/weggooien`, async (c) => {
    await act(c, (work) => throwAwayDrill(work, runOf(c)))
    return go(c, homePath('drill'))
  })

  return app
}

/** Not words of anybody: the key, answers that were chosen, dates. */
const unwritten = /^(key|again)$|-(origin|not|how|day|month|year)$/

function reasonIn(typed: Typed): { readonly reason: string; readonly errors?: FormErrors } {
  const reason = textOf(typed, 'reason').trim()
  if (reason === '') return { reason, errors: { reason: 'reason-missing' } }
  return reason.length > longestReason ? { reason, errors: { reason: 'too-long' } } : { reason }
}

/** Nothing for who may not see the run any more. */
async function ifVisible(see: () => Promise<RunView>): Promise<RunView | undefined> {
  try {
    return await see()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
