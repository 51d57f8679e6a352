import { z } from 'zod'
import { BilingualText, Code, Edition, sourced } from '#capabilities/knowledge/index.ts'

/** A figure that was published, and the question it answers. */
const Figure = sourced({
  question: BilingualText,
  figure: BilingualText,
  /** the exact share from 0 to 1, only where an exact percentage was published */
  share: z.number().min(0).max(1).nullable(),
})

/** What others asked, of whom, and what they published of it. */
const Study = sourced({
  name: BilingualText,
  /** in which it was published */
  year: z.int().min(2000).max(2100),
  population: BilingualText,
  /** how many answered, in the words of the publication: often no exact number */
  asked: BilingualText,
  figures: z.array(Figure).min(1),
})
export type Study = z.infer<typeof Study>
export type PublishedFigure = z.infer<typeof Figure> & { readonly study: Study }

/** By which codes a person sorts the answers in words to one question, of every version of a questionnaire. */
const CodeFrame = sourced({
  questionnaire: Code,
  question: Code,
  codes: z
    .array(z.strictObject({ id: Code, text: BilingualText }))
    .min(2)
    .max(20),
})
export type CodeFrame = z.infer<typeof CodeFrame>

/** edition.yaml: the edition of all questionnaires, what is told beside any figure, and what others published. */
export const SurveyEdition = z.strictObject({
  edition: Edition,
  /** Fewer answers than this are never told apart: strata are told together, or nothing is. */
  smallest: sourced({ answers: z.int().min(5).max(100) }),
  codeFrames: z.array(CodeFrame),
  warnings: z.array(sourced({ text: BilingualText })).min(1),
  studies: z.array(Study).min(1),
})
export type SurveyEdition = z.infer<typeof SurveyEdition>

export const publishedIn = ({ studies }: Pick<SurveyEdition, 'studies'>): PublishedFigure[] =>
  studies.flatMap((study) => study.figures.map((figure) => ({ ...figure, study })))
