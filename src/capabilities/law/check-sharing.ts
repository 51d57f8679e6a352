import {
  doubles,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import type { LegalRule } from './legal-rule.ts'
import type { LawPacks } from './read-law.ts'
import { knownRules, unknownRules } from './rule-references.ts'
import type { SharingFile, SharingLine, SharingQuestion } from './sharing-pack.ts'

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
      wrongQuestion(question).map(([field, wrong, mend]) =>
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

type Wrong = readonly [field: Path, wrong: string, mend: string]

function wrongQuestion(question: SharingQuestion): Wrong[] {
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

function wrongLine(line: SharingLine, { rules }: LawPacks): Wrong[] {
  const all = new Map<string, LegalRule>(
    rules.flatMap(({ content }) => content.rules.map((rule) => [rule.id, rule] as const)),
  )
  const noLaw = line.basis.filter((id) => (all.get(id)?.status ?? 'in-force') !== 'in-force')
  const has = (id: string) => line.questions.includes(id)
  return [
    ...noLaw.map(
      (id): Wrong => [['basis'], `'${id}' is not in force, so it opens no road`, 'Remove it'],
    ),
    ...given(line.standing === 'law' && (line.basis.length === 0 || line.mark !== 'sourced'), [
      ['standing'],
      'a road of the law names its rule and its source',
      'Add basis and sources, or write own-reading',
    ]),
    ...given((line.basis.length === 0) !== (line.validFrom !== undefined), [
      ['validFrom'],
      'a road without a rule has a first day of its own, and only such a road',
      'Add validFrom, or remove it',
    ]),
    ...given(line.consent === 'basis' && !has('consent'), [
      ['questions'],
      'consent is the ground, and nobody asks for it',
      'Add consent',
    ]),
    ...given(line.informing === 'first' && !has('told-first') && line.consent !== 'basis', [
      ['questions'],
      'parents are told first, and nobody asks it',
      'Add told-first',
    ]),
    ...given(
      line.facts.some((kind) => kind === 'identity') &&
        !has('necessary') &&
        !has('recipient-task') &&
        !has('trafficking'),
      [['questions'], 'a name is shared, and nobody asks whether that is needed', 'Add necessary'],
    ),
  ]
}

const given = (wrong: boolean, told: Wrong): Wrong[] => (wrong ? [told] : [])
