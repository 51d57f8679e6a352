import { z } from 'zod'
import { Edition, provenance, Words } from '#capabilities/knowledge/index.ts'
import { AnswerTerm } from './answer-clock.ts'
import { DossierNumber } from './paper.ts'

const Dossier = z.strictObject({
  id: DossierNumber,
  /** as printed on its papers; null when we did not read one */
  title: Words.nullable(),
  ...provenance,
})
export type Dossier = z.infer<typeof Dossier>

/** edition.yaml: which edition of the papers this is, their dossiers, and the term of an answer. */
export const ParliamentEdition = z.strictObject({
  edition: Edition,
  dossiers: z.array(Dossier).min(1),
  answerTerm: AnswerTerm,
})
export type ParliamentEdition = z.infer<typeof ParliamentEdition>
