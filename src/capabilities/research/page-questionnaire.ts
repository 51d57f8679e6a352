import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
} from '#capabilities/knowledge/index.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Surveys } from './load-surveys.ts'
import { paths } from './paths.ts'
import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import { t } from './words.ts'

type View = {
  readonly surveys: Surveys
  readonly knowledge: Knowledge
  readonly questionnaire: Questionnaire
}

/** A questionnaire to read: every question, who is asked it, and which published figures stand near it. */
export function questionnairePage(language: Language, view: View): PageParts {
  const { surveys, knowledge, questionnaire } = view
  const words = t(language)
  const { reading } = words
  return {
    title: questionnaire.title[language],
    content: html`<h1>${questionnaire.title[language]}</h1>
<p class="lead">${questionnaire.lead[language]}</p>
${summaryList(language, [
  {
    key: reading.version,
    value: reading.versionOf(questionnaire.version, fullDay(language, questionnaire.published)),
  },
  { key: reading.schools, value: questionnaire.kinds.map((kind) => words.kinds[kind]).join(', ') },
  { key: reading.answeredBy, value: questionnaire.answeredBy[language] },
  { key: reading.takes, value: reading.minutes(questionnaire.minutes) },
  { key: reading.wording, value: origin(knowledge, language, questionnaire) },
])}
<p>${reading.open}</p>
${questionnaire.sections.map(
  ({ title, questions }) => html`<h2>${title[language]}</h2>
${questions.map((question) => questionToRead(language, view, question))}`,
)}
${editionLine(language, surveys.edition)}`,
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: words.list.title, href: link(language, paths.research) },
    ],
  }
}

function questionToRead(language: Language, view: View, question: Question): Html {
  const { surveys, questionnaire } = view
  const { reading } = t(language)
  const near = (question.besides ?? []).flatMap((id) => surveys.findPublished(id) ?? [])
  return html`<h3>${question.text[language]}</h3>
${routeOf(language, questionnaire, question)}
${question.hint ? html`<p class="quiet">${question.hint[language]}</p>` : ''}
${
  question.kind === 'text'
    ? html`<p>${reading.inWords(question.longest)}</p>`
    : html`<p>${reading.choose[question.kind]}</p>
<ul>${question.options.map(
        ({ text, alone }) =>
          html`<li>${text[language]}${alone ? html` <span class="quiet">(${reading.alone})</span>` : ''}</li>\n`,
      )}</ul>`
}
${near.map(
  ({ study, figure, question: asked }) =>
    html`<p class="quiet">${reading.near(study.year, asked[language], figure[language], study.population[language])}</p>`,
)}`
}

/** When this is asked, in the words of the earlier questions. */
function routeOf(language: Language, questionnaire: Questionnaire, question: Question): Html | '' {
  const { reading } = t(language)
  const ways = (question.askedWhen ?? []).flatMap(({ question: id, is }) => {
    const earlier = questionsOf(questionnaire).find((each) => each.id === id)
    if (!earlier || earlier.kind === 'text') return []
    const answers = earlier.options.filter((option) => is.includes(option.id))
    return reading.onlyAfter(
      earlier.text[language],
      answers.map(({ text }) => text[language]),
    )
  })
  return ways.length === 0 ? '' : html`<p class="quiet">${ways.join(' ')}</p>`
}
