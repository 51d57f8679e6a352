import type { OrganisationKind, Role } from '#platform/actor.ts'
import { mayHold } from './organisation.ts'

/** Whom an organisation lets in through its provider without an invitation. */
export const admissions = ['invited-only', 'staff'] as const
export type Admission = (typeof admissions)[number]

/** How an organisation's own OpenID Connect provider is reached and understood. */
export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** the claim that names the home organisation, and what it must say for this one */
  readonly homeClaim: string
  readonly homeValue: string
  readonly affiliationClaim: string
  readonly admits: Admission
}

export type Claims = Readonly<Record<string, unknown>>

export type ProviderRefusal = 'other-organisation' | 'pupil'

/** The words that federations in education use; an affiliation may carry a scope: student@school.example. */
// source: eduPerson object class specification, eduPersonAffiliation; 'pupil' is used by some providers
const pupils: readonly string[] = ['student', 'pupil', 'leerling']
const employed: readonly string[] = ['staff', 'employee', 'faculty', 'medewerker']

/** Does this account come from this organisation, and not from one of its pupils? */
export function checkClaims(
  provider: Pick<Provider, 'homeClaim' | 'homeValue' | 'affiliationClaim'>,
  claims: Claims,
): { ok: true } | { ok: false; because: ProviderRefusal } {
  const homes = wordsIn(claims[provider.homeClaim])
  if (homes.length !== 1 || homes[0] !== provider.homeValue.toLowerCase()) {
    return { ok: false, because: 'other-organisation' }
  }
  // One word is enough: someone who learns here does not sign in, whatever else they are.
  if (affiliationsIn(provider, claims).some((word) => pupils.includes(word))) {
    return { ok: false, because: 'pupil' }
  }
  return { ok: true }
}

/** The roles of someone whom the organisation does not know yet; none means: by invitation only. */
export function rolesAtFirstSight(
  provider: Pick<Provider, 'admits' | 'affiliationClaim'>,
  kind: OrganisationKind,
  claims: Claims,
): readonly Role[] {
  const isEmployed = affiliationsIn(provider, claims).some((word) => employed.includes(word))
  return provider.admits === 'staff' && isEmployed && mayHold(kind, ['teacher']) ? ['teacher'] : []
}

/** The name and mail address that the provider vouches for, as far as it gives them. */
export function profileFrom(claims: Claims): { name: string; mail?: string } | undefined {
  const text = (claim: string): string => {
    const value = claims[claim]
    return typeof value === 'string'
      ? value
          .replace(/\p{Cc}/gu, ' ')
          .trim()
          .slice(0, 120)
      : ''
  }
  const name = text('name') || [text('given_name'), text('family_name')].filter(Boolean).join(' ')
  if (!name) return undefined
  const mail = claims.email_verified === false ? '' : text('email')
  return { name, ...(mail ? { mail } : {}) }
}

const affiliationsIn = (provider: Pick<Provider, 'affiliationClaim'>, claims: Claims) =>
  wordsIn(claims[provider.affiliationClaim]).map((word) => word.split('@')[0] ?? '')

const wordsIn = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map((value) => value.toLowerCase())
