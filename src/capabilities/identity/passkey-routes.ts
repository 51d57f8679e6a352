import { Hono } from 'hono'
import { z } from 'zod'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { checkPasskey } from './check-passkey.ts'
import type { IdentityParts } from './identity-parts.ts'
import { askToSignIn, authenticationSchema } from './passkey.ts'
import type { Reception } from './reception.ts'
import { safePath } from './safe-path.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { confirmIdentity } from './step-up.ts'
import { words } from './words.ts'

const answerSchema = z.object({
  response: authenticationSchema,
  back: z.string().max(1000).optional(),
})

type Use = 'sign-in' | 'confirm' | 'join'
type Reason = 'failed' | 'expired'

/** Says in a sentence, for the script to show, why a passkey did not do. */
export const passkeyProblem = (c: HouseContext, because: Reason): Response =>
  c.json({ error: words(c.get('language')).passkey[because] }, 422)

export async function readJson<T>(c: HouseContext, schema: z.ZodType<T>): Promise<T | undefined> {
  const read = schema.safeParse(await c.req.json().catch(() => undefined))
  return read.success ? read.data : undefined
}

/** The two halves of asking for a passkey: a question once, and the check of its one answer. */
export function passkeyDesk(parts: IdentityParts, desk: Reception, limits: SignInLimits) {
  const { pool, inTransaction } = parts
  return {
    async ask(c: HouseContext, use: Use): Promise<Response> {
      const options = await askToSignIn(desk.siteOf(c))
      desk.challenge.write(c, { challenge: options.challenge, use })
      return c.json({ options })
    },

    /** What the passkey opens, or the answer that tells why not. */
    async check(c: HouseContext, use: Use) {
      const asked = desk.challenge.take(c)
      const answer = await readJson(c, answerSchema)
      if (!asked || asked.use !== use) return { problem: passkeyProblem(c, 'expired') }
      if (!answer) return { problem: passkeyProblem(c, 'failed') }
      await limits.account(c, `passkey:${answer.response.id}`)
      const openings = await checkPasskey(
        { pool, inTransaction, site: desk.siteOf(c), requestId: c.get('requestId') },
        { response: answer.response, challenge: asked.challenge },
      )
      if (openings.length === 0) return { problem: passkeyProblem(c, 'failed') }
      return { openings, response: answer.response, back: safePath(answer.back) }
    },
  }
}

export type PasskeyDesk = ReturnType<typeof passkeyDesk>

export function passkeyRoutes(
  { inTransaction, cookie }: IdentityParts,
  desk: Reception,
  limits: SignInLimits,
  passkeys: PasskeyDesk,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.use('/sessie/bevestig/*', limits.address)

  app.post('/inloggen/passkey/vraag', (c) => passkeys.ask(c, 'sign-in'))

  app.post('/inloggen/passkey', async (c) => {
    const checked = await passkeys.check(c, 'sign-in')
    if ('problem' in checked) return checked.problem
    return c.json({ to: await desk.arrive(c, checked.openings, 'passkey', checked.back) })
  })

  app.post('/sessie/bevestig/vraag', (c) => {
    whoIsSignedIn(c)
    return passkeys.ask(c, 'confirm')
  })

  app.post('/sessie/bevestig/passkey', async (c) => {
    const { actor, sessionId } = whoIsSignedIn(c)
    const checked = await passkeys.check(c, 'confirm')
    if ('problem' in checked) return checked.problem
    const isMine = checked.openings.some(
      ({ organisationId, personId }) =>
        organisationId === actor.organisationId && personId === actor.personId,
    )
    if (!isMine) return passkeyProblem(c, 'failed')
    const token = await inTransaction(
      actor,
      'manage-own-account',
      (work) => confirmIdentity(work, { sessionId, method: 'passkey' }),
      c.get('requestId'),
    )
    cookie.write(c, token)
    return c.json({ to: link(c.get('language'), checked.back) })
  })

  return app
}
