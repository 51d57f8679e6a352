import { Hono } from 'hono'
import type { Html } from '#design/html.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor } from './access.ts'
import { readImmediateChange, readOwnStep, readStepChange } from './edit-form.ts'
import { canBeFollowed } from './edition.ts'
import { asRead, type DraftAsRead, printOf } from './edition-print.ts'
import {
  addOwnStep,
  backToExample,
  changeImmediate,
  changeOwnStep,
  changeStep,
  discardDraft,
  startDraft,
} from './keep-draft.ts'
import type { CheckView } from './pages-check.ts'
import {
  adoptPage,
  discardPage,
  draftPage,
  type EditView,
  fieldsOfStep,
  immediateEditPage,
  ownStepPage,
  stepEditPage,
} from './pages-edit.ts'
import { stepRoles } from './protocol.ts'
import { putInForce } from './put-in-force.ts'
import { checkEdition, type ReadEdition, readDraft } from './read-editions.ts'
import type { RouteParts } from './routes.ts'
import { justAdopted, protocolPlace } from './routes-protocol.ts'
import { immediateStep } from './sufficiency.ts'
import { t } from './words.ts'

const base = '/protocol/aanpassen'
/** Fields in which people write; the others are a choice, made again in a second. */
const written = ['title', 'text', 'contact', 'off']

const readIn = (typed: Typed): DraftAsRead => ({
  draft: textOf(typed, 'draft'),
  print: textOf(typed, 'print'),
})

