import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Clock, Temporal } from '#platform/clock.ts'
import { textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { isId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { mayPublish } from './access.ts'
import { countAgain } from './count-again.ts'
import type { FiguresDesk } from './desk.ts'
import { ownPage } from './page-own.ts'
import { paths } from './paths.ts'
import { readOwnFigures } from './read-own-figures.ts'
import { turnPublishingOff, turnPublishingOn } from './turn-publishing.ts'
import { t } from './words.ts'

export type OwnParts = {
  readonly desk: FiguresDesk
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly requireStepUp: (signedIn: SignedIn, now: Temporal.Instant) => void
}

/** To anybody else there is no such page, before a form is even read. */
const publishersFirst = createMiddleware<HouseEnv>(async (c, next) => {
  if (!mayPublish(whoIsSignedIn(c).actor)) refuse('not-found', 'no-such-page')
  await next()
})

type Shown = {
  readonly note?: string | undefined
  readonly error?: string | undefined
  readonly status?: 200 | 409 | 422
}

/** Where an organisation sees what it publishes, turns it on and off, and has it counted again. */
export function ownRoutes({ desk, respond, inTransaction, clock, requireStepUp }: OwnParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'tell-figures')
  const prove = (c: HouseContext) => requireStepUp(whoIsSignedIn(c), clock())
  const toOwn = (c: HouseContext) => c.redirect(link(c.get('language'), paths.own), 303)

  const show = async (c: HouseContext, { status = 200, ...shown }: Shown) => {
    const own = await act(c, (work) => readOwnFigures(work, desk))
    return respond(c, { ...ownPage(c.get('language'), { desk, own, ...shown }), status })
  }
  /** What a verb refused is said on the page itself. */
  const refused = (c: HouseContext, error: unknown) => {
    const { refused: sentences } = t(c.get('language')).own
    const isKnown = (code: string): code is keyof typeof sentences => code in sentences
    if (!(error instanceof Refusal) || !isKnown(error.because)) throw error
    return show(c, { note: sentences[error.because], status: 409 })
  }

  app.use(paths.own, publishersFirst)
  app.use(`${paths.own}/*`, publishersFirst)

  app.get(paths.own, (c) => show(c, {}))

  app.post(paths.turnOn, async (c) => {
    const ministry = textOf(await typedIn(c), 'ministry')
    if (!isId(ministry)) {
      return show(c, { error: t(c.get('language')).own.chooseMinistry, status: 422 })
    }
    prove(c)
    try {
      await act(c, (work) => turnPublishingOn(work, ministry))
    } catch (error) {
      return refused(c, error)
    }
    return toOwn(c)
  })

  app.post(paths.turnOff, async (c) => {
    await act(c, turnPublishingOff)
    return toOwn(c)
  })

  app.post(paths.again, async (c) => {
    const typed = await typedIn(c)
    const which = { definition: textOf(typed, 'definition'), period: textOf(typed, 'period') }
    prove(c)
    try {
      const changed = await act(c, (work) => countAgain(work, desk, which))
      const { changed: other, same } = t(c.get('language')).own
      return await show(c, { note: changed ? other : same })
    } catch (error) {
      return refused(c, error)
    }
  })

  return app
}
