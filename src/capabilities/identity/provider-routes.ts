import { Hono } from 'hono'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { isId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { findInvitation } from './accept-invitation.ts'
import { findProvider } from './configure-provider.ts'
import type { IdentityParts } from './identity-parts.ts'
import { type ProviderArrival, providerArrivals } from './provider-arrivals.ts'
import { type ProviderFlow, ProviderProblem } from './provider-flow.ts'
import type { Reception } from './reception.ts'
import { safePath } from './safe-path.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { type ProviderSentence, providerProblemPage } from './sign-in-pages.ts'

/** How old a fresh proof may be on return, in seconds: time to type a password, not to walk away. */
const freshFor = 300

type Start = {
  readonly use: 'sign-in' | 'confirm' | 'invitation'
  readonly organisationId: string
  readonly back: string
  readonly invitation?: string
}

export function providerRoutes(
  parts: IdentityParts,
  desk: Reception,
  limits: SignInLimits,
  provider: ProviderFlow,
): Hono<HouseEnv> {
  const { inTransaction, keyring, respond } = parts
  const arrivals = providerArrivals(parts, desk)
  const app = new Hono<HouseEnv>()

  app.get('/inloggen/organisatie', async (c) => {
    const organisationId = c.req.query('organisatie') ?? ''
    const back = safePath(c.req.query('naar'))
    if (isId(organisationId)) return start(c, { use: 'sign-in', organisationId, back })
    const again = `/inloggen?naar=${encodeURIComponent(back)}`
    return c.redirect(link(c.get('language'), again), 303)
  })

  app.get('/sessie/bevestig/organisatie', (c) => {
    const { organisationId } = whoIsSignedIn(c).actor
    return start(c, { use: 'confirm', organisationId, back: safePath(c.req.query('naar')) })
  })

  app.get('/uitnodiging/:code/organisatie', async (c) => {
    const code = c.req.param('code')
    await limits.account(c, `invitation:${code}`)
    const invitation = await findInvitation(parts, code)
    if (!invitation) return refuse('not-found', 'no-such-invitation')
    const { organisationId } = invitation
    return start(c, { use: 'invitation', organisationId, back: '/', invitation: code })
  })

  app.get('/inloggen/terug', async (c) => {
    const flow = desk.flow.take(c)
    if (!flow) return problem(c, 'refused')
    return orProblem(c, flow.language, async () => {
      const found = await providerOf(c, flow.organisationId)
      const answer = new URL(`/inloggen/terug${new URL(c.req.url).search}`, desk.originOf(c))
      const claims = await provider.finish(found, answer, flow.checks)
      await limits.account(c, `subject:${flow.organisationId}:${claims.sub}`)
      const arrival: ProviderArrival = { ...flow, provider: found, claims }
      const arrived = await arrivals[flow.use](c, arrival)
      return 'to' in arrived
        ? c.redirect(arrived.to, 303)
        : problem(c, arrived.because, flow.language)
    })
  })
  return app

  async function start(c: HouseContext, to: Start): Promise<Response> {
    const language = c.get('language')
    return orProblem(c, language, async () => {
      const found = await providerOf(c, to.organisationId)
      const returnTo = `${desk.originOf(c)}/inloggen/terug`
      const maxAge = to.use === 'confirm' ? freshFor : undefined
      const { url, checks } = await provider.begin(found, returnTo, maxAge)
      desk.flow.write(c, { ...to, checks, language })
      return c.redirect(url, 303)
    })
  }

  async function providerOf(c: HouseContext, organisationId: string) {
    const find = (work: Work) => findProvider(work, keyring)
    const system = { kind: 'system', name: 'sign-in', organisationId } as const
    const found = await inTransaction(system, 'sign-in', find, c.get('requestId'))
    return found ?? refuse('not-found', 'no-provider')
  }

  /** The provider lives elsewhere: when it fails, people read a sentence and not an error number. */
  async function orProblem(
    c: HouseContext,
    language: Language,
    act: () => Promise<Response>,
  ): Promise<Response> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof ProviderProblem) return problem(c, error.because, language)
      throw error
    }
  }

  function problem(
    c: HouseContext,
    because: ProviderSentence,
    language: Language = c.get('language'),
  ): Promise<Response> {
    c.set('language', language)
    const status = because === 'unreachable' ? 502 : 403
    return respond(c, { ...providerProblemPage(language, because), status })
  }
}
