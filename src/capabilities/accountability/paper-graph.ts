import { dossierName, readReference } from '#capabilities/papers/index.ts'
import type { Html } from '#design/html.ts'
import { timeGraph } from '#design/time-graph/time-graph.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Paper } from './paper.ts'
import { paperName } from './paper-line.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** Papers that fit in a picture; of more, the newest are drawn and the table has all. */
const mostPapers = 60

/** How papers refer to each other: time to the right, a lane for each dossier. The table beside it says the same. */
export function paperGraph(
  language: Language,
  parliament: Parliament,
  papers: readonly Paper[],
): Html {
  const words = t(language).graph
  const { links } = t(language)
  const drawn = papers.slice(-mostPapers)
  const edges = drawn.flatMap((paper) =>
    paper.refers.flatMap(({ to, how }) => {
      const other = parliament.findPaper(to)
      if (!other) return []
      const name = `${paperName(language, paper)}: ${links[how]} (${paperName(language, other)})`
      return [{ from: paper.id, to: other.id, name }]
    }),
  )
  return timeGraph({
    id: 'papers',
    title: words.title,
    description: words.description(drawn.length),
    caption: drawn.length < papers.length ? words.newest(drawn.length) : words.caption,
    edges,
    laneName: (lane) => (lane === '' ? words.noDossier : dossierName(lane)),
    nodes: drawn.map((paper) => ({
      id: paper.id,
      day: paper.date ?? undefined,
      lane: paper.places[0]?.dossier ?? '',
      label: labelOf(language, paper),
      name: nameOf(language, paper),
      href: link(language, paths.paper(paper.id)),
    })),
  })
}

/** Its number within the dossier, else what kind of paper it is. */
function labelOf(language: Language, { id, kind }: Paper): string {
  const referent = readReference(id)
  return referent?.kind === 'kst' ? `nr. ${referent.nr}` : t(language).graph.kinds[kind]
}

function nameOf(language: Language, paper: Paper): string {
  const day = paper.date === null ? t(language).paper.notFound : fullDay(language, paper.date)
  return `${paper.title[language]} (${paperName(language, paper)}), ${day}`
}
