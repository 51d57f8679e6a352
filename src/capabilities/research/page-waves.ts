import { button, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { radios } from '#design/radios/radios.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { sentencesIn } from '#platform/messages.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { Surveys } from './load-surveys.ts'
import { nameOf } from './questionnaire.ts'
import type { Wave } from './read-waves.ts'
import { surveyPaths, wavePaths } from './survey-paths.ts'
import { longest } from './wave.ts'
import { t } from './words.ts'

/** Every wave of this organisation, newest first. */
export function wavesPage(
  language: Language,
  { waves, surveys }: { readonly waves: readonly Wave[]; readonly surveys: Surveys },
): PageParts {
  const { waves: words } = t(language)
  const begin = { text: words.add, href: link(language, wavePaths.add) }
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${
  waves.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, begin })
    : html`<p>${buttonLink(begin)}</p>
${table({
  caption: words.caption(waves.length),
  columns: [words.name, words.questionnaire, words.state, words.closes].map((heading) => ({
    heading,
  })),
  rows: waves.map((wave) => [
    html`<a href="${link(language, wavePaths.one(wave.id))}">${wave.title}</a>`,
    questionnaireTold(language, surveys, wave.questionnaire),
    words.states[wave.state],
    fullDay(language, wave.closesOn),
  ]),
})}`
}
<p><a href="${link(language, surveyPaths.begin)}">${words.telephone}</a></p>`,
  }
}

/** A questionnaire by its title and version. */
export function questionnaireTold(language: Language, surveys: Surveys, name: string): string {
  const found = surveys.find(name)
  return found ? t(language).newWave.version(found.title[language], found.version) : name
}

type NewView = {
  readonly surveys: Surveys
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

export function newWavePage(language: Language, view: NewView): PageParts {
  const { surveys, typed, errors, key } = view
  const { newWave: words, waves, wave } = t(language)
  const wrong = sentencesIn(wave.wrong, errors)
  return {
    title: waves.add,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${waves.add}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, wavePaths.add),
  content: html`${keyField(key)}
${text(language, { name: 'title', label: words.title, hint: words.titleHint, value: textOf(typed, 'title'), error: wrong.title, maxlength: longest.title })}
${radios(language, {
  name: 'questionnaire',
  label: words.questionnaire,
  value: textOf(typed, 'questionnaire'),
  error: wrong.questionnaire,
  choices: surveys.questionnaires.map((each) => ({
    value: nameOf(each),
    label: words.version(each.title[language], each.version),
  })),
})}
${date(language, { name: 'closesOn', label: words.closesOn, value: datePartsOf(typed, 'closesOn'), error: wrong.closesOn })}
${button({ text: words.make })}`,
})}`,
  }
}
