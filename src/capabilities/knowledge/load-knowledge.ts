import { readOnce } from '#platform/read-once.ts'
import { crossCheck } from './cross-check.ts'
import type { Knowledge } from './knowledge.ts'
import { type Packs, readPacks } from './packs.ts'
import { formatProblems, inReadingOrder } from './problem.ts'
import type { Source } from './provenance.ts'
import { signalSearch } from './search-signals.ts'

/** Reads the knowledge folder. Throws with every problem, one per line: half knowledge is not served. */
export const loadKnowledge = readOnce(readKnowledge)

function readKnowledge(folder: string): Knowledge {
  const packs = readPacks(folder)
  const problems = inReadingOrder([...packs.problems, ...crossCheck(packs)])
  const { sources, guidance, vocabulary, lines, advice, terms, conversation } = packs
  const whole = sources && guidance && vocabulary && lines && advice && terms && conversation
  if (problems.length > 0 || !whole) {
    throw new Error(`The knowledge in ${folder} is not right:\n${formatProblems(problems)}`)
  }
  const words = vocabulary.content
  const signals = signalsInOrder(packs, words.categories)
  const find = <T>(list: readonly T[], key: (item: T) => string) => {
    const byKey = new Map(list.map((item) => [key(item), item]))
    return (wanted: string): T | undefined => byKey.get(wanted)
  }
  const listed: Source[] = Object.entries(sources.content.sources).map(([key, source]) => ({
    key,
    ...source,
  }))
  const kinds = new Map(Object.entries(sources.content.kinds))
  const bases = new Map(words.bases.map(({ id, explanation }) => [id, explanation]))
  const strengths = new Map(words.strengths.map(({ id, explanation }) => [id, explanation]))

  return {
    editions: {
      signals: guidance.content.edition,
      lines: lines.content.edition,
      advice: advice.content.edition,
      terms: terms.content.edition,
    },
    categories: words.categories,
    forms: words.forms,
    observers: words.observers,
    signals,
    guidance: guidance.content.guidance,
    vulnerabilities: guidance.content.vulnerabilities,
    protectiveFactors: guidance.content.protectiveFactors,
    lines: lines.content.lines,
    conversation: advice.content.conversation,
    conversationGuide: conversation.content,
    terms: terms.content.terms,
    methods: packs.methods.map(({ content }) => content),
    map: packs.map?.content ?? { domains: [], lenses: [], examples: [] },

    findSignal: find(signals, ({ id }) => id),
    findCategory: find(words.categories, ({ id }) => id),
    findForm: find(words.forms, ({ id }) => id),
    findObserver: find(words.observers, ({ id }) => id),
    findObserverBySlug: find(words.observers, ({ slug }) => slug),
    findLine: find(lines.content.lines, ({ id }) => id),
    findQuestion: find(conversation.content.questions, ({ id }) => id),
    findMethod: find(
      packs.methods.map(({ content }) => content),
      ({ id }) => id,
    ),
    findTerm: find(terms.content.terms, ({ id }) => id),
    findSource: find(listed, ({ key }) => key),
    findGradeLevel: find(words.gradeLevels, ({ id }) => id),

    signalsFor: (observer) => signals.filter(({ observers }) => observers.includes(observer)),
    search: signalSearch(signals, words),
    linesFor: (reader) => lines.content.lines.filter(({ readers }) => readers.includes(reader)),
    whatToDo: (reader) => advice.content.whatToDo[reader],

    explainBasis: (basis) => present(bases.get(basis), basis),
    explainStrength: (strength) => present(strengths.get(strength), strength),
    nameOfSourceKind: (kind) => kinds.get(kind),
  }
}

function signalsInOrder(packs: Packs, categories: readonly { id: string }[]) {
  return categories.flatMap(({ id }) =>
    packs.signals
      .filter(({ content }) => content.category === id)
      .flatMap(({ content }) => content.signals.map((signal) => ({ category: id, ...signal }))),
  )
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The vocabulary does not explain '${name}'.`)
  return value
}
