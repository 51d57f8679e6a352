import { z } from 'zod'
import { open, seal } from '#platform/crypto.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import { requireManager } from './access.ts'
import { type Admission, admissions, type Provider } from './provider.ts'
import { findProviderRow, upsertProvider } from './store-proofs.ts'

const word = (code: string) => z.string().trim().min(1, code).max(500, 'too-long')

export const providerSchema = z.object({
  issuer: z.url({ protocol: /^https?$/, error: 'issuer-wrong' }).max(500, 'too-long'),
  clientId: word('client-id-missing'),
  clientSecret: word('client-secret-missing'),
  homeClaim: word('home-claim-missing'),
  homeValue: word('home-value-missing'),
  affiliationClaim: word('affiliation-claim-missing'),
  admits: z.enum(admissions, 'admits-missing'),
})

const contextOf = (organisationId: string): string => `provider-secret:${organisationId}`

/** Says how people of this organisation sign in with its own OpenID Connect provider. */
export async function configureProvider(
  work: Work,
  keyring: Keyring,
  provider: Provider,
): Promise<void> {
  requireManager(work.actor)
  const key = await keyring.keyOf(work)
  const secret = Buffer.from(provider.clientSecret)
  await upsertProvider(work, {
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: seal(key, secret, contextOf(work.actor.organisationId)),
    home_claim: provider.homeClaim,
    home_value: provider.homeValue,
    affiliation_claim: provider.affiliationClaim,
    admits: provider.admits,
  })
  work.audit({
    act: 'identity.configure-provider',
    subject: work.actor.organisationId,
    details: { admits: provider.admits },
  })
}

/** How the organisation of this Work signs in, secret included; for the sign-in itself. */
export async function findProvider(work: Work, keyring: Keyring): Promise<Provider | undefined> {
  const row = await findProviderRow(work)
  if (!row) return undefined
  const key = await keyring.keyOf(work)
  return {
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: open(key, row.client_secret, contextOf(row.organisation_id)).toString('utf8'),
    homeClaim: row.home_claim,
    homeValue: row.home_value,
    affiliationClaim: row.affiliation_claim,
    admits: row.admits as Admission,
  }
}
