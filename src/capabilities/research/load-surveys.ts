import { formatProblems } from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { problemsIn } from './check-surveys.ts'
import { nameOf, type Questionnaire } from './questionnaire.ts'
import { readSurveys } from './read-surveys.ts'
import {
  type CodeFrame,
  type PublishedFigure,
  publishedIn,
  type SurveyEdition,
} from './survey-edition.ts'

/** Every questionnaire in all its versions, and the figures that others published. */
export type Surveys = SurveyEdition & {
  /** by name, of each the newest version first */
  readonly questionnaires: readonly Questionnaire[]
  /** by its name with version, as `criminal-exploitation-1` */
  find(name: string): Questionnaire | undefined
  /** the codes for the answers in words to a question */
  findCodes(questionnaire: Pick<Questionnaire, 'id'>, question: string): CodeFrame | undefined
  findPublished(id: string): PublishedFigure | undefined
}

/** Reads the questionnaires. Throws with every problem, one per line: half a questionnaire is not asked. */
export const loadSurveys = readOnce(readAll)

function readAll(folder: string): Surveys {
  const packs = readSurveys(folder)
  const problems = problemsIn(packs)
  if (problems.length > 0 || !packs.edition) {
    throw new Error(`The questionnaires in ${folder} are not right:\n${formatProblems(problems)}`)
  }
  const questionnaires = packs.each
    .map(({ content }) => content)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : b.version - a.version))
  const byName = new Map(questionnaires.map((each) => [nameOf(each), each]))
  const published = new Map(publishedIn(packs.edition.content).map((each) => [each.id, each]))
  return {
    ...packs.edition.content,
    questionnaires,
    find: (name) => byName.get(name),
    findCodes: ({ id }, question) =>
      packs.edition?.content.codeFrames.find(
        (frame) => frame.questionnaire === id && frame.question === question,
      ),
    findPublished: (id) => published.get(id),
  }
}
