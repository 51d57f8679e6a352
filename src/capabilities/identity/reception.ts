import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { shortLivedCookie } from '#platform/http/short-lived-cookie.ts'
import { type Language, languages, link } from '#platform/language.ts'
import { deviceFrom } from './device.ts'
import { signOut } from './end-sessions.ts'
import type { IdentityParts } from './identity-parts.ts'
import { type Site, siteOf } from './passkey.ts'
import { safePath } from './safe-path.ts'
import { isSteppedUp, type SignInMethod } from './session.ts'
import { startSession } from './start-session.ts'
import { findOpenings, type Opening } from './store-people.ts'

const proofSchema = z.object({
  method: z.enum(['passkey', 'openid-connect', 'demo']),
  opens: z.array(z.object({ organisationId: z.uuid(), personId: z.uuid() })).max(100),
  provenAt: z.iso.datetime(),
  /** a session began with it: from then on it is worth nothing without that person's session */
  used: z.boolean(),
})
type Proof = z.infer<typeof proofSchema>

const challengeSchema = z.object({
  challenge: z.string(),
  use: z.enum(['sign-in', 'confirm', 'register', 'join']),
})

const flowSchema = z.object({
  use: z.enum(['sign-in', 'confirm', 'invitation']),
  organisationId: z.uuid(),
  checks: z.object({
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    maxAge: z.number().optional(),
  }),
  back: z.string(),
  language: z.enum(languages),
  invitation: z.string().optional(),
})

export type Reception = ReturnType<typeof reception>

/** Where everybody arrives who has proved who they are, whichever way they came. */
export function reception(parts: IdentityParts) {
  const { pool, inTransaction, keyring, clock, config, cookie, cookieKey } = parts
  const https = config.origin?.startsWith('https:') ?? false
  const sealed = { key: cookieKey, https, clock }
  const fiveMinutes = 300

  /** A proof that opens several organisations can be used for each of them, for five minutes. */
  const proof = shortLivedCookie<Proof>({
    ...sealed,
    name: 'proof',
    schema: proofSchema,
    seconds: fiveMinutes,
    path: '/',
  })
  const challenge = shortLivedCookie<z.infer<typeof challengeSchema>>({
    ...sealed,
    name: 'challenge',
    schema: challengeSchema,
    seconds: fiveMinutes,
    path: '/',
  })
  /** Ten minutes to sign in at the provider. Sent to the one address that providers return to. */
  const flow = shortLivedCookie<z.infer<typeof flowSchema>>({
    ...sealed,
    name: 'flow',
    schema: flowSchema,
    seconds: 2 * fiveMinutes,
    path: '/inloggen/terug',
  })

  const originOf = (c: HouseContext): string => config.origin ?? new URL(c.req.url).origin

  /** Starts a session with a new cookie and ends the one that this browser had. */
  async function open(
    c: HouseContext,
    opening: Opening,
    method: SignInMethod,
    provenAt: Temporal.Instant = clock(),
    language: Language = c.get('language'),
  ): Promise<void> {
    const before = c.get('signedIn')
    const requestId = c.get('requestId')
    const device = deviceFrom(c.req.header('user-agent') ?? '')
    const token = await inTransaction(
      actorFor(opening),
      'sign-in',
      (work) => startSession(work, keyring, { method, device, provenAt, language }),
      requestId,
    )
    cookie.write(c, token)
    if (!before) return
    await inTransaction(
      before.actor,
      'sign-in',
      (work) => signOut(work, before.sessionId),
      requestId,
    )
  }

  /** One organisation: straight in. Several: choose first. Answers where the browser goes. */
  async function arrive(
    c: HouseContext,
    openings: readonly Opening[],
    method: SignInMethod,
    back: string,
    language: Language = c.get('language'),
  ): Promise<string> {
    const [first, ...others] = openings
    if (!first) throw new Error('A proof that opens nothing cannot arrive.')
    if (others.length === 0) {
      proof.clear(c)
      await open(c, first, method, clock(), language)
      return link(language, safePath(back))
    }
    rememberProof(c, openings, method, false)
    return link(language, `/kies-organisatie?naar=${encodeURIComponent(safePath(back))}`)
  }

  function rememberProof(
    c: HouseContext,
    openings: readonly Opening[],
    method: SignInMethod,
    used: boolean,
    provenAt: Temporal.Instant = clock(),
  ): void {
    const opens = openings.map(({ organisationId, personId }) => ({ organisationId, personId }))
    proof.write(c, { method, opens, used, provenAt: provenAt.toString() })
  }

  /** The first time anybody with the proof; afterwards only from a session of the same person. */
  function isWorthSomething(c: HouseContext, { opens, provenAt, used }: Proof): boolean {
    if (!isSteppedUp(Temporal.Instant.from(provenAt), clock())) return false
    const me = c.get('signedIn')?.actor.personId
    return !used || opens.some(({ personId }) => personId === me)
  }

  /** What the proof of the last minutes opens, as it stands now. */
  async function provenOpenings(c: HouseContext) {
    const shown = proof.read(c)
    if (!shown || !isWorthSomething(c, shown)) return undefined
    const openings: Opening[] = []
    for (const personId of new Set(shown.opens.map((each) => each.personId))) {
      const allowed = shown.opens.filter((each) => each.personId === personId)
      const found = await findOpenings(pool, personId)
      openings.push(
        ...found.filter((opening) =>
          allowed.some((each) => each.organisationId === opening.organisationId),
        ),
      )
    }
    return { method: shown.method, openings, provenAt: Temporal.Instant.from(shown.provenAt) }
  }

  return {
    proof,
    challenge,
    flow,
    originOf,
    siteOf: (c: HouseContext): Site => siteOf(originOf(c)),
    open,
    arrive,
    rememberProof,
    provenOpenings,
  }
}

export const actorFor = ({
  organisationId,
  organisationKind,
  personId,
  roles,
}: Opening): PersonActor => ({ kind: 'person', organisationId, organisationKind, personId, roles })
