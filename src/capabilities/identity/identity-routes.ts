import { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { demoRoutes } from './demo-routes.ts'
import type { IdentityParts } from './identity-parts.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { addPasskeyScript } from './passkey-part.ts'
import { passkeyDesk, passkeyRoutes } from './passkey-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { providerFlow } from './provider-flow.ts'
import { providerRoutes } from './provider-routes.ts'
import { providerSettingsRoutes } from './provider-settings-routes.ts'
import { reception } from './reception.ts'
import { sessionRoutes } from './session-routes.ts'
import { signInLimits } from './sign-in-limits.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Every address of this capability. */
export function identityRoutes(parts: IdentityParts): Hono<HouseEnv> {
  const { clock, config, assets } = parts
  const script = addPasskeyScript(assets)
  const desk = reception(parts)
  const limits = signInLimits(config.proxies)
  const passkeys = passkeyDesk(parts, desk, limits)
  const flow = providerFlow({
    clock,
    secure: config.origin?.startsWith('https:') ?? false,
    innerProviders: config.innerProviders,
  })

  const app = new Hono<HouseEnv>()
  app.route('/', signInRoutes(parts, desk, limits, script))
  app.route('/', passkeyRoutes(parts, desk, limits, passkeys))
  app.route('/', providerRoutes(parts, desk, limits, flow))
  app.route('/', invitationRoutes(parts, desk, limits, passkeys, script))
  app.route('/', sessionRoutes(parts, limits, script))
  app.route('/', peopleRoutes(parts, desk))
  app.route('/', providerSettingsRoutes(parts, desk))
  if (config.demo) app.route('/', demoRoutes(parts, desk, limits))
  return app
}
