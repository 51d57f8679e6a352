import { editionLine, knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { dossierName } from '#capabilities/papers/index.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Paper } from './paper.ts'
import { paperGraph } from './paper-graph.ts'
import { paperName } from './paper-line.ts'
import type { Parliament } from './parliament.ts'
import { paths, queryNames } from './paths.ts'
import { t } from './words.ts'

/** Every paper, oldest first, with how we know it and what it refers to; and what we did not find. */
export function papersPage(
  language: Language,
  parliament: Parliament,
  dossier: string | undefined,
): PageParts {
  const { papers: words, items, graph } = t(language)
  const shown = parliament.papers.filter(
    ({ places }) => dossier === undefined || places.some((place) => place.dossier === dossier),
  )
  return {
    title: words.title,
    wide: true,
    pictures: true,
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: items.title, href: link(language, paths.items) },
    ],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  method: 'get',
  action: link(language, paths.papers),
  content: html`${select(language, {
    name: queryNames.dossier,
    label: words.dossier,
    value: dossier,
    optional: true,
    choices: parliament.dossiers.map(({ id, title }) => ({
      value: id,
      label: `${dossierName(id)}: ${title ?? words.noDossierTitle}`,
    })),
  })}
${button({ text: words.show })}`,
})}
<h2>${graph.title}</h2>
${paperGraph(language, parliament, shown)}
<h2>${graph.asTable}</h2>
${paperTable(language, parliament, shown)}
<h2>${words.notFound}</h2>
<ul>${parliament.notFound.map(({ text }) => html`<li>${text[language]}</li>\n`)}</ul>
${editionLine(language, parliament.edition)}`,
  }
}

function paperTable(language: Language, parliament: Parliament, papers: readonly Paper[]): Html {
  const { papers: words, paper: one, paperKinds, found } = t(language)
  return table({
    caption: words.count(papers.length),
    columns: [words.paper, words.number, words.date, words.kind, words.known, words.refers].map(
      (heading) => ({ heading }),
    ),
    rows: papers.map((paper) => [
      html`<a href="${link(language, paths.paper(paper.id))}">${paper.title[language]}</a>`,
      paperName(language, paper),
      paper.date === null ? one.notFound : fullDay(language, paper.date),
      paperKinds[paper.kind],
      found[paper.found],
      referred(language, parliament, paper),
    ]),
  })
}

function referred(language: Language, { findPaper }: Parliament, { refers }: Paper): Html {
  const { links, paper: words } = t(language)
  if (refers.length === 0) return html`${words.nothing}`
  return html`<ul>${refers.map(({ to, how }) => {
    const paper = findPaper(to)
    return paper ? html`<li>${paperName(language, paper)}: ${links[how]}</li>\n` : ''
  })}</ul>`
}