/** A school prepares its own edition in a draft and puts it in force. */
export function editRoutes({ desk, inTransaction, respond }: RouteParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'manage-organisation')
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)
  const draftPlace = (c: HouseContext) => ({
    text: t(c.get('language')).edit.title,
    href: link(c.get('language'), base),
  })
  const show = (
    c: HouseContext,
    page: { title: string; content: Html; wide?: boolean },
    errors: FormErrors = {},
    beyond = true,
  ) => {
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      ...page,
      breadcrumbs: beyond ? [protocolPlace(c), draftPlace(c)] : [protocolPlace(c)],
      under: protocolPlace(c).href,
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.use(base, async (c, next) => {
    editor(whoIsSignedIn(c))
    await next()
  })
  app.use(`${base}/*`, async (c, next) => {
    editor(whoIsSignedIn(c))
    await next()
  })

  const checked = async (work: Work, draft: ReadEdition): Promise<Omit<CheckView, 'of'>> => ({
    protocol: draft.protocol,
    findings: await checkEdition(work, desk, draft),
    sufficiency: desk.protocols.sufficiency,
    knowledge: desk.knowledge,
    mayEdit: true,
    hasDraft: true,
  })

  app.get(base, async (c) => {
    const language = c.get('language')
    const { draft, check } = await act(c, async (work) => {
      const draft = await readDraft(work, desk)
      return { draft, check: draft && (await checked(work, draft)) }
    })
    return show(
      c,
      { title: t(language).edit.title, content: draftPage(language, draft, check), wide: true },
      {},
      false,
    )
  })

  app.post(base, async (c) => {
    await act(c, (work) => startDraft(work, desk))
    return go(c, base)
  })

  /** The draft with everybody who can be named in it; without one there is nothing to change. */
  const opened = (c: HouseContext) =>
    act(c, async (work) => {
      const draft = (await readDraft(work, desk)) ?? refuse('not-found', 'no-draft')
      const roles = stepRoles(whoIsSignedIn(c).actor.organisationKind)
      return { draft, roles, colleagues: await desk.colleagues(work, roles) }
    })
  type Opened = Awaited<ReturnType<typeof opened>>
  const asking = ({ roles, colleagues }: Opened, typed: Typed) => ({
    typed,
    roles,
    colleagues: colleagues.map(({ personId }) => personId),
  })

  /** Keeps a change; when the draft changed meanwhile, what was typed comes back. */
  const keep = async (
    c: HouseContext,
    typed: Typed,
    verb: (work: Work) => Promise<void>,
    to: string = base,
  ) => {
    try {
      await act(c, verb)
    } catch (error) {
      const language = c.get('language')
      const words = t(language).edit
      const way = { text: words.toDraft, href: link(language, base) }
      return respond(
        c,
        keptBackPage(language, {
          typed,
          written,
          error,
          now: { sentence: words.keptBack, link: way },
          otherwise: way,
        }),
      )
    }
    return go(c, to)
  }

  const stepName = (c: HouseContext): string => c.req.param('step') ?? ''

  const showStep = (
    c: HouseContext,
    { draft, roles: there, colleagues }: Opened,
    given?: { typed: Typed; errors: FormErrors },
  ) => {
    const language = c.get('language')
    const name = stepName(c)
    const step = draft.protocol.steps.find(({ id }) => id === name)
    if (!step) return refuse('not-found', 'no-such-step')
    const own = draft.content.changes.own.find(({ id }) => id === name)
    const view: EditView = {
      typed: given?.typed ?? { ...fieldsOfStep(language, step), writes: own?.writes ?? '' },
      errors: given?.errors ?? {},
      roles: there,
      colleagues,
      print: given ? textOf(given.typed, 'print') : printOf(draft.content, name),
    }
    const { requirements } = desk.protocols.sufficiency
    const content = own
      ? ownStepPage(language, { ...view, requirements, own })
      : stepEditPage(language, step, view)
    return show(
      c,
      { title: t(language).edit.stepTitle(step.title[language]), content },
      view.errors,
    )
  }

  app.get(`${base}/stap/:step`, async (c) => showStep(c, await opened(c)))

  app.post(`${base}/stap/:step`, async (c) => {
    const typed = await typedIn(c)
    const open = await opened(c)
    const read = { step: stepName(c), print: textOf(typed, 'print') }
    const { example, changes } = open.draft.content
    const requirements = desk.protocols.sufficiency.requirements.map(({ id }) => id)
    if (changes.own.some(({ id }) => id === read.step)) {
      const form = readOwnStep({ ...asking(open, typed), requirements })
      if (!form.ok) return showStep(c, open, { typed, errors: form.errors })
      const { follows: _, ...change } = form.value
      return keep(c, typed, (work) => changeOwnStep(work, desk, read, change))
    }
    const step =
      example.steps.find(({ id }) => id === read.step) ?? refuse('not-found', 'no-such-step')
    const form = readStepChange(step, asking(open, typed))
    if (!form.ok) return showStep(c, open, { typed, errors: form.errors })
    return keep(c, typed, (work) => changeStep(work, desk, read, form.value))
  })

  const goBack = async (c: HouseContext, step: string) => {
    const typed = await typedIn(c)
    const read = { step, print: textOf(typed, 'print') }
    return keep(c, typed, (work) => backToExample(work, desk, read))
  }

  app.post(`${base}/stap/:step/terug`, (c) => goBack(c, stepName(c)))

  const showImmediate = (
    c: HouseContext,
    { draft, roles: there, colleagues }: Opened,
    given?: { typed: Typed; errors: FormErrors },
  ) => {
    const language = c.get('language')
    const { immediate } = draft.protocol
    const { text, roles, personId, contact } = immediate
    const view: EditView = {
      typed: given?.typed ?? { text: text[language], roles, colleague: personId ?? '', contact },
      errors: given?.errors ?? {},
      roles: there,
      colleagues,
      print: given ? textOf(given.typed, 'print') : printOf(draft.content, immediateStep),
    }
    const words = t(language).edit
    return show(
      c,
      {
        title: words.stepTitle(words.immediate),
        content: immediateEditPage(language, draft.content.example.immediate, view),
      },
      view.errors,
    )
  }

  app.get(`${base}/directe-route`, async (c) => showImmediate(c, await opened(c)))

  app.post(`${base}/directe-route`, async (c) => {
    const typed = await typedIn(c)
    const open = await opened(c)
    const form = readImmediateChange(open.draft.content.example.immediate, asking(open, typed))
    if (!form.ok) return showImmediate(c, open, { typed, errors: form.errors })
    const print = textOf(typed, 'print')
    return keep(c, typed, (work) => changeImmediate(work, desk, print, form.value))
  })

  app.post(`${base}/directe-route/terug`, (c) => goBack(c, immediateStep))

  const showNew = (c: HouseContext, open: Opened, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { requirements } = desk.protocols.sufficiency
    const content = ownStepPage(language, {
      typed,
      errors,
      print: '',
      roles: open.roles,
      colleagues: open.colleagues,
      requirements,
      key: keyIn(typed) ?? newId(),
      steps: canBeFollowed(open.draft.protocol),
    })
    return show(c, { title: t(language).edit.newTitle, content }, errors)
  }

  app.get(`${base}/stap-erbij`, async (c) => showNew(c, await opened(c), {}, {}))

  app.post(`${base}/stap-erbij`, async (c) => {
    const typed = await typedIn(c)
    const open = await opened(c)
    const form = readOwnStep({
      ...asking(open, typed),
      steps: canBeFollowed(open.draft.protocol).map(({ id }) => id),
      requirements: desk.protocols.sufficiency.requirements.map(({ id }) => id),
    })
    if (!form.ok) return showNew(c, open, typed, form.errors)
    const key = keyIn(typed) ?? newId()
    return keep(c, typed, (work) => addOwnStep(work, desk, { key, ...form.value }))
  })

  app.get(`${base}/vaststellen`, async (c) => {
    const language = c.get('language')
    const view = await act(c, async (work) => {
      const draft = (await readDraft(work, desk)) ?? refuse('not-found', 'no-draft')
      return { draft, check: await checked(work, draft) }
    })
    return show(c, { title: t(language).edit.adoptTitle, content: adoptPage(language, view) })
  })

  app.post(`${base}/vaststellen`, async (c) => {
    const typed = await typedIn(c)
    return keep(
      c,
      typed,
      (work) => putInForce(work, desk, readIn(typed)),
      `/protocol?${justAdopted}=1`,
    )
  })

  app.get(`${base}/weggooien`, async (c) => {
    const { draft } = await opened(c)
    const language = c.get('language')
    const content = discardPage(language, asRead(draft))
    return show(c, { title: t(language).edit.discardTitle, content })
  })

  app.post(`${base}/weggooien`, async (c) => {
    const typed = await typedIn(c)
    return keep(c, typed, (work) => discardDraft(work, desk, readIn(typed)), '/protocol')
  })

  return app
}
