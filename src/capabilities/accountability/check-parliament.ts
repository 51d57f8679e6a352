import {
  doubles,
  inReadingOrder,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import type { Paper, PapersFile } from './paper.ts'
import { type ParliamentPacks, readParliament } from './read-parliament.ts'
import type { ItemsFile, RegisterItem } from './register-item.ts'

/** Everything that is wrong in the papers of a knowledge folder, in reading order; empty when all is well. */
export const checkParliament = (folder: string): Problem[] => problemsIn(readParliament(folder))

export const problemsIn = (packs: ParliamentPacks): Problem[] =>
  inReadingOrder([
    ...packs.problems,
    ...checkEdition(packs),
    ...(packs.papers ? checkPapers(packs.papers, packs) : []),
    ...(packs.items ? checkItems(packs.items, packs) : []),
  ])

type Marked = { readonly mark: string; readonly sources: readonly string[] }
type Wrong = readonly [field: Path, wrong: string, mend: string]

function checkEdition({ edition, sources }: ParliamentPacks): Problem[] {
  if (!edition) return []
  const { yaml, content } = edition
  const known = sources?.content.sources
  return [
    ...doubles(content.dossiers.map(({ id }, at) => ({ yaml, path: ['dossiers', at, 'id'], id }))),
    ...content.dossiers.flatMap((one, at) =>
      unknownSources(yaml, ['dossiers', at, 'sources'], one.sources, known),
    ),
    ...unknownSources(yaml, ['answerTerm', 'sources'], content.answerTerm.sources, known),
  ]
}

function checkPapers(pack: Pack<PapersFile>, packs: ParliamentPacks): Problem[] {
  const { yaml, content } = pack
  const names = content.papers.flatMap(({ id, alsoKnownAs }, at) =>
    [id, ...alsoKnownAs].map((name) => ({ yaml, path: ['papers', at, 'id'], id: name })),
  )
  const known = new Set(names.map(({ id }) => id))
  const dossiers = packs.edition?.content.dossiers.map(({ id }) => id)
  return [
    ...doubles(names),
    ...content.papers.flatMap((paper, at) => [
      ...[...wrongPaper(paper, known, dossiers), ...unsourced(paper)].map(([field, wrong, mend]) =>
        yaml.problem(['papers', at, ...field], wrong, mend),
      ),
      ...unknownSources(
        yaml,
        ['papers', at, 'sources'],
        paper.sources,
        packs.sources?.content.sources,
      ),
    ]),
  ]
}

function wrongPaper(
  paper: Paper,
  known: ReadonlySet<string>,
  dossiers: readonly string[] | undefined,
): Wrong[] {
  const wrong: Wrong[] = []
  paper.refers.forEach(({ to }, at) => {
    if (!known.has(to)) wrong.push(unknownPaper(['refers', at, 'to'], to))
  })
  paper.places.forEach(({ dossier }, at) => {
    if (dossiers && !dossiers.includes(dossier)) {
      wrong.push([
        ['places', at, 'dossier'],
        `the dossier '${dossier}' is not known`,
        'Add it to edition.yaml, or correct the number',
      ])
    }
  })
  const [first] = paper.places
  if (paper.id.startsWith('kst-') && paper.id !== `kst-${first?.dossier}-${first?.number}`) {
    wrong.push([
      ['places'],
      'the first place is another than the name says',
      'Write first the dossier and number that the id has',
    ])
  }
  const incomplete = paper.found === 'not-found' || paper.date === null || paper.numbers
  if (incomplete && paper.gap === null) {
    wrong.push([['gap'], 'what is not known of this paper is not said', 'Say what we did not find'])
  }
  return wrong
}

function checkItems(pack: Pack<ItemsFile>, packs: ParliamentPacks): Problem[] {
  const { yaml, content } = pack
  const names = packs.papers?.content.papers.map(({ id }) => id)
  return [
    ...doubles(content.items.map(({ id }, at) => ({ yaml, path: ['items', at, 'id'], id }))),
    ...content.items.flatMap((item, at) => [
      ...[...wrongItem(item, names), ...unsourced(item)].map(([field, wrong, mend]) =>
        yaml.problem(['items', at, ...field], wrong, mend),
      ),
      ...unknownSources(
        yaml,
        ['items', at, 'sources'],
        item.sources,
        packs.sources?.content.sources,
      ),
    ]),
  ]
}

function wrongItem(item: RegisterItem, papers: readonly string[] | undefined): Wrong[] {
  const wrong: Wrong[] = []
  const { raisedIn, raisedOn, steps } = item
  if (papers && raisedIn !== null && !papers.includes(raisedIn)) {
    wrong.push(unknownPaper(['raisedIn'], raisedIn))
  }
  steps.forEach(({ paper, date }, at) => {
    if (papers && !papers.includes(paper)) wrong.push(unknownPaper(['steps', at, 'paper'], paper))
    if (date < (steps[at - 1]?.date ?? raisedOn ?? '')) {
      wrong.push([
        ['steps', at, 'date'],
        'this is older than what came before it',
        'Put the oldest first',
      ])
    }
  })
  if (steps.length === 0 && item.gaps.length === 0) {
    wrong.push([
      ['gaps'],
      'nothing came of it and that is not said',
      'Say what we did not find, or add a step',
    ])
  }
  if (item.laterToldOn !== undefined && item.kind !== 'questions') {
    wrong.push([['laterToldOn'], 'only written questions have such a notice', 'Remove it'])
  }
  return wrong
}

const unsourced = ({ mark, sources }: Marked): Wrong[] =>
  mark === 'sourced' && sources.length > 0
    ? []
    : [[['mark'], 'what no paper says does not stand here', 'Name its sources, or remove it']]

const unknownPaper = (field: Path, id: string): Wrong => [
  field,
  `the paper '${id}' is not known`,
  'Add it to papers.yaml, or correct its name',
]
