import {
  doubles,
  inReadingOrder,
  type Knowledge,
  type Pack,
  type Path,
  type Problem,
  unsourced,
} from '#capabilities/knowledge/index.ts'
import { languages } from '#platform/language.ts'
import type { PracticeEdition } from './practice-edition.ts'
import { readStories, type StoryPacks } from './read-stories.ts'
import { type Story, storyRoles } from './story.ts'

type SignalList = Pick<Knowledge, 'findSignal'>

/** So many stories at least in which the innocent explanation is the true one. Our own choice. */
const explainedAtLeast = 2
/** Signals to choose from that do not show in the story. */
const othersAtLeast = 3

/** Words that judge a young person; no story about one holds them. */
const judging = {
  nl: /\b(daders?|ronselaars?|crimineeltjes?|probleemjongeren?|risicojongeren?|risicoleerling\w*|hangjongeren?|raddraaiers?)\b/i,
  en: /\b(offenders?|perpetrators?|recruiters?|delinquents?|troublemakers?|at-risk|thugs?|culprits?)\b/i,
} as const

/** Everything that is wrong in the stories, in reading order. Without knowledge, signals are not looked up. */
export const checkStories = (folder: string, knowledge: SignalList | undefined): Problem[] =>
  problemsIn(readStories(folder), knowledge)

export function problemsIn(packs: StoryPacks, knowledge: SignalList | undefined): Problem[] {
  return inReadingOrder([
    ...packs.problems,
    ...(packs.edition ? [...checkEdition(packs.edition, packs), ...checkWhole(packs)] : []),
    ...packs.each.flatMap((pack) => checkStory(pack, packs, knowledge)),
    ...doubles(packs.each.map(({ yaml, content }) => ({ yaml, path: ['id'], id: content.id }))),
  ])
}

function checkEdition({ yaml, content }: Pack<PracticeEdition>, packs: StoryPacks): Problem[] {
  const lists = ['guidance', 'film', 'viewing'] as const
  const { shortest, months, longest } = content.refresh
  return [
    ...(shortest <= months && months <= longest
      ? []
      : [
          yaml.problem(
            ['refresh', 'months'],
            `${months} months lie outside ${shortest} to ${longest}`,
            'Choose a term between the shortest and the longest',
          ),
        ]),
    ...(['refresh', 'coverage'] as const).flatMap((name) =>
      unsourced(yaml, [name], content[name], packs.sources?.content.sources),
    ),
    ...lists.flatMap((list) =>
      content[list].flatMap((each, index) =>
        unsourced(yaml, [list, index], each, packs.sources?.content.sources),
      ),
    ),
    ...lists.flatMap((list) =>
      doubles(content[list].map(({ id }, index) => ({ yaml, path: [list, index, 'id'], id }))),
    ),
  ]
}

/** What the stories must be together; told at the edition, and only when every file could be read. */
function checkWhole({ edition, each: stories, problems }: StoryPacks): Problem[] {
  if (!edition || problems.length > 0) return []
  const without = storyRoles.filter((role) => !stories.some(({ content }) => content.role === role))
  const explained = stories.filter(({ content }) => content.turnsOut === 'explained')
  const told = (wrong: string, mend: string) => edition.yaml.problem(['edition'], wrong, mend)
  return [
    ...without.map((role) =>
      told(`there is no story for '${role}'`, 'Write one, in a file of its own'),
    ),
    ...(explained.length < explainedAtLeast
      ? [
          told(
            `the innocent explanation is the true one in ${explained.length} of the stories`,
            `Let it be so in at least ${explainedAtLeast}, or people learn to suspect everything`,
          ),
        ]
      : []),
  ]
}

