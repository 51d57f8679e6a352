import { knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Sorting } from './code-words.ts'
import { paths } from './paths.ts'
import type { PublishedSurvey } from './publish-results.ts'
import { questionsOf } from './questionnaire.ts'
import type { WaveResults } from './read-results.ts'
import { type ResultsView, resultsPart } from './results-part.ts'
import { sureBox } from './sure-box.ts'
import { beforeQuery, wavePaths } from './survey-paths.ts'
import { t } from './words.ts'

type View = Omit<ResultsView, 'isPublished'> &
  WaveResults & {
    /** field → sentence */
    readonly wrong: Readonly<Record<string, string>>
  }

/** The boxes that stand before results are published. */
export const publishName = 'publish'
export const unsortedName = 'unsorted'

/** Results for who leads the survey, with what is left to do before everybody reads them. */
export function waveResultsPage(language: Language, view: View): PageParts {
  const { wave, wrong } = view
  const { results: words } = t(language).wave
  return {
    title: words.of(wave.title),
    pictures: true,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.of(wave.title)}</h1>
<p class="lead">${words.lead(view.told.answered, view.told.sampled)}</p>
${compareForm(language, view)}
${wave.publishedOn === undefined ? sortLinks(language, view) : ''}
${resultsPart(language, { ...view, isPublished: wave.publishedOn !== undefined })}
${publishForm(language, view)}`,
  }
}

function compareForm(language: Language, { wave, earlier, comparedWith, told }: View): Html {
  if (earlier.length === 0) return html``
  const { results: words } = t(language).wave
  return html`<h2>${words.compare}</h2>
${form({
  method: 'get',
  action: link(language, wavePaths.results(wave.id)),
  content: html`${select(language, {
    name: beforeQuery,
    label: words.compareWith,
    value: comparedWith ?? '',
    filled: true,
    choices: [
      { value: '', label: words.none },
      ...earlier.map(({ id, title }) => ({ value: id, label: title })),
    ],
  })}
${button({ text: words.show, look: 'secondary' })}`,
})}
${told.before ? html`<p>${words.compared(told.before.title)}</p>` : ''}`
}

function sortLinks(language: Language, view: View): Html {
  const { wave, questionnaire, surveys, unsorted } = view
  const { results: words } = t(language).wave
  const sortable = questionsOf(questionnaire).filter(({ id }) =>
    surveys.findCodes(questionnaire, id),
  )
  return html`<h2>${words.sort}</h2>
<ul>${sortable.map(
    ({ id, text }) =>
      html`<li><a href="${link(language, wavePaths.words(wave.id, id))}">${text[language]}</a>: ${words.waits(unsorted.get(id) ?? 0)}</li>\n`,
  )}</ul>`
}

function publishForm(language: Language, view: View): Html {
  const { wave, comparedWith, unsorted, wrong } = view
  const { results: words } = t(language).wave
  const waits = [...unsorted.values()].reduce((all, one) => all + one, 0)
  if (wave.publishedOn !== undefined) {
    return html`<p>${words.published(fullDay(language, wave.publishedOn))} <a href="${link(language, paths.results(wave.id))}">${words.toPublished}</a></p>`
  }
  return html`<h2>${words.publishTitle}</h2>
<p>${words.publishText}</p>
${form({
  action: link(language, wavePaths.publish(wave.id)),
  content: html`<input type="hidden" name="${beforeQuery}" value="${comparedWith ?? ''}">
${sureBox(language, { name: publishName, known: words.publishKnown, error: wrong[publishName] })}
${waits > 0 ? sureBox(language, { name: unsortedName, known: words.unsortedKnown(waits), error: wrong[unsortedName] }) : ''}
${button({ text: words.publish })}`,
})}`
}

/** Published results, for everybody. */
export function publishedPage(
  language: Language,
  view: Omit<ResultsView, 'isPublished'> & { readonly survey: PublishedSurvey },
): PageParts {
  const { survey } = view
  const words = t(language)
  const { results } = words.wave
  return {
    title: results.of(survey.title),
    pictures: true,
    content: html`<h1>${results.of(survey.title)}</h1>
<p class="lead">${results.lead(view.told.answered, view.told.sampled)}</p>
<p class="quiet">${results.by(survey.organisation, fullDay(language, survey.publishedOn))}</p>
${resultsPart(language, { ...view, isPublished: true })}`,
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: words.list.title, href: link(language, paths.research) },
    ],
  }
}

/** One text and the codes for it: read by who sorts it, and by nobody else. */
export function sortPage(
  language: Language,
  { wave, question, frame, written, sorted, next }: Sorting,
  wrong: string | undefined,
): PageParts {
  const { words, results } = t(language).wave
  return {
    title: words.title,
    error: wrong !== undefined,
    content: html`${summaryOf(language, wrong ? { codes: wrong } : {})}
<h1>${words.title}</h1>
<p class="lead">${question.text[language]}</p>
<p>${words.lead}</p>
<p>${words.progress(sorted, written)}</p>
${
  wave.publishedOn !== undefined
    ? html`<p>${words.tooLate(fullDay(language, wave.publishedOn))}</p>
<p>${buttonLink({ text: results.to, href: link(language, wavePaths.results(wave.id)) })}</p>`
    : next
      ? html`<h2>${words.text}</h2>
<div class="panel">${story(next.words)}</div>
${form({
  action: link(language, wavePaths.words(wave.id, question.id)),
  content: html`<input type="hidden" name="answer" value="${next.answer}">
${checkboxes(language, {
  name: 'codes',
  label: words.codes,
  error: wrong,
  choices: frame.codes.map((code) => ({ value: code.id, label: code.text[language] })),
})}
${button({ text: words.save })}`,
})}`
      : html`<p>${words.done}</p>
<p>${buttonLink({ text: results.to, href: link(language, wavePaths.results(wave.id)) })}</p>`
}`,
  }
}
