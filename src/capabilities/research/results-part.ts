import { type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { chart, sharesScale } from '#design/chart/chart.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { decimal } from '#platform/numbers.ts'
import type { Surveys } from './load-surveys.ts'
import { paths } from './paths.ts'
import { nameOf, type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import type { ToldOption, ToldResults } from './told-results.ts'
import { stratumTold, t } from './words.ts'

export type ResultsView = {
  readonly told: ToldResults
  readonly surveys: Surveys
  readonly knowledge: Knowledge
  readonly questionnaire: Questionnaire
  /** everybody reads them: words that were not sorted never will be */
  readonly isPublished: boolean
}

/** Results as researchers and everybody else read them: who did not answer first, then every question. */
export function resultsPart(language: Language, view: ResultsView): Html {
  const { told, surveys, knowledge, questionnaire } = view
  const { wave, kinds } = t(language)
  const { results: words } = wave
  const share = decimal(language, told.sampled === 0 ? 0 : (told.answered / told.sampled) * 100, 1)
  return html`<h2>${words.who}</h2>
<p>${words.silent(told.answered, told.sampled, share)}</p>
${fewAnswered(told) ? alert(language, { kind: 'info', title: words.fewTitle, content: html`<p>${words.few(told.answered)}</p>` }) : ''}
<p>${words.ofAll(told.population, told.kinds.map((kind) => kinds[kind]).join(', '))} ${words.when(fullDay(language, told.openedOn), fullDay(language, told.closedOn))}</p>
${table({
  caption: words.cells,
  stays: true,
  columns: [
    { heading: words.cell },
    { heading: words.population, numeric: true },
    { heading: words.sampled, numeric: true },
    { heading: words.answered, numeric: true },
  ],
  rows: told.cells.map((cell) => [
    stratumTold(language, cell.name),
    String(cell.population),
    String(cell.sampled),
    String(cell.answered),
  ]),
})}
<h2>${words.how}</h2>
<ul>${words.reading.map((one) => html`<li>${one}</li>\n`)}</ul>
${alert(language, {
  kind: 'info',
  title: t(language).figures.first,
  content: html`<ul>${surveys.warnings.map(
    (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
  )}</ul>`,
})}
<p><a href="${link(language, paths.questionnaire(nameOf(questionnaire)))}">${words.toQuestions}</a></p>
${contents(language, view)}
${questionsOf(questionnaire).map((question) => questionPart(language, view, question))}`
}

/** Whoever answers for fewer than half of those asked speaks for themselves first. */
const fewAnswered = ({ answered, sampled }: ToldResults): boolean => answered * 2 < sampled

const anchorOf = ({ id }: Question): string => `vraag-${id}`

function contents(language: Language, { told: results, questionnaire }: ResultsView): Html {
  const told = new Set(results.questions.map(({ question }) => question))
  return details({
    summary: t(language).wave.results.contents,
    content: html`<ul>${questionsOf(questionnaire)
      .filter(({ id }) => told.has(id))
      .map(
        (question) =>
          html`<li><a href="#${anchorOf(question)}">${question.text[language]}</a></li>\n`,
      )}</ul>`,
  })
}

function questionPart(language: Language, view: ResultsView, question: Question): Html {
  const { told, surveys } = view
  const { results: words } = t(language).wave
  const result = told.questions.find((each) => each.question === question.id)
  if (!result) return html``
  const near = (question.besides ?? []).flatMap((id) => surveys.findPublished(id) ?? [])
  return html`<h2 id="${anchorOf(question)}">${question.text[language]}</h2>
<p class="quiet">${question.kind === 'text' ? words.written(result.answered) : words.asked(result.asked, result.answered)} ${fewAnswered(told) ? words.ofSampled(told.sampled) : ''}</p>
${result.options.length === 0 ? noNumbers(language, view, question, result.answered) : numbers(language, view, question, result.options)}
${
  near.length > 0
    ? html`<div class="panel"><h3>${words.near}</h3>
<ul>${near.map(
        ({ study, figure, question: asked }) =>
          html`<li>${words.nearFigure(study.year, asked[language], figure[language], study.population[language])}</li>\n`,
      )}</ul></div>`
    : ''
}`
}

function noNumbers(
  language: Language,
  { surveys, isPublished }: ResultsView,
  question: Question,
  answered: number,
): Html {
  const { results: words } = t(language).wave
  const least = surveys.smallest.answers
  const sortable = question.kind === 'text' && answered >= least
  return html`<p>${!sortable ? words.tooFew(least) : isPublished ? words.neverSorted : words.notSorted}</p>`
}

function numbers(
  language: Language,
  view: ResultsView,
  question: Question,
  options: readonly ToldOption[],
): Html {
  const { results: words } = t(language).wave
  const { before } = view.told
  const nameOfOption = namesIn(language, view, question)
  const text = question.text[language]
  return html`${chart({
    id: `drawing-${question.id}`,
    title: text,
    description: words.drawn(text),
    scale: sharesScale,
    bars: options.map(({ option, percent, low, high }) => ({
      label: nameOfOption(option),
      value: percent,
      told: `${percent}%`,
      range: { least: low, most: high },
    })),
  })}
${details({
  summary: words.figures,
  // Somebody who asked for the difference asked for what stands in it.
  open: before !== null,
  content: table({
    caption: text,
    captionHidden: true,
    columns: [
      { heading: words.option },
      { heading: words.percent, numeric: true },
      { heading: words.range },
      { heading: words.effect, numeric: true },
      ...(before ? [{ heading: words.difference(before.title) }] : []),
    ],
    rows: options.map((one) => [
      nameOfOption(one.option),
      `${one.percent}%`,
      words.between(one.low, one.high),
      decimal(language, one.designEffect, 2),
      ...(before
        ? [one.change ? words.points(one.change.difference, one.change.low, one.change.high) : '']
        : []),
    ]),
  }),
})}`
}

/** The words of an option, or of a code by which words were sorted. */
function namesIn(language: Language, view: ResultsView, question: Question) {
  const { surveys, questionnaire } = view
  const named =
    question.kind === 'text'
      ? (surveys.findCodes(questionnaire, question.id)?.codes ?? [])
      : question.options
  return (id: string): string => named.find((one) => one.id === id)?.text[language] ?? id
}
