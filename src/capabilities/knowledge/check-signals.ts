import { wordsOf } from '#platform/plain-words.ts'
import type { Pack, Packs } from './packs.ts'
import type { Path, Problem } from './problem.ts'
import { doubles, type Entry, entriesOf, unknownSources } from './references.ts'
import { Basis, type GuidanceFile, type SignalsFile, Strength } from './signal-pack.ts'

type SignalsPack = Pack<SignalsFile>

/** Signals against the vocabulary, the sources and the list of vulnerabilities. */
export function checkSignals(packs: Packs): Problem[] {
  const entries: Entry[] = packs.signals.flatMap(({ yaml, content }) =>
    entriesOf(yaml, 'signals', content.signals),
  )
  return [
    ...doubles(entries),
    ...packs.signals.flatMap((pack) => [
      ...categoryProblems(pack, packs),
      ...unknownWords(pack, packs),
      ...basisProblems(pack, packs),
      ...(packs.guidance ? vulnerabilitiesIn(pack, packs.guidance.content) : []),
    ]),
    ...vocabularyProblems(packs),
    ...roomForProtection(packs),
  ]
}

function categoryProblems({ yaml, content }: SignalsPack, { vocabulary }: Packs): Problem[] {
  const { category, signals } = content
  const problems: Problem[] = []
  if (vocabulary && !vocabulary.content.categories.some(({ id }) => id === category)) {
    problems.push(
      yaml.problem(
        ['category'],
        `the category '${category}' is not known`,
        'Add it to signals/vocabulary.yaml, or correct it',
      ),
    )
  }
  for (const [index, { id }] of signals.entries()) {
    if (id.startsWith(`${category}-`)) continue
    problems.push(
      yaml.problem(
        ['signals', index, 'id'],
        `this signal stands in the file of category ${category}`,
        `Begin the id with ${category}-, or move the signal`,
      ),
    )
  }
  return problems
}

function unknownWords({ yaml, content }: SignalsPack, { vocabulary }: Packs): Problem[] {
  if (!vocabulary) return []
  const { forms, observers, gradeLevels } = vocabulary.content
  const check = (path: Path, kind: string, word: string, known: readonly { id: string }[]) =>
    known.some(({ id }) => id === word)
      ? []
      : [
          yaml.problem(
            path,
            `the ${kind} '${word}' is not known`,
            'Add it to signals/vocabulary.yaml, or correct it',
          ),
        ]
  return content.signals.flatMap((signal, index) => [
    ...signal.forms.flatMap((form, at) =>
      check(['signals', index, 'forms', at], 'form', form, forms),
    ),
    ...signal.observers.flatMap((observer, at) =>
      check(['signals', index, 'observers', at], 'observer', observer, observers),
    ),
    ...(signal.grades ?? []).flatMap(({ level }, at) =>
      check(['signals', index, 'grades', at, 'level'], 'grade level', level, gradeLevels),
    ),
  ])
}

function basisProblems({ yaml, content }: SignalsPack, { sources }: Packs): Problem[] {
  const known = sources?.content.sources
  return content.signals.flatMap((signal, index) => {
    const path = ['signals', index]
    const tools = (signal.grades ?? []).flatMap(({ tool }, at) =>
      known && !Object.hasOwn(known, tool)
        ? [
            yaml.problem(
              [...path, 'grades', at, 'tool'],
              `the source '${tool}' is not known`,
              'Add it to sources.yaml, or correct the key',
            ),
          ]
        : [],
    )
    const problems = [
      ...unknownSources(yaml, [...path, 'sources'], signal.sources, known),
      ...tools,
    ]
    if (signal.basis !== 'own' && signal.sources.length === 0) {
      problems.push(
        yaml.problem(
          [...path, 'sources'],
          'there is no source and no own mark',
          'Add the key of a source, or write basis: own',
        ),
      )
    }
    if ((signal.basis === 'uk-graded') !== (signal.grades !== undefined)) {
      problems.push(
        yaml.problem(
          [...path, 'basis'],
          'the basis uk-graded and the grades belong together',
          'Add grades:, or choose another basis',
        ),
      )
    }
    return problems
  })
}

/** Words that turn a vulnerability into a sentence without adding an observation. */
const emptyWords = new Set(
  'heeft is een de het of in aan van zit leeft woont komt uit met has is a an the of in lives have from with in'.split(
    ' ',
  ),
)

// source: school.md 3.2, vulnerabilities are not signals
function vulnerabilitiesIn(
  { yaml, content }: SignalsPack,
  { vulnerabilities }: GuidanceFile,
): Problem[] {
  return content.signals.flatMap(({ wording }, index) =>
    (['nl', 'en'] as const).flatMap((language) => {
      const told = wordsOf(wording[language]).filter((word) => !emptyWords.has(word))
      const same = vulnerabilities.find(({ text }) => {
        const words = new Set(wordsOf(text[language]))
        return told.length > 0 && told.every((word) => words.has(word))
      })
      if (!same) return []
      return [
        yaml.problem(
          ['signals', index, 'wording', language],
          `this is the vulnerability '${same.id}', and a vulnerability is not a signal`,
          'Describe something that someone can see or hear, or remove the signal',
        ),
      ]
    }),
  )
}

function vocabularyProblems({ vocabulary, signals, allSignalsRead }: Packs): Problem[] {
  if (!vocabulary) return []
  const { yaml, content } = vocabulary
  const slugs = content.observers.map(({ slug }, index) => ({
    yaml,
    path: ['observers', index, 'slug'],
    id: slug,
  }))
  const empty = content.categories.flatMap(({ id }, index) =>
    !allSignalsRead || signals.some((pack) => pack.content.category === id)
      ? []
      : [
          yaml.problem(
            ['categories', index, 'id'],
            `the category '${id}' has no file of signals`,
            'Add its file in signals/, or remove the category',
          ),
        ],
  )
  const unexplained = (
    [
      ['bases', Basis.options],
      ['strengths', Strength.options],
    ] as const
  ).flatMap(([list, wanted]) =>
    wanted
      .filter((id) => !content[list].some((each) => each.id === id))
      .map((id) => yaml.problemAtKey([list], `'${id}' is not explained`, `Add an entry for ${id}`)),
  )
  return [
    ...unexplained,
    ...(['categories', 'forms', 'observers', 'bases', 'gradeLevels', 'strengths'] as const).flatMap(
      (list) => doubles(entriesOf(yaml, list, content[list])),
    ),
    ...doubles(slugs),
    ...empty,
  ]
}

/** What protects gets at least as much room as what makes vulnerable. source: school.md 3.2 */
function roomForProtection({ guidance }: Packs): Problem[] {
  if (!guidance) return []
  const { yaml, content } = guidance
  const problems = (['guidance', 'vulnerabilities', 'protectiveFactors'] as const).flatMap((list) =>
    doubles(entriesOf(yaml, list, content[list])),
  )
  if (content.protectiveFactors.length < content.vulnerabilities.length) {
    problems.push(
      yaml.problem(
        ['protectiveFactors'],
        'there are fewer protective factors than vulnerabilities',
        'Give them equal room',
      ),
    )
  }
  return problems
}
