import { z } from 'zod'
import { BilingualText, Code, Edition, provenance } from '#capabilities/knowledge/index.ts'

/**
 * When somebody must be told: an event of the procedure, the outcome of a look, or an age. `look-further`
 * is the answer of a person that further looking is needed.
 */
const tellingMoments = [
  'arrest',
  'holding-order',
  'custody-order',
  'look-further',
  'under-twelve',
] as const
export type TellingMoment = (typeof tellingMoments)[number]

const Choice = z.strictObject({ id: Code, name: BilingualText })

export const Telling = z.strictObject({
  id: Code,
  who: BilingualText,
  /** what they are told, and how */
  says: BilingualText,
  /** a rule in law/rules; null when no rule that we read asks for it */
  rule: Code.nullable(),
  when: z.enum(tellingMoments),
  /** in the words of the source; null when it names none */
  term: BilingualText.nullable(),
  /** grounds on which the rule lets it be left out, and who is told instead */
  exceptions: z.array(Choice),
  instead: z.array(Choice),
  /** where the text does not say so: how we read it */
  readings: z.array(BilingualText),
  ...provenance,
})
export type Telling = z.infer<typeof Telling>

/** law/telling.yaml */
export const TellingFile = z.strictObject({ edition: Edition, tellings: z.array(Telling).min(1) })
export type TellingFile = z.infer<typeof TellingFile>
