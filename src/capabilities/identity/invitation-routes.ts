import { Hono } from 'hono'
import { z } from 'zod'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { refuse } from '#platform/refusal.ts'
import {
  acceptInvitation,
  findInvitation,
  type Invitation,
  isKnownProof,
  type NewProof,
} from './accept-invitation.ts'
import { deviceFrom } from './device.ts'
import { hasProvider } from './find-sign-in-organisations.ts'
import type { IdentityParts } from './identity-parts.ts'
import { invitationGonePage, invitationPage } from './invitation-pages.ts'
import { askToRegister, readRegistration, registrationSchema } from './passkey.ts'
import { type PasskeyDesk, passkeyProblem, readJson } from './passkey-routes.ts'
import { actorFor, type Reception } from './reception.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { words } from './words.ts'

const registered = z.object({ response: registrationSchema })

export function invitationRoutes(
  parts: IdentityParts,
  desk: Reception,
  limits: SignInLimits,
  passkeys: PasskeyDesk,
  script: string,
): Hono<HouseEnv> {
  const { inTransaction, keyring, respond } = parts
  const app = new Hono<HouseEnv>()
  app.use('/uitnodiging/*', limits.address)

  app.get('/uitnodiging/:code', async (c) => {
    const code = c.req.param('code')
    const language = c.get('language')
    const invitation = await findInvitation(parts, code)
    if (!invitation) return respond(c, { ...invitationGonePage(language), status: 404 })
    const { organisationId } = invitation
    const provider = await hasProvider(inTransaction, organisationId, c.get('requestId'))
    return respond(c, invitationPage(language, { invitation, code, script, provider }))
  })

  app.post('/uitnodiging/:code/vraag', async (c) => {
    const invitation = await invitationOf(c)
    const { name, organisationName } = invitation
    const options = await askToRegister(desk.siteOf(c), name, organisationName)
    desk.challenge.write(c, { challenge: options.challenge, use: 'register' })
    return c.json({ options })
  })

  app.post('/uitnodiging/:code/passkey', async (c) => {
    const asked = desk.challenge.take(c)
    const answer = await readJson(c, registered)
    if (asked?.use !== 'register') return passkeyProblem(c, 'expired')
    const made =
      answer && (await readRegistration(desk.siteOf(c), answer.response, asked.challenge))
    if (!made) return passkeyProblem(c, 'failed')
    return accept(c, await invitationOf(c), made)
  })

  // A passkey that already opens another organisation: this one gets its own copy of the public key.
  app.post('/uitnodiging/:code/bestaande/vraag', async (c) => {
    await invitationOf(c)
    return passkeys.ask(c, 'join')
  })

  app.post('/uitnodiging/:code/bestaande', async (c) => {
    const checked = await passkeys.check(c, 'join')
    if ('problem' in checked) return checked.problem
    const invitation = await invitationOf(c)
    const { organisationId } = invitation
    const here = checked.openings.find((opening) => opening.organisationId === organisationId)
    const known = here ?? checked.openings[0]
    if (!known) return passkeyProblem(c, 'failed')
    const credentialId = Buffer.from(checked.response.id, 'base64url')
    const { personId, publicKey, counter } = known
    return accept(c, { ...invitation, personId }, { credentialId, publicKey, counter })
  })
  return app

  async function invitationOf(c: HouseContext): Promise<Invitation> {
    const code = c.req.param('code') ?? ''
    await limits.account(c, `invitation:${code}`)
    return (await findInvitation(parts, code)) ?? refuse('not-found', 'no-such-invitation')
  }

  async function accept(
    c: HouseContext,
    invitation: Invitation,
    key: { credentialId: Buffer; publicKey: Buffer; counter: number },
  ): Promise<Response> {
    const device = deviceFrom(c.req.header('user-agent') ?? '')
    const proof: NewProof = { kind: 'passkey', device, ...key }
    try {
      await inTransaction(
        actorFor(invitation),
        'sign-in',
        (work) =>
          acceptInvitation(work, keyring, {
            id: invitation.id,
            proof,
            language: c.get('language'),
          }),
        c.get('requestId'),
      )
    } catch (error) {
      if (!isKnownProof(error)) throw error
      return c.json({ error: words(c.get('language')).invitation.known }, 409)
    }
    return c.json({ to: await desk.arrive(c, [invitation], 'passkey', '/') })
  }
}
