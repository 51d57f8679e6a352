import { createHash, randomBytes } from 'node:crypto'
import { Temporal } from '#platform/clock.ts'

/** An invitation opens once, within seven days. */
export const invitationLife = Temporal.Duration.from({ hours: 7 * 24 })

/** What goes into the link; 18 random bytes cannot be guessed. The database keeps the hash. */
export const newInvitationCode = (): string => randomBytes(18).toString('base64url')

export const hashInvitationCode = (code: string): Buffer =>
  createHash('sha256').update(`invitation:${code}`).digest()

export const invitationPath = (code: string): string => `/uitnodiging/${code}`

export const looksLikeCode = (text: string): boolean => /^[\w-]{24}$/.test(text)
