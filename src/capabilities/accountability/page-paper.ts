import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  sourceList,
} from '#capabilities/knowledge/index.ts'
import { dossierName, referenceAddress } from '#capabilities/papers/index.ts'
import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Paper } from './paper.ts'
import { paperLine, paperName } from './paper-line.ts'
import { itemsIn, type Parliament, spokenOfIn } from './parliament.ts'
import { paths } from './paths.ts'
import { referenceName } from './reference.ts'
import { stateOf } from './register-item.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly parliament: Parliament
  readonly paper: Paper
}

/** One paper: where it stands, how we know it, what it refers to, what refers to it, and what it is about. */
export function paperPage(language: Language, { knowledge, parliament, paper }: View): PageParts {
  const { paper: words, items, papers, links, kinds, states } = t(language)
  const to = paper.refers.flatMap(({ to, how }) => {
    const found = parliament.findPaper(to)
    return found ? [{ paper: found, how }] : []
  })
  const about = itemsIn(parliament, paper)
  const list = (lines: readonly { paper: Paper; how: keyof typeof links }[]) =>
    lines.length === 0
      ? html`<p>${words.nothing}</p>`
      : html`<ul>${lines.map(({ paper, how }) => html`<li>${paperLine(language, paper)}: ${links[how]}</li>\n`)}</ul>`
  return {
    // A paper and what it raised may be called alike; the number tells the pages apart.
    title: referenceName(language, paper.id) ?? paper.title[language],
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: items.title, href: link(language, paths.items) },
      { text: papers.title, href: link(language, paths.papers) },
    ],
    content: html`<h1>${paper.title[language]}</h1>
<p class="lead">${paperName(language, paper)}</p>
${unsure(language, paper)}
${summaryList(language, facts(language, parliament, paper))}
${address(language, paper)}
${
  about.length > 0
    ? html`<h2>${words.items}</h2>
${linkList(
  about.map((item) => ({
    text: item.title[language],
    href: link(language, paths.item(item.id)),
    about: html`<span class="quiet">${kinds[item.kind]}, ${states[stateOf(item)]}</span>`,
  })),
)}`
    : ''
}
<h2>${words.refersTo}</h2>
${list(to)}
<h2>${words.spokenOf}</h2>
${list(spokenOfIn(parliament, paper))}
<h2>${words.sources}</h2>
${sourceList(knowledge, language, paper.sources)}
${editionLine(language, parliament.edition)}`,
  }
}

function unsure(language: Language, { numbers, gap }: Paper): Html {
  const words = t(language).paper
  if (gap === null) return html``
  return alert(language, {
    kind: 'info',
    title: numbers ? words.numbers : words.gap,
    content: html`<p>${gap[language]}</p>`,
  })
}

function facts(language: Language, { dossiers }: Parliament, paper: Paper) {
  const { paper: words, papers, paperKinds, found } = t(language)
  const titleOf = (id: string) =>
    `${dossierName(id)} (${dossiers.find((one) => one.id === id)?.title ?? papers.noDossierTitle})`
  const places = paper.places.map(({ dossier, number }, at) => {
    if (number !== null) return words.placed(titleOf(dossier), number)
    return at === 0 ? `${titleOf(dossier)}, ${words.numberUnknown}` : words.alsoIn(titleOf(dossier))
  })
  return [
    { key: words.kind, value: paperKinds[paper.kind] },
    {
      key: words.date,
      value: paper.date === null ? words.notFound : fullDay(language, paper.date),
    },
    ...(places.length > 0 ? [{ key: words.dossiers, value: places.join('; ') }] : []),
    { key: words.known, value: found[paper.found] },
    ...(paper.alsoKnownAs.length > 0
      ? [{ key: words.alsoKnownAs, value: paper.alsoKnownAs.join(', ') }]
      : []),
  ]
}

/** Only where we saw the paper: an address that leads nowhere helps nobody. */
function address(language: Language, { id, found }: Paper): Html {
  const href = referenceAddress(id)
  if (href === undefined || found !== 'page') return html``
  return html`<p><a href="${href}" rel="external noreferrer">${t(language).paper.read}</a></p>`
}
