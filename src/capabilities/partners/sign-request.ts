/** The headers by which a receiver knows that what we send is from us and was not changed. */
import { createHash } from 'node:crypto'
import type { Temporal } from '#platform/clock.ts'
import { type ServerKey, signed } from './server-key.ts'

type Request = {
  readonly address: string
  readonly body: string
  readonly contentType: string
  readonly now: Temporal.Instant
}

/** source: RFC 9421 (HTTP message signatures) and RFC 9530 (Content-Digest) */
export function signatureHeaders(
  key: ServerKey,
  { address, body, contentType, now }: Request,
): Readonly<Record<string, string>> {
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const created = Math.floor(now.epochMilliseconds / 1000)
  const covered = '("@method" "@target-uri" "content-digest" "content-type")'
  const params = `${covered};created=${created};keyid="${key.jwk.kid}";alg="ed25519"`
  const base = [
    '"@method": POST',
    `"@target-uri": ${new URL(address).href}`,
    `"content-digest": ${digest}`,
    `"content-type": ${contentType}`,
    `"@signature-params": ${params}`,
  ].join('\n')
  return {
    'content-type': contentType,
    'content-digest': digest,
    'signature-input': `oogmerk=${params}`,
    signature: `oogmerk=:${signed(key, base)}:`,
  }
}
