import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import { select } from '#design/select/select.ts'
import { type Language, link } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine } from './origin.ts'
import type { Signal } from './signal-pack.ts'
import { couldAlsoBe, paths, t, wayUp } from './words-on-screen.ts'

/** What someone asked for in the address; a choice that the packs do not have is no choice. */
export type SignalQuery = {
  readonly text: string
  readonly category: string | undefined
  readonly observer: string | undefined
  readonly form: string | undefined
}

/** Signals that fit all choices. A signal that occurs with any form fits every form. */
const chosenSignals = (
  knowledge: Knowledge,
  language: Language,
  query: SignalQuery,
): readonly Signal[] =>
  knowledge
    .search(query.text, language)
    .filter(
      ({ category, observers, forms }) =>
        (!query.category || category === query.category) &&
        (!query.observer || observers.includes(query.observer)) &&
        (!query.form || forms.includes(query.form) || forms.includes('any')),
    )

/** Browse and search the list. Always in the order of the pack. */
export function signalListPage(
  knowledge: Knowledge,
  language: Language,
  query: SignalQuery,
): PageParts {
  const words = t(language)
  const found = chosenSignals(knowledge, language, query)
  return {
    title: words.signalsTitle,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.signalsTitle}</h1>
<p class="lead">${words.signalsLead}</p>
${searchBar(knowledge, language, query)}
${query.form ? html`<p>${words.formHint}</p>` : ''}
${found.length === 0 ? nothing(language) : results(knowledge, language, found)}
${editionLine(language, knowledge.editions.signals)}`,
  }
}

function searchBar(knowledge: Knowledge, language: Language, query: SignalQuery): Html {
  const words = t(language)
  type Named = { readonly id: string; readonly name: Readonly<Record<Language, string>> }
  const choices = (list: readonly Named[]) =>
    list.map(({ id, name }) => ({ value: id, label: name[language] }))
  return searchForm({
    action: link(language, paths.signals),
    name: 'zoek',
    label: words.searchLabel,
    value: query.text,
    button: words.show,
    filters: html`${select(language, {
      name: 'onderwerp',
      label: words.category,
      value: query.category,
      choices: choices(knowledge.categories),
    })}
${select(language, {
  name: 'wie',
  label: words.observer,
  value: query.observer,
  choices: choices(knowledge.observers),
})}
${select(language, {
  name: 'vorm',
  label: words.form,
  value: query.form,
  choices: choices(knowledge.forms.filter(({ id }) => id !== 'any')),
})}`,
  })
}

function results(knowledge: Knowledge, language: Language, found: readonly Signal[]): Html {
  const groups = knowledge.categories
    .map((category) => ({
      category,
      signals: found.filter((each) => each.category === category.id),
    }))
    .filter(({ signals }) => signals.length > 0)
  return html`<h2>${t(language).found(found.length)}</h2>
${groups.map(
  ({ category, signals }) => html`<section><h3>${category.name[language]}</h3>
${linkList(
  signals.map((signal) => ({
    text: signal.wording[language],
    href: link(language, paths.signal(signal.id)),
    description: couldAlsoBe(language, signal),
  })),
)}</section>
`,
)}`
}

const nothing = (language: Language): Html =>
  emptyState({
    title: t(language).noneFound,
    text: t(language).noneFoundText,
    begin: { text: t(language).showAll, href: link(language, paths.signals) },
  })
