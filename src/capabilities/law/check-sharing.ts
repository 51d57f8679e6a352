import {
  doubles,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import { type Wrong, wrongLine } from './check-sharing-line.ts'
import type { LawPacks } from './read-law.ts'
import { knownRules, unknownRules } from './rule-references.ts'
import type { SharingFile, SharingQuestion } from './sharing-pack.ts'

/** The sharing table refers to rules, parties, aims and questions that are there, and no bill opens a road. */
export function checkSharing(packs: LawPacks): Problem[] {
  const { sharing } = packs
  if (!sharing) return []
  const { yaml, content } = sharing
  const known = knownRules(packs)
  const lists = ['aims', 'parties', 'questions', 'lines', 'closed'] as const
  const ends = (['lines', 'closed'] as const).flatMap((list) =>
    content[list].flatMap(({ from, to }, index) => [
      ...unknownCodes(sharing, [list, index, 'from'], from, 'parties'),
      ...unknownCodes(sharing, [list, index, 'to'], to, 'parties'),
    ]),
  )
  const marked = lists.flatMap((list) =>
    content[list].flatMap(({ mark, sources }, index) => [
      ...unknownSources(yaml, [list, index, 'sources'], sources, packs.sources?.content.sources),
      ...(mark === 'sourced' && sources.length === 0
        ? [
            yaml.problem(
              [list, index, 'sources'],
              'this says it has a source, but names none',
              'Add the key of a source, or change the mark to own',
            ),
          ]
        : []),
    ]),
  )
  return [
    ...lists.flatMap((list) =>
      doubles(content[list].map(({ id }, index) => ({ yaml, path: [list, index, 'id'], id }))),
    ),
    ...ends,
    ...marked,
    ...content.questions.flatMap((question, index) =>
      wrongQuestion(question, packs).map(([field, wrong, mend]) =>
        yaml.problem(['questions', index, ...field], wrong, mend),
      ),
    ),
    ...content.closed.flatMap(({ rules }, index) =>
      unknownRules(yaml, ['closed', index, 'rules'], rules, known),
    ),
    ...content.lines.flatMap((line, index) => [
      ...unknownRules(yaml, ['lines', index, 'basis'], line.basis, known),
      ...unknownCodes(sharing, ['lines', index, 'questions'], line.questions, 'questions'),
      ...unknownCodes(sharing, ['lines', index, 'aims'], line.aims, 'aims'),
      ...wrongLine(line, packs).map(([field, wrong, mend]) =>
        yaml.problem(['lines', index, ...field], wrong, mend),
      ),
    ]),
  ]
}

function unknownCodes(
  { yaml, content }: Pack<SharingFile>,
  path: Path,
  used: readonly string[],
  list: 'aims' | 'parties' | 'questions',
): Problem[] {
  return used.flatMap((code, index) =>
    content[list].some(({ id }) => id === code)
      ? []
      : [
          yaml.problem(
            [...path, index],
            `'${code}' is not in ${list}`,
            'Add it there, or correct it',
          ),
        ],
  )
}

function wrongQuestion(question: SharingQuestion, packs: LawPacks): Wrong[] {
  if (question.answer === 'words') return wrongWhen(question, packs)
  if (question.answer !== 'choice') return []
  const ids = question.choices.map(({ id }) => id)
  const wrong = (question.forbids ?? [])
    .filter((id) => !ids.includes(id))
    .map(
      (id): Wrong => [['forbids'], `'${id}' is no choice here`, `Choose from: ${ids.join(', ')}`],
    )
  return question.forbids && !question.refused
    ? [...wrong, [['forbids'], 'whoever is refused reads no reason', 'Add refused']]
    : wrong
}

/** What is asked only after some choices: of a question that is there, and has those. */
function wrongWhen(
  { when }: Extract<SharingQuestion, { answer: 'words' }>,
  { sharing }: LawPacks,
): Wrong[] {
  if (!when) return []
  const asked = sharing?.content.questions.find(({ id }) => id === when.question)
  const ids = asked?.answer === 'choice' ? asked.choices.map(({ id }) => id) : []
  return when.choices
    .filter((id) => !ids.includes(id))
    .map((id) => [
      ['when'],
      `'${id}' is no choice of '${when.question}'`,
      `Choose from: ${ids.join(', ')}`,
    ])
}
