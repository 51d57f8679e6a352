import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'

/** The site as authenticators know it. A passkey made for one site does not work on another. */
export type Site = { readonly origin: string; readonly rpId: string }

export const siteOf = (origin: string): Site => ({ origin, rpId: new URL(origin).hostname })

const word = z.string().max(20_000)
const credential = z.looseObject({
  id: z.string().regex(/^[\w-]{1,1400}$/),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
})

export const authenticationSchema = credential
  .extend({
    response: z.looseObject({
      clientDataJSON: word,
      authenticatorData: word,
      signature: word,
    }),
  })
  .transform((read) => read as unknown as AuthenticationResponseJSON)

export const registrationSchema = credential
  .extend({ response: z.looseObject({ clientDataJSON: word, attestationObject: word }) })
  .transform((read) => read as unknown as RegistrationResponseJSON)

/** Ed25519, ES256 and RS256: what authenticators have; newer ones when they are no longer experimental. */
const algorithms = [-8, -7, -257]

/** Asks for a passkey that is kept on the device and opened with a PIN, a finger or a face. */
export const askToRegister = ({ rpId }: Site, name: string, organisation: string) =>
  // The number of the account is random each time: the same one would replace a passkey on the device.
  generateRegistrationOptions({
    rpName: 'Oogmerk',
    rpID: rpId,
    userName: `${name} (${organisation})`,
    userDisplayName: name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** Asks for any passkey of this site; the device shows which ones it has. */
export const askToSignIn = ({ rpId }: Site) =>
  generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' })

/** Nothing when the answer does not fit the question; the library tells by throwing. */
export async function readRegistration(
  { origin, rpId }: Site,
  response: RegistrationResponseJSON,
  challenge: string,
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      counter,
    }
  } catch {
    return undefined
  }
}

type Known = { readonly publicKey: Buffer; readonly counter: number }

/** The authenticator's new count, or nothing: a wrong signature, site, question or count. */
export async function readAuthentication(
  { origin, rpId }: Site,
  response: AuthenticationResponseJSON,
  challenge: string,
  { publicKey, counter }: Known,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id: response.id, publicKey: Uint8Array.from(publicKey), counter },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
