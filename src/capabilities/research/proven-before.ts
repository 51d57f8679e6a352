import { Temporal } from '#platform/clock.ts'
import { openJson, sealJson } from '#platform/crypto.ts'

/**
 * Typing halves of 64 signs over from paper takes longer than a proof of who one is lasts, and they cannot be kept
 * while somebody proves it again. So it is proven before their form opens, and the form brings along that it was.
 */

/** The name of the field. */
export const provenName = 'proven'

/** How long after its form was opened. */
const lasts = Temporal.Duration.from({ minutes: 30 })

type Who = { readonly wave: string; readonly personId: string }

const context = ({ wave, personId }: Who): string => `survey-proven:${wave}:${personId}`

/** For the form of this person and this wave, and no other one. */
export const provenAt = (key: Buffer, who: Who, now: Temporal.Instant): string =>
  sealJson(key, now.toString(), context(who)).toString('base64url')

/** Whether this person opened the form of this wave, with a proof, not too long ago. */
export function wasProven(key: Buffer, who: Who, proven: string, now: Temporal.Instant): boolean {
  try {
    const at = openJson<string>(key, Buffer.from(proven, 'base64url'), context(who))
    return Temporal.Instant.compare(Temporal.Instant.from(at).add(lasts), now) >= 0
  } catch {
    return false
  }
}
