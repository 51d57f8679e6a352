import { z } from 'zod'
import { open, seal } from '#platform/crypto.ts'
import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { requireManager } from './access.ts'
import { type Admission, admissions, type Provider } from './provider.ts'
import { findProviderRow, upsertProvider } from './store-proofs.ts'

const word = (code: string) => z.string().trim().min(1, code).max(500, 'too-long')

export const providerSchema = z.object({
  issuer: z.url({ protocol: /^https?$/, error: 'issuer-wrong' }).max(500, 'too-long'),
  clientId: word('client-id-missing'),
  /** empty keeps the secret that is there */
  clientSecret: z.string('client-secret-missing').trim().max(500, 'too-long'),
  homeClaim: word('home-claim-missing'),
  homeValue: word('home-value-missing'),
  affiliationClaim: word('affiliation-claim-missing'),
  admits: z.enum(admissions, 'admits-missing'),
})

const contextOf = ({ actor }: Work): string => `provider-secret:${actor.organisationId}`

/** Says how people of this organisation sign in with its own OpenID Connect provider. */
export async function configureProvider(
  work: Work,
  keyring: Keyring,
  provider: Provider,
): Promise<void> {
  requireManager(work.actor)
  const sealed = provider.clientSecret
    ? seal(await keyring.keyOf(work), Buffer.from(provider.clientSecret), contextOf(work))
    : await keptSecret(work, provider)
  await upsertProvider(work, {
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: sealed,
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

/** The secret stays only where it was given: nobody can have it sent to an address of their own. */
async function keptSecret(
  work: Work,
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
): Promise<Buffer> {
  const before = await findProviderRow(work)
  if (before?.issuer !== issuer || before.client_id !== clientId) {
    return refuse('invalid', 'client-secret-missing')
  }
  return before.client_secret
}

export type ProviderSettings = Omit<Provider, 'clientSecret'>

/** What is set now, for whoever may change it; the secret is never shown again. */
export async function readProviderSettings(work: Work): Promise<ProviderSettings | undefined> {
  requireManager(work.actor)
  const row = await findProviderRow(work)
  work.audit({ act: 'identity.read-provider', subject: work.actor.organisationId })
  return row && settingsFrom(row)
}

/** How the organisation of this Work signs in, secret included; for the sign-in itself. */
export async function findProvider(work: Work, keyring: Keyring): Promise<Provider | undefined> {
  const row = await findProviderRow(work)
  if (!row) return undefined
  const key = await keyring.keyOf(work)
  const clientSecret = open(key, row.client_secret, contextOf(work)).toString('utf8')
  return { ...settingsFrom(row), clientSecret }
}

type SettingsRow = NonNullable<Awaited<ReturnType<typeof findProviderRow>>>

const settingsFrom = (row: SettingsRow): ProviderSettings => ({
  issuer: row.issuer,
  clientId: row.client_id,
  homeClaim: row.home_claim,
  homeValue: row.home_value,
  affiliationClaim: row.affiliation_claim,
  admits: row.admits as Admission,
})
