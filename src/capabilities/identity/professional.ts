import { z } from 'zod'
import { openJson, sealJson } from '#platform/crypto.ts'

/** What an organisation keeps of someone who works for it. Sealed with the organisation's key. */
export type Profile = {
  readonly name: string
  readonly jobTitle?: string | undefined
  readonly mail?: string | undefined
}

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    // A name is one line; control signs would break a page head or a mail header.
    .regex(/^\P{Cc}*$/u, 'one-line')

const optional = (most: number) => line(most).transform((text) => (text === '' ? undefined : text))

export const profileSchema = z.object({
  name: line(120).min(1, 'name-missing'),
  jobTitle: optional(120).optional(),
  mail: optional(254).pipe(z.email('mail-wrong').optional()).optional(),
})

const contextOf = (organisationId: string, personId: string): string =>
  `profile:${organisationId}:${personId}`

export const sealProfile = (
  key: Buffer,
  organisationId: string,
  personId: string,
  profile: Profile,
): Buffer => sealJson(key, profile, contextOf(organisationId, personId))

export const openProfile = (
  key: Buffer,
  organisationId: string,
  personId: string,
  sealed: Buffer,
): Profile => openJson<Profile>(key, sealed, contextOf(organisationId, personId))
