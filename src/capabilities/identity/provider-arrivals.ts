import type { HouseContext } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { acceptInvitation, findInvitation, isKnownProof } from './accept-invitation.ts'
import { enterThroughProvider, vouchForInvited } from './enter-through-provider.ts'
import type { IdentityParts } from './identity-parts.ts'
import type { Claims, Provider } from './provider.ts'
import { actorFor, type Reception } from './reception.ts'
import { safePath } from './safe-path.ts'
import type { ProviderSentence } from './sign-in-pages.ts'
import { confirmIdentity } from './step-up.ts'

/** Somebody came back from their provider, which says who they are. */
export type ProviderArrival = {
  readonly organisationId: string
  readonly provider: Provider
  readonly claims: Claims & { sub: string }
  readonly back: string
  readonly language: Language
  readonly invitation?: string | undefined
}

type Arrived = { readonly to: string } | { readonly because: ProviderSentence }

/** What they came for: to sign in, to confirm that it is still them, or to use an invitation. */
export function providerArrivals(parts: IdentityParts, desk: Reception) {
  const { inTransaction, keyring, cookie } = parts

  const asSystem = <T>(c: HouseContext, organisationId: string, verb: (work: Work) => Promise<T>) =>
    inTransaction(
      { kind: 'system', name: 'sign-in', organisationId },
      'sign-in',
      verb,
      c.get('requestId'),
    )

  async function signIn(c: HouseContext, arrival: ProviderArrival): Promise<Arrived> {
    const entry = await asSystem(c, arrival.organisationId, (work) =>
      enterThroughProvider(work, keyring, arrival),
    )
    if (!entry.ok) return entry
    const { back, language } = arrival
    return { to: await desk.arrive(c, [entry.opening], 'openid-connect', back, language) }
  }

  async function confirm(c: HouseContext, arrival: ProviderArrival): Promise<Arrived> {
    const { actor, sessionId } = whoIsSignedIn(c)
    const entry = await asSystem(c, arrival.organisationId, (work) =>
      enterThroughProvider(work, keyring, {
        ...arrival,
        // Confirming makes nobody a colleague.
        provider: { ...arrival.provider, admits: 'invited-only' },
      }),
    )
    if (!entry.ok) return entry
    const { organisationId, personId } = entry.opening
    if (organisationId !== actor.organisationId || personId !== actor.personId) {
      return { because: 'someone-else' }
    }
    const token = await inTransaction(
      actor,
      'manage-own-account',
      (work) => confirmIdentity(work, { sessionId, method: 'openid-connect' }),
      c.get('requestId'),
    )
    cookie.write(c, token)
    return { to: link(arrival.language, safePath(arrival.back)) }
  }

  async function invitation(c: HouseContext, arrival: ProviderArrival): Promise<Arrived> {
    const invited = await findInvitation(parts, arrival.invitation ?? '')
    if (!invited || invited.organisationId !== arrival.organisationId) {
      return { because: 'not-invited' }
    }
    const vouched = await asSystem(c, arrival.organisationId, (work) =>
      vouchForInvited(work, keyring, arrival),
    )
    if (!vouched.ok) return vouched
    const proof = { kind: 'provider', subjectHash: vouched.subjectHash } as const
    const opening = { ...invited, personId: vouched.personId ?? invited.personId }
    try {
      await inTransaction(
        actorFor(opening),
        'sign-in',
        (work) =>
          acceptInvitation(work, keyring, { id: invited.id, proof, language: arrival.language }),
        c.get('requestId'),
      )
    } catch (error) {
      if (!isKnownProof(error)) throw error
      return { because: 'known-here' }
    }
    return { to: await desk.arrive(c, [opening], 'openid-connect', '/', arrival.language) }
  }

  return { 'sign-in': signIn, confirm, invitation }
}