function checkStory(
  { yaml, content }: Pack<Story>,
  packs: StoryPacks,
  knowledge: SignalList | undefined,
): Problem[] {
  const { passages, choices } = content
  const shown = new Set(passages.flatMap(({ signals }) => signals))
  const unknown = (ids: readonly string[], path: Path): Problem[] =>
    ids.flatMap((id, index) =>
      !knowledge || knowledge.findSignal(id)
        ? []
        : [yaml.problem([...path, index], `there is no signal '${id}'`, 'Correct the code')],
    )
  return [
    ...unsourced(yaml, ['pattern'], content.pattern, packs.sources?.content.sources),
    ...doubles(passages.map(({ id }, index) => ({ yaml, path: ['passages', index, 'id'], id }))),
    ...doubles(choices.map((id, index) => ({ yaml, path: ['choices', index], id }))),
    ...unknown(choices, ['choices']),
    ...passages.flatMap(({ signals }, index) => [
      ...unknown(signals, ['passages', index, 'signals']),
      ...signals.flatMap((id, at) =>
        choices.includes(id)
          ? []
          : [
              yaml.problem(
                ['passages', index, 'signals', at],
                `'${id}' shows here, and cannot be chosen`,
                'Add it to choices',
              ),
            ],
      ),
    ]),
    ...checkStops({ yaml, content }),
    ...(choices.length - shown.size < othersAtLeast
      ? [
          yaml.problem(
            ['choices'],
            'hardly anything can be chosen but what shows',
            `Add signals until at least ${othersAtLeast} do not show`,
          ),
        ]
      : []),
    ...checkWords({ yaml, content }),
    ...checkFileName({ yaml, content }),
  ]
}

/** A signal has its feedback, an ordinary passage has none, and every story has both kinds. */
function checkStops({ yaml, content: { passages } }: Pack<Story>): Problem[] {
  const unequal = passages.flatMap(({ signals, stop }, index) => {
    const path = ['passages', index, 'signals']
    if (signals.length > 0 && !stop) {
      return [yaml.problem(path, 'a signal shows, and stop is missing', 'Write stop beside it')]
    }
    if (signals.length === 0 && stop) {
      return [yaml.problem(path, 'stop is written, and no signal shows', 'Name it, or remove stop')]
    }
    return []
  })
  const ordinary = passages.some(({ signals }) => signals.length === 0)
  const telling = passages.some(({ signals }) => signals.length > 0)
  return ordinary && telling
    ? unequal
    : [
        ...unequal,
        yaml.problem(
          ['passages'],
          'every passage is of one kind',
          'Let signals show in some passages and none in others',
        ),
      ]
}

function checkWords({ yaml, content }: Pack<Story>): Problem[] {
  const texts: (readonly [Path, Readonly<Record<(typeof languages)[number], string>>])[] = [
    [['title'], content.title],
    [['lead'], content.lead],
    [['ending'], content.ending],
    ...content.remember.map((text, index) => [['remember', index], text] as const),
    ...content.passages.flatMap(({ text, seen, stop }, index) => {
      const path = ['passages', index]
      return [
        [[...path, 'text'], text] as const,
        [[...path, 'seen'], seen] as const,
        ...(stop
          ? [
              [[...path, 'stop', 'next'], stop.next] as const,
              [[...path, 'stop', 'unknown'], stop.unknown] as const,
              ...stop.innocent.map(
                (each, at) => [[...path, 'stop', 'innocent', at], each] as const,
              ),
            ]
          : []),
      ]
    }),
  ]
  return texts.flatMap(([path, text]) =>
    languages.flatMap((language) => {
      const [word] = judging[language].exec(text[language]) ?? []
      return word
        ? [
            yaml.problem(
              [...path, language],
              `'${word}' judges a young person`,
              'Tell what somebody does or sees instead',
            ),
          ]
        : []
    }),
  )
}

function checkFileName({ yaml, content }: Pack<Story>): Problem[] {
  return yaml.file === `training/${content.id}.yaml`
    ? []
    : [
        yaml.problem(
          ['id'],
          `the id '${content.id}' is not the name of the file`,
          'Give file and id the same name',
        ),
      ]
}
