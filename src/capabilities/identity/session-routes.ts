import { Hono } from 'hono'
import { places } from '#design/page/places.ts'
import { textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { mayManagePeople } from './access.ts'
import { revokePasskey } from './check-passkey.ts'
import { chooseLanguage } from './choose-language.ts'
import { endOtherSessions, endSession } from './end-sessions.ts'
import { hasProvider } from './find-sign-in-organisations.ts'
import { forYouPage, forYouPath } from './for-you-page.ts'
import type { IdentityParts } from './identity-parts.ts'
import { safePath } from './safe-path.ts'
import { demoPrefix, isSteppedUp } from './session.ts'
import { accountPage } from './session-pages.ts'
import { showAccount } from './show-account.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { confirmPage, provenPage } from './sign-in-pages.ts'
import { confirmIdentity } from './step-up.ts'

export function sessionRoutes(
  { inTransaction, keyring, clock, config, respond, cookie }: IdentityParts,
  limits: SignInLimits,
  script: string,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/sessies', async (c) => {
    const { actor, sessionId } = whoIsSignedIn(c)
    const account = await own(c, (work) => showAccount(work, keyring))
    const manages = mayManagePeople(actor)
    return respond(c, accountPage(c.get('language'), { ...account, sessionId, manages }))
  })

  // A form and not a link, because it changes something; the path tells the language.
  app.post(places.language, async (c) => {
    const language = c.get('language')
    const typed = await typedIn(c)
    await own(c, (work) => chooseLanguage(work, language))
    return c.redirect(link(language, safePath(textOf(typed, 'naar'))), 303)
  })

  app.get(forYouPath, (c) => {
    const { actor } = whoIsSignedIn(c)
    return respond(c, forYouPage(c.get('language'), actor))
  })

  app.post('/sessies/andere', async (c) => {
    const { sessionId } = whoIsSignedIn(c)
    await own(c, (work) => endOtherSessions(work, sessionId))
    return back(c)
  })

  app.post('/sessies/:id/beeindig', async (c) => {
    const { sessionId } = whoIsSignedIn(c)
    const id = idIn(c)
    await own(c, (work) => endSession(work, id))
    if (id !== sessionId) return back(c)
    cookie.clear(c)
    return c.redirect(link(c.get('language'), '/'), 303)
  })

  app.post('/sessies/passkeys/:id/intrekken', async (c) => {
    const { steppedUpAt } = whoIsSignedIn(c)
    if (!isSteppedUp(steppedUpAt, clock())) return confirmFirst(c)
    await own(c, (work) => revokePasskey(work, c.req.param('id')))
    return back(c)
  })

  app.get('/sessie/bevestig', async (c) => {
    const { actor } = whoIsSignedIn(c)
    return respond(
      c,
      confirmPage(c.get('language'), {
        back: safePath(c.req.query('naar')),
        script,
        provider: await hasProvider(inTransaction, actor.organisationId, c.get('requestId')),
        demo: cookie.read(c)?.startsWith(demoPrefix) ?? false,
      }),
    )
  })

  // Where a second window ends, opened to prove who one is while a form waits in the first.
  app.get(places.proven, (c) => {
    whoIsSignedIn(c)
    return respond(c, provenPage(c.get('language')))
  })

  if (config.demo) {
    app.post('/sessie/bevestig/demo', limits.address, async (c) => {
      const { sessionId } = whoIsSignedIn(c)
      const typed = await typedIn(c)
      const token = await own(c, (work) => confirmIdentity(work, { sessionId, method: 'demo' }))
      cookie.write(c, token)
      return c.redirect(link(c.get('language'), safePath(textOf(typed, 'naar'))), 303)
    })
  }
  return app

  function own<T>(c: HouseContext, verb: (work: Work) => Promise<T>): Promise<T> {
    const { actor } = whoIsSignedIn(c)
    return inTransaction(actor, 'manage-own-account', verb, c.get('requestId'))
  }

  function confirmFirst(c: HouseContext): Response {
    return c.redirect(link(c.get('language'), '/sessie/bevestig?naar=/sessies'), 303)
  }

  function back(c: HouseContext): Response {
    return c.redirect(link(c.get('language'), '/sessies'), 303)
  }
}
