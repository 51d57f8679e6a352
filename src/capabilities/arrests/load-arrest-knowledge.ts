import {
  doubles,
  formatProblems,
  inReadingOrder,
  type Knowledge,
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { InstrumentFile } from './instrument-pack.ts'
import { faultOf } from './look-question.ts'
import { RegistrationFile } from './registration-pack.ts'

export type ArrestKnowledge = {
  readonly lists: RegistrationFile
  readonly instrument: InstrumentFile
}

/** What the lists refer to and this folder does not hold. */
type Known = {
  readonly knowledge: Pick<Knowledge, 'findForm' | 'findSignal'>
  readonly findRule: (id: string) => unknown
}

/** The lists for recording an arrest and the recognition protocol. Throws with every problem, one per line. */
export const loadArrestKnowledge = readOnce(readWhole)

function readWhole(folder: string, known: Known): ArrestKnowledge {
  const { lists, instrument, problems } = readArrestKnowledge(folder, known)
  if (problems.length > 0 || !lists || !instrument) {
    throw new Error(`What arrests need in ${folder} is not right:\n${formatProblems(problems)}`)
  }
  return { lists: lists.content, instrument: instrument.content }
}

/** Everything that is wrong in the lists and the protocol, in reading order; empty when all is well. */
export const checkArrestKnowledge = (folder: string, known: Known): Problem[] =>
  readArrestKnowledge(folder, known).problems

function readArrestKnowledge(folder: string, known: Known) {
  const problems: Problem[] = []
  const lists = readPack(folder, 'arrests/registration.yaml', RegistrationFile, problems)
  const file = 'instruments/recognition-at-arrest.yaml'
  const instrument = readPack(folder, file, InstrumentFile, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const sources = readPack(folder, 'sources.yaml', SourcesFile, [])?.content.sources
  if (lists) problems.push(...listProblems(lists, known, sources))
  if (instrument) problems.push(...instrumentProblems(instrument, known, sources))
  return { lists, instrument, problems: inReadingOrder(problems) }
}

type Sources = SourcesFile['sources'] | undefined
type Entry = {
  readonly id: string
  readonly mark: string
  readonly sources: readonly string[]
  readonly forms?: readonly string[]
  readonly signals?: readonly string[]
  readonly rule?: string
  readonly rules?: readonly string[]
}

const listProblems = ({ yaml, content }: Pack<RegistrationFile>, known: Known, sources: Sources) =>
  (['ages', 'offences', 'found', 'present', 'rights', 'refusals', 'keeping'] as const).flatMap(
    (list) => entryProblems({ yaml, list, entries: content[list] }, known, sources),
  )

const instrumentProblems = (
  { yaml, content }: Pack<InstrumentFile>,
  known: Known,
  sources: Sources,
) => [
  ...(['first', 'full', 'avoid'] as const).flatMap((list) =>
    entryProblems({ yaml, list, entries: content[list] }, known, sources),
  ),
  ...(['first', 'full'] as const).flatMap((list) =>
    content[list].flatMap((question, at) => {
      const fault = faultOf(question)
      if (!fault) return []
      const [message, hint] = faults[fault]
      return [yaml.problem([list, at, 'asks'], message, hint)]
    }),
  ),
]

/** What is wrong with a question, and what to do about it. */
const faults = {
  believing: ['this asks whether somebody is to be believed', 'Ask what was seen or heard'],
  open: [
    'an observed question is answered with seen or not seen',
    'Ask so, or write answer: words',
  ],
  several: ['this asks more than one thing', 'Make a question of each'],
} as const

function entryProblems(
  { yaml, list, entries }: { yaml: Pack<unknown>['yaml']; list: string; entries: readonly Entry[] },
  { knowledge, findRule }: Known,
  sources: Sources,
): Problem[] {
  const unknown = (path: (string | number)[], id: string, where: string) =>
    yaml.problem(path, `'${id}' is not known`, `Use one that stands in ${where}`)
  return [
    ...doubles(entries.map(({ id }, at) => ({ yaml, path: [list, at, 'id'], id }))),
    ...entries.flatMap((entry, at) => [
      ...unknownSources(yaml, [list, at, 'sources'], entry.sources, sources),
      ...(entry.mark === 'sourced' && entry.sources.length === 0
        ? [yaml.problem([list, at, 'sources'], 'this names no source', 'Name one, or mark it own')]
        : []),
      ...(entry.forms ?? [])
        .filter((id) => !knowledge.findForm(id))
        .map((id) => unknown([list, at, 'forms'], id, 'signals/vocabulary.yaml')),
      ...(entry.signals ?? [])
        .filter((id) => !knowledge.findSignal(id))
        .map((id) => unknown([list, at, 'signals'], id, 'signals/')),
      ...[...(entry.rules ?? []), ...(entry.rule ? [entry.rule] : [])]
        .filter((id) => !findRule(id))
        .map((id) => unknown([list, at], id, 'law/rules/')),
    ]),
  ]
}
