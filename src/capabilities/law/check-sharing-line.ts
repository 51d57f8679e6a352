import type { Path } from '#capabilities/knowledge/index.ts'
import type { LegalRule } from './legal-rule.ts'
import type { LawPacks } from './read-law.ts'
import type { SharingLine, SharingQuestion } from './sharing-pack.ts'

export type Wrong = readonly [field: Path, wrong: string, mend: string]

/** What is wrong with a line by itself: a road rests on law, asks what it must, and says what it is. */
export function wrongLine(line: SharingLine, packs: LawPacks): Wrong[] {
  const { rules } = packs
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
    ...notAsked(line, packs),
  ]
}

/** Something out of a file leaves by it, and not counts or a question for advice alone. */
const carriesFacts = ({ facts, only }: SharingLine): boolean =>
  only === undefined && facts.some((kind) => kind !== 'count')

/** Necessity and the recipient's task on every line that carries facts, and words where reasons must be written. */
function notAsked(line: SharingLine, { sharing }: LawPacks): Wrong[] {
  const asked = line.questions.flatMap(
    (id) => sharing?.content.questions.find((question) => question.id === id) ?? [],
  )
  const has = (id: string) => asked.some((question) => question.id === id)
  const inWords = asked.filter((question) => question.answer === 'words')
  const missing = ['necessary', 'recipient-task'].filter((id) => carriesFacts(line) && !has(id))
  const told = asked.filter(({ id }) => id === 'told' || id === 'told-first')
  return [
    ...missing.map(
      (id): Wrong => [['questions'], `facts leave, and nobody asks '${id}'`, `Add ${id}`],
    ),
    ...told
      .filter((question) => !hasWhy(question, inWords))
      .map(
        ({ id }): Wrong => [
          ['questions'],
          `whoever was not told is not explained: '${id}' has no words of its own`,
          `Add ${id}-why`,
        ],
      ),
    ...inWords
      .filter(({ when }) => when && !has(when.question))
      .map(
        ({ id, when }): Wrong => [
          ['questions'],
          `'${id}' is asked only after '${when?.question}', which is not asked`,
          `Add ${when?.question}, or remove ${id}`,
        ],
      ),
    ...given(line.reasons === 'in-writing' && !inWords.some(({ when }) => !when), [
      ['reasons'],
      'reasons must be in writing, and no question asks for words',
      'Add a question with answer: words',
    ]),
    ...given(line.reasons === 'when-not-informed' && told.length === 0, [
      ['reasons'],
      'reasons are written when nobody was told, and nobody asks that',
      'Add told-first',
    ]),
  ]
}

type InWords = Extract<SharingQuestion, { answer: 'words' }>

/** Every choice that says that somebody was not told, and that does not close the road, asks why. */
function hasWhy(question: SharingQuestion, inWords: readonly InWords[]): boolean {
  if (question.answer !== 'choice') return true
  const informed = ['both', 'told', ...(question.forbids ?? [])]
  return question.choices
    .filter(({ id }) => !informed.includes(id))
    .every(({ id }) =>
      inWords.some(({ when }) => when?.question === question.id && when.choices.includes(id)),
    )
}

const given = (wrong: boolean, told: Wrong): Wrong[] => (wrong ? [told] : [])
