import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { SharingDesk } from '#capabilities/sharing/index.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import type { InTransaction } from '#platform/work.ts'
import { programManager } from './access.ts'
import {
  changeKeys,
  changeLines,
  endProgram,
  readLineChoices,
  readProgram,
  readPrograms,
  registerProgram,
} from './manage-programs.ts'
import { paths } from './paths.ts'
import { isHttps, readKeyPlace, readLines, readProgramForm } from './program-form.ts'
import { newProgramPage, programPage, programsPage } from './program-pages.ts'
import { changeWebhook } from './set-webhook.ts'
import { t } from './words.ts'

export type ProgramRouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  /** the door of sharing: which lines there are to give */
  readonly desk: SharingDesk
  readonly requireStepUp: (signedIn: SignedIn, now: Temporal.Instant) => void
  readonly issuerOf: (c: HouseContext) => string
}

/** Nothing here answers somebody who manages no programs, before a form is even read. */
const managersFirst = createMiddleware<HouseEnv>(async (c, next) => {
  programManager(whoIsSignedIn(c).actor)
  await next()
})

type Shown = { readonly typed: Typed; readonly errors: FormErrors }
const nothing: Shown = { typed: {}, errors: {} }

/** Where an administrator lets programs in, looks at them, and ends them. */
export function programRoutes(parts: ProgramRouteParts): Hono<HouseEnv> {
  const { respond, inTransaction, clock, requireStepUp, issuerOf } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'manage-organisation')
  const prove = (c: HouseContext) => requireStepUp(whoIsSignedIn(c), clock())
  const under = (c: HouseContext) => {
    const href = link(c.get('language'), paths.programs)
    return { breadcrumbs: [{ text: t(c.get('language')).back, href }], under: href }
  }
  const to = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  app.use(paths.programs, managersFirst)
  app.use(`${paths.programs}/*`, managersFirst)

  app.get(paths.programs, async (c) => {
    const language = c.get('language')
    const programs = await act(c, readPrograms)
    const content = programsPage(language, programs)
    return respond(c, { title: t(language).list.title, content, wide: true })
  })

  const linesHere = (c: HouseContext) =>
    act(c, (work) => readLineChoices(work, parts.desk, c.get('language')))

  const linesIn = async (c: HouseContext) => (await linesHere(c)).map(({ id }) => id)

  const showNew = async (c: HouseContext, { typed, errors }: Shown) => {
    const language = c.get('language')
    const lines = await linesHere(c)
    const wrong = Object.keys(errors).length > 0
    const content = newProgramPage(language, {
      ...{ typed, errors, lines, key: keyIn(typed) ?? newId() },
    })
    const page = { ...under(c), title: t(language).add.title, content }
    return respond(c, { ...page, error: wrong, status: wrong ? 422 : 200 })
  }

  app.get(paths.newProgram, (c) => showNew(c, nothing))

  app.post(paths.newProgram, async (c) => {
    const typed = await typedIn(c)
    const read = await readProgramForm(typed, await linesIn(c))
    if (!read.ok) return showNew(c, { typed: withoutSecrets(typed, read.errors), ...read })
    prove(c)
    const id = keyIn(typed) ?? newId()
    await act(c, (work) => registerProgram(work, { id, ...read.value }))
    return to(c, paths.program(id))
  })

  const showOne = async (c: HouseContext, { typed, errors }: Shown) => {
    const seen = await act(c, (work) => readProgram(work, idIn(c)))
    const { organisationId } = whoIsSignedIn(c).actor
    const lines = await linesHere(c)
    const view = { ...seen, lines, organisationId, issuer: issuerOf(c), typed, errors }
    const wrong = Object.keys(errors).length > 0
    const content = programPage(c.get('language'), view)
    const page = { ...under(c), title: seen.program.name, content }
    return respond(c, { ...page, error: wrong, status: wrong ? 422 : 200 })
  }

  app.get(`${paths.programs}/:id`, (c) => showOne(c, nothing))

  app.post(`${paths.programs}/:id/sleutels`, async (c) => {
    const typed = await typedIn(c)
    const read = await readKeyPlace(typed)
    if (!read.ok) return showOne(c, { typed: withoutSecrets(typed, read.errors), ...read })
    prove(c)
    await act(c, (work) => changeKeys(work, idIn(c), read.value))
    return to(c, paths.program(idIn(c)))
  })

  app.post(`${paths.programs}/:id/wegen`, async (c) => {
    const typed = await typedIn(c)
    const read = readLines(typed, await linesIn(c))
    // Nothing ticked is an answer too, so it is shown as it was sent.
    if (!read.ok) return showOne(c, { typed: { lines: [], ...typed }, ...read })
    prove(c)
    await act(c, (work) => changeLines(work, idIn(c), read.value))
    return to(c, paths.program(idIn(c)))
  })

  app.post(`${paths.programs}/:id/meldingen`, async (c) => {
    const typed = await typedIn(c)
    const address = textOf(typed, 'webhook').trim()
    if (address && !isHttps(address)) {
      return showOne(c, { typed, errors: { webhook: 'address-wrong' } })
    }
    prove(c)
    await act(c, (work) => changeWebhook(work, idIn(c), address || undefined))
    return to(c, paths.program(idIn(c)))
  })

  app.post(`${paths.programs}/:id/beeindigen`, async (c) => {
    prove(c)
    await act(c, (work) => endProgram(work, idIn(c)))
    return to(c, paths.program(idIn(c)))
  })

  return app
}

/** A secret key that was pasted by mistake is not shown again on a screen. */
const withoutSecrets = (typed: Typed, errors: FormErrors): Typed =>
  errors.keys === 'keys-private' ? { ...typed, keys: '' } : typed
