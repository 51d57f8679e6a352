import { Hono } from 'hono'
import { type FormErrors, readForm } from '#platform/form.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { requireManager } from './access.ts'
import { configureProvider, providerSchema, readProviderSettings } from './configure-provider.ts'
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

  const readNow = (c: HouseContext) => managing(c, readProviderSettings)

  app.get('/organisatie/inloggen', async (c) => {
    requireStepUp(manager(c), clock())
    const now = await readNow(c)
    const page = { callback: callback(c), typed: now ?? {}, hasSecret: now !== undefined }
    return respond(c, providerSettingsPage(c.get('language'), page))
  })

  app.post('/organisatie/inloggen', async (c) => {
    const { steppedUpAt } = manager(c)
    const language = c.get('language')
    const typed = await typedIn(c)
    const form = readForm(providerSchema, typed)
    const isConfirmed = isSteppedUp(steppedUpAt, clock())
    // What is set is told only to somebody who has just proved who they are.
    const hasSecret = isConfirmed && (await readNow(c)) !== undefined
    const page = { callback: callback(c), typed, hasSecret }
    const wrong = (errors: FormErrors) =>
      respond(c, { ...providerSettingsPage(language, { ...page, errors }), status: 422 })
    if (!form.ok) return wrong(form.errors)
    if (!isConfirmed) {
      const again = providerSettingsPage(language, { ...page, confirmFirst: true })
      return respond(c, { ...again, status: 403 })
    }
    try {
      await managing(c, (work) => configureProvider(work, keyring, form.value))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      return wrong({ clientSecret: error.because })
    }
    const { clientSecret: _, ...kept } = form.value
    const saved = { ...page, typed: kept, hasSecret: true, saved: true }
    return respond(c, providerSettingsPage(language, saved))
  })

  function managing<T>(c: HouseContext, verb: (work: Work) => Promise<T>): Promise<T> {
    return inTransaction(manager(c).actor, 'manage-organisation', verb, c.get('requestId'))
  }

  return app
}

function manager(c: HouseContext): SignedIn {
  const signedIn = whoIsSignedIn(c)
  requireManager(signedIn.actor)
  return signedIn
}
