import { z } from 'zod'

/** Words a person reads. Never empty. */
export const Words = z.string().trim().min(1)

/** One text in Dutch and in English; both must be there. */
export const BilingualText = z.strictObject({ nl: Words, en: Words })

/** A code inside a pack: small letters, figures and hyphens. */
export const Code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

export const IsoDate = z.iso.date()
