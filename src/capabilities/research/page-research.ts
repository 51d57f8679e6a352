import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
} from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { doors } from '#design/doors/doors.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Surveys } from './load-surveys.ts'
import { paths } from './paths.ts'
import type { PublishedSurvey } from './publish-results.ts'
import { nameOf } from './questionnaire.ts'
import type { Study } from './survey-edition.ts'
import { t } from './words.ts'

type View = {
  readonly surveys: Surveys
  readonly knowledge: Knowledge
  readonly published: readonly PublishedSurvey[]
}

/** Every questionnaire, and what others published, each with of whom and of which question it is a figure. */
export function researchPage(
  language: Language,
  { surveys, knowledge, published }: View,
): PageParts {
  const words = t(language)
  const { list, figures } = words
  const studies = surveys.studies.toSorted((a, b) => a.year - b.year)
  return {
    title: list.title,
    content: html`<h1>${list.title}</h1>
<p class="lead">${list.lead}</p>
${
  published.length > 0
    ? html`<h2>${list.results}</h2>
<p>${list.resultsLead}</p>
${doors(
  published.map(({ id, title, organisation, publishedOn }) => ({
    title,
    text: list.published(organisation, fullDay(language, publishedOn)),
    href: link(language, paths.results(id)),
  })),
)}
`
    : ''
}<h2>${list.questionnaires}</h2>
${doors(
  surveys.questionnaires.map((each) => ({
    title: each.title[language],
    text: list.about(each.version, fullDay(language, each.published), each.minutes),
    href: link(language, paths.questionnaire(nameOf(each))),
  })),
)}
<h2>${figures.title}</h2>
<p>${figures.lead}</p>
${alert(language, {
  kind: 'info',
  title: figures.first,
  content: html`<ul>${surveys.warnings.map(
    (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
  )}</ul>`,
})}
${studies.map((study) => studyToRead(language, knowledge, study))}
${editionLine(language, surveys.edition)}`,
    breadcrumbs: [knowledgeNavigation(language)],
  }
}

/** Of whom and how many first, then each question with its figure. */
function studyToRead(language: Language, knowledge: Knowledge, study: Study): Html {
  const { figures } = t(language)
  return html`<h3>${study.name[language]} (${study.year})</h3>
${summaryList(language, [
  { key: figures.population, value: study.population[language] },
  { key: figures.asked, value: study.asked[language] },
])}
${table({
  caption: figures.caption(study.year),
  captionHidden: true,
  columns: [
    { heading: figures.question },
    { heading: figures.figure },
    { heading: figures.source },
  ],
  rows: study.figures.map((one) => [
    one.question[language],
    one.figure[language],
    origin(knowledge, language, one),
  ]),
})}`
}
