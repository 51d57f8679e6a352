import { Hono } from 'hono'
import { readForm } from '#platform/form.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { requireManager } from './access.ts'
import { configureProvider, providerSchema } from './configure-provider.ts'
import type { IdentityParts } from './identity-parts.ts'
import { providerSettingsPage } from './provider-settings-page.ts'
import type { Reception } from './reception.ts'
import { isSteppedUp } from './session.ts'
import { requireStepUp } from './step-up.ts'

/** Where an administrator says how the organisation's own sign-in page is reached. */
export function providerSettingsRoutes(
  { inTransaction, keyring, clock, respond }: IdentityParts,
  desk: Reception,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const callback = (c: HouseContext) => `${desk.originOf(c)}/inloggen/terug`

  app.get('/organisatie/inloggen', async (c) => {
    requireStepUp(manager(c), clock())
    return respond(c, providerSettingsPage(c.get('language'), { callback: callback(c) }))
  })

  app.post('/organisatie/inloggen', async (c) => {
    const { actor, steppedUpAt } = manager(c)
    const language = c.get('language')
    const typed = await typedIn(c)
    const form = readForm(providerSchema, typed)
    const page = { callback: callback(c), typed }
    if (!form.ok) {
      const { errors } = form
      return respond(c, { ...providerSettingsPage(language, { ...page, errors }), status: 422 })
    }
    if (!isSteppedUp(steppedUpAt, clock())) {
      const again = providerSettingsPage(language, { ...page, confirmFirst: true })
      return respond(c, { ...again, status: 403 })
    }
    await inTransaction(
      actor,
      'manage-organisation',
      (work) => configureProvider(work, keyring, form.value),
      c.get('requestId'),
    )
    return respond(c, providerSettingsPage(language, { ...page, typed: {}, saved: true }))
  })

  return app
}

function manager(c: HouseContext): SignedIn {
  const signedIn = whoIsSignedIn(c)
  requireManager(signedIn.actor)
  return signedIn
}
