import { z } from 'zod'
import { BilingualText, Code, IsoDate } from './texts.ts'

/** What was done under an edition keeps that edition: others store its id, never its text. */
export const Edition = z.strictObject({
  id: Code,
  title: BilingualText,
  published: IsoDate,
  validFrom: IsoDate,
  /** null: until the next edition */
  validUntil: IsoDate.nullable(),
})
export type Edition = z.infer<typeof Edition>
