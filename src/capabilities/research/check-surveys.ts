import {
  doubles,
  inReadingOrder,
  type Pack,
  type Path,
  type Problem,
  unsourced,
  type YamlFile,
} from '#capabilities/knowledge/index.ts'
import { nameOf, type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import { readSurveys, type SurveyPacks } from './read-surveys.ts'
import { publishedIn, type SurveyEdition } from './survey-edition.ts'

/** Everything that is wrong in the questionnaires and the published figures, in reading order. */
export const checkSurveys = (folder: string): Problem[] => problemsIn(readSurveys(folder))

export function problemsIn(packs: SurveyPacks): Problem[] {
  const { edition, each, problems } = packs
  return inReadingOrder([
    ...problems,
    ...(edition ? checkEdition(edition, packs) : []),
    ...each.flatMap((pack) => checkQuestionnaire(pack, packs)),
  ])
}

function checkEdition({ yaml, content }: Pack<SurveyEdition>, packs: SurveyPacks): Problem[] {
  const placed = [
    { marked: content.smallest, path: ['smallest'] as Path },
    ...content.codeFrames.map((marked, index) => ({
      marked,
      path: ['codeFrames', index] as Path,
    })),
    ...content.warnings.map((marked, index) => ({ marked, path: ['warnings', index] as Path })),
    ...content.studies.map((marked, index) => ({ marked, path: ['studies', index] as Path })),
    ...content.studies.flatMap(({ figures }, study) =>
      figures.map((marked, index) => ({
        marked,
        path: ['studies', study, 'figures', index] as Path,
      })),
    ),
  ]
  return [
    ...doubles(placed.map(({ marked, path }) => ({ yaml, path: [...path, 'id'], id: marked.id }))),
    ...placed.flatMap(({ marked, path }) =>
      unsourced(yaml, path, marked, packs.sources?.content.sources),
    ),
    ...content.codeFrames.flatMap(({ questionnaire, question, codes }, index) => {
      const path: Path = ['codeFrames', index]
      const asked = packs.each
        .filter((pack) => pack.content.id === questionnaire)
        .flatMap((pack) => questionsOf(pack.content))
      return [
        ...doubles(codes.map(({ id }, at) => ({ yaml, path: [...path, 'codes', at, 'id'], id }))),
        ...(asked.some(({ id, kind }) => id === question && kind === 'text')
          ? []
          : [
              yaml.problem(
                [...path, 'question'],
                `no version of '${questionnaire}' asks '${question}' in words`,
                'Name a question that is answered in words',
              ),
            ]),
      ]
    }),
  ]
}

function checkQuestionnaire({ yaml, content }: Pack<Questionnaire>, packs: SurveyPacks): Problem[] {
  const placed = content.sections.flatMap(({ questions }, section) =>
    questions.map((question, index) => ({
      question,
      path: ['sections', section, 'questions', index] as Path,
    })),
  )
  const name = nameOf(content)
  return [
    ...(yaml.file === `surveys/${name}.yaml`
      ? []
      : [yaml.problem(['id'], `the file is not called '${name}.yaml'`, 'Give it that name')]),
    ...unsourced(yaml, [], content, packs.sources?.content.sources),
    ...tooMuchToWrite(yaml, content),
    ...doubles(
      content.sections.map(({ id }, index) => ({ yaml, path: ['sections', index, 'id'], id })),
    ),
    ...doubles(
      placed.map(({ question, path }) => ({ yaml, path: [...path, 'id'], id: question.id })),
    ),
    ...placed.flatMap(({ question, path }, index) => [
      ...unsourced(yaml, path, question, packs.sources?.content.sources),
      ...checkOptions(yaml, path, question),
      ...checkRoute(
        yaml,
        path,
        question,
        placed.slice(0, index).map((one) => one.question),
      ),
      ...(question.besides ?? []).flatMap((id, at) =>
        !packs.edition || publishedIn(packs.edition.content).some((one) => one.id === id)
          ? []
          : [
              yaml.problem(
                [...path, 'besides', at],
                `there is no published figure '${id}'`,
                'Add it to edition.yaml, or correct the code',
              ),
            ],
      ),
    ]),
  ]
}

/** Characters of all texts together: in three bytes each, they fit in an envelope beside the codes. */
const mostWritten = 2000

function tooMuchToWrite(yaml: YamlFile, content: Questionnaire): Problem[] {
  const longest = questionsOf(content).map((each) => (each.kind === 'text' ? each.longest : 0))
  const all = longest.reduce((sum, one) => sum + one, 0)
  return all <= mostWritten
    ? []
    : [
        yaml.problem(
          ['sections'],
          `all texts together may hold ${all} characters`,
          `At most ${mostWritten} fit in an envelope: ask fewer or shorter ones`,
        ),
      ]
}

function checkOptions(yaml: YamlFile, path: Path, question: Question): Problem[] {
  if (question.kind === 'text') return []
  const entries = question.options.map(({ id }, index) => ({
    yaml,
    path: [...path, 'options', index, 'id'],
    id,
  }))
  return [
    ...doubles(entries),
    ...question.options.flatMap(({ alone }, index) =>
      alone && question.kind === 'one'
        ? [
            yaml.problem(
              [...path, 'options', index, 'alone'],
              'this question has one answer, so every option goes alone',
              'Remove it',
            ),
          ]
        : [],
    ),
  ]
}

/** A route only looks back, at a question with options, and at options that are there: so it has no circle. */
function checkRoute(
  yaml: YamlFile,
  path: Path,
  question: Question,
  earlier: readonly Question[],
): Problem[] {
  return (question.askedWhen ?? []).flatMap((when, index) => {
    const place = [...path, 'askedWhen', index]
    const asked = earlier.find(({ id }) => id === when.question)
    if (!asked || asked.kind === 'text') {
      return [
        yaml.problem(
          [...place, 'question'],
          `no question with options before this one is called '${when.question}'`,
          'Name one that is asked earlier',
        ),
      ]
    }
    return when.is.flatMap((code, at) =>
      asked.options.some(({ id }) => id === code)
        ? []
        : [
            yaml.problem(
              [...place, 'is', at],
              `'${when.question}' has no option '${code}'`,
              'Correct the code',
            ),
          ],
    )
  })
}
