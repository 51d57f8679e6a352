import { Hono } from 'hono'
import { z } from 'zod'
import { readForm, textOf } from '#platform/form.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { signOut } from './end-sessions.ts'
import { findSignInOrganisations } from './find-sign-in-organisations.ts'
import type { IdentityParts } from './identity-parts.ts'
import type { Reception } from './reception.ts'
import { safePath } from './safe-path.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { choosePage, proveFirstPage, signInPage } from './sign-in-pages.ts'

const chosen = z.object({ organisatie: z.uuid() })

export function signInRoutes(
  { pool, inTransaction, config, respond, cookie }: IdentityParts,
  desk: Reception,
  limits: SignInLimits,
  script: string,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.use('/inloggen/*', limits.address)
  app.use('/kies-organisatie', limits.address)

  app.get('/inloggen', async (c) => {
    const question = (c.req.query('zoek') ?? '').slice(0, 100)
    return respond(
      c,
      signInPage(c.get('language'), {
        ...(await findSignInOrganisations(pool, question)),
        question,
        back: safePath(c.req.query('naar')),
        script,
        demo: config.demo,
        signedIn: c.get('signedIn'),
      }),
    )
  })

  app.post('/uitloggen', async (c) => {
    const signedIn = c.get('signedIn')
    if (signedIn) {
      await inTransaction(
        signedIn.actor,
        'sign-in',
        (work) => signOut(work, signedIn.sessionId),
        c.get('requestId'),
      )
    }
    cookie.clear(c)
    desk.proof.clear(c)
    return c.redirect(link(c.get('language'), safePath(c.req.query('naar'))), 303)
  })

  app.get('/kies-organisatie', async (c) => {
    const language = c.get('language')
    const back = safePath(c.req.query('naar'))
    const proven = await desk.provenOpenings(c)
    if (!proven) {
      whoIsSignedIn(c)
      return respond(c, proveFirstPage(language, config.demo))
    }
    const current = c.get('signedIn')?.actor.organisationId
    return respond(c, choosePage(language, { openings: proven.openings, current, back }))
  })

  app.post('/kies-organisatie', async (c) => {
    const typed = await typedIn(c)
    const form = readForm(chosen, typed)
    const proven = await desk.provenOpenings(c)
    if (!proven) return c.redirect(link(c.get('language'), '/kies-organisatie'), 303)
    const opening = form.ok
      ? proven.openings.find((each) => each.organisationId === form.value.organisatie)
      : undefined
    if (!opening) return refuse('not-found', 'no-such-organisation')
    const { openings, method, provenAt } = proven
    desk.rememberProof(c, openings, method, true, provenAt)
    await desk.open(c, opening, method, provenAt)
    return c.redirect(link(c.get('language'), safePath(textOf(typed, 'naar'))), 303)
  })

  return app
}
