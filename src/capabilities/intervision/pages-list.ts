import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { text } from '#design/text/text.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { abouts } from './intervision.ts'
import type { Agreement } from './list-agreements.ts'
import type { IntervisionLine } from './list-intervisions.ts'
import { nameOfMethod } from './method-of.ts'
import { type Again, pathOf, sentences } from './view.ts'
import { t } from './words.ts'

type Own = {
  readonly lines: readonly IntervisionLine[]
  readonly agreements: readonly Agreement[]
}

/** What one does, own tables, newest first, and the two ways to a new one. */
export function listPage(
  language: Language,
  knowledge: Knowledge,
  { lines, agreements }: Own,
): Html {
  const words = t(language)
  const { list } = words
  return html`<h1>${list.title}</h1>
<p class="lead">${list.lead}</p>
${buttonGroup(
  buttonLink({ text: list.start, href: link(language, '/intervisie/nieuw') }),
  buttonLink({ text: list.join, href: link(language, '/intervisie/meedoen'), look: 'secondary' }),
)}
${agreements.length > 0 ? agreementTable(language, agreements) : ''}
<h2>${list.yours}</h2>
${
  lines.length === 0
    ? emptyState({ title: list.emptyTitle, text: list.emptyText })
    : table({
        caption: list.yours,
        captionHidden: true,
        columns: [
          { heading: list.columns.topic },
          { heading: list.columns.method },
          { heading: list.columns.state },
          { heading: list.columns.started },
        ],
        rows: lines.map((line) => [
          html`<a href="${link(language, pathOf(line.id))}">${line.topic ?? list.erased}</a>`,
          nameOfMethod(knowledge, line.method)[language],
          tag(stateOf(language, line)),
          moment(language, line.startedAt),
        ]),
      })
}
<ul><li><a href="${link(language, '/intervisie/methoden')}">${list.methods}</a></li>
<li><a href="${link(language, '/intervisie/papier')}">${list.paper}</a></li></ul>`
}

function agreementTable(language: Language, agreements: readonly Agreement[]): Html {
  const { list, outcomes } = t(language)
  const { agreement, outcome, due } = list.agreementColumns
  return html`<h2>${list.agreements}</h2>
<p>${list.agreementsLead}</p>
${table({
  caption: list.agreements,
  captionHidden: true,
  columns: [{ heading: agreement }, { heading: outcome }, { heading: due }],
  rows: agreements.map((one) => [
    one.text ?? list.erased,
    one.outcome ? outcomes[one.outcome] : '',
    one.dueOn ? fullDay(language, one.dueOn) : '',
  ]),
})}`
}

function stateOf(language: Language, { outcome, waitsForPaper, state }: IntervisionLine): string {
  const words = t(language)
  if (outcome) return words.outcomes[outcome]
  return waitsForPaper ? words.waitsForPaper : words.states[state]
}

export function joinPage(language: Language, { typed, errors }: Again): Html {
  const words = t(language)
  const wrong = sentences(language, errors)
  const error = wrong.code && words.join.wrong
  return html`${error ? summaryOf(language, { code: error }) : ''}
<h1>${words.join.title}</h1>
<p class="lead">${words.join.lead}</p>
${form({
  action: link(language, '/intervisie/meedoen'),
  content: html`${text(language, {
    name: 'code',
    label: words.list.code,
    hint: words.list.codeHint,
    value: textOf(typed, 'code'),
    error,
    width: 'medium',
    maxlength: 20,
    spellcheck: false,
  })}
${button({ text: words.list.joinButton })}`,
})}`
}

/** Its code only: these pages are read on a screen in the room. */
export type OwnCase = { readonly id: string; readonly code: string }

type Start = Again & {
  readonly key: string
  readonly cases: readonly OwnCase[]
  /** for an intervision that was on paper: the same questions, and on to what was written */
  readonly onPaper: boolean
}

/** Who starts, facilitates. */
export function startPage(
  language: Language,
  knowledge: Knowledge,
  { typed, errors, key, cases, onPaper }: Start,
): Html {
  const words = t(language)
  const wrong = sentences(language, errors)
  const page = onPaper ? words.paper : words.start
  return html`${summaryOf(language, wrong)}
<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${form({
  action: link(language, onPaper ? '/intervisie/papier' : '/intervisie/nieuw'),
  content: html`${keyField(key)}${startFields(language, knowledge, typed, wrong, cases)}
${button({ text: onPaper ? words.paper.next : words.start.button })}`,
})}`
}

function startFields(
  language: Language,
  knowledge: Knowledge,
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
  cases: readonly OwnCase[],
): Html {
  const words = t(language)
  return html`${radios(language, {
    name: 'method',
    label: words.start.method,
    value: textOf(typed, 'method'),
    error: wrong.method,
    choices: knowledge.methods
      .toSorted((one, other) => Number(other.ends === 'decision') - Number(one.ends === 'decision'))
      .map(({ id, name, summary }) => ({
        value: id,
        label: name[language],
        hint: summary[language],
      })),
  })}
${radios(language, {
  name: 'about',
  label: words.start.about,
  value: textOf(typed, 'about'),
  error: wrong.about,
  inline: true,
  choices: abouts.map((value) => ({ value, label: words.abouts[value] })),
})}
${text(language, {
  name: 'topic',
  label: words.start.topic,
  hint: words.start.topicHint,
  value: textOf(typed, 'topic'),
  error: wrong.topic,
  maxlength: 120,
})}
${
  cases.length > 0
    ? select(language, {
        name: 'case',
        label: words.start.caseField,
        hint: words.start.caseHint,
        value: textOf(typed, 'case'),
        error: wrong.case,
        filled: true,
        choices: [
          { value: '', label: words.start.noCase },
          ...cases.map(({ id, code }) => ({ value: id, label: code })),
        ],
      })
    : ''
}`
}
