import { z } from 'zod'
import { BilingualText, Code, Edition, provenance } from '#capabilities/knowledge/index.ts'
import { ageGroups } from './age-groups.ts'

/**
 * When somebody must be told: an event of the procedure, or the outcome of a look. `look-further` is the
 * answer of a person that further looking is needed.
 */
const tellingMoments = [
  'arrest',
  'arrested-again',
  'holding-order',
  'custody-order',
  'look-further',
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
  /** due from the first of these that happens; anew from the first after a release, when one of them comes again */
  when: z.array(z.enum(tellingMoments)).min(1),
  /** on the day of the fact; null: any age */
  ages: z.array(z.enum(ageGroups)).min(1).nullable(),
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
