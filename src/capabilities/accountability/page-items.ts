import { editionLine, knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type ListQuery, narrowed, notDone, stateChoices } from './list-query.ts'
import type { Parliament } from './parliament.ts'
import { paths, queryNames } from './paths.ts'
import { inOrderOfDay, itemKinds, type RegisterItem, stateOf } from './register-item.ts'
import { t } from './words.ts'

/** What Parliament asked and government promised, with where it stands; oldest first. */
export function itemsPage(language: Language, parliament: Parliament, query: ListQuery): PageParts {
  const words = t(language).items
  const items = inOrderOfDay(narrowed(parliament.items, query))
  const isNarrowed = query.kind !== undefined || query.state !== undefined
  return {
    title: words.title,
    wide: true,
    breadcrumbs: [knowledgeNavigation(language)],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${alert(language, {
  kind: 'info',
  title: words.first,
  content: html`<ul>${words.firstPoints.map((point) => html`<li>${point}</li>\n`)}</ul>`,
})}
<p><a href="${link(language, paths.papers)}">${words.toPapers}</a></p>
${narrowing(language, query)}
${items.length > 0 ? itemTable(language, items) : html`<p>${words.none}</p>`}
${isNarrowed ? html`<p><a href="${link(language, paths.items)}">${words.all}</a></p>` : ''}
${editionLine(language, parliament.edition)}`,
  }
}

function narrowing(language: Language, { kind, state }: ListQuery): Html {
  const { items: words, kinds, states } = t(language)
  return form({
    method: 'get',
    action: link(language, paths.items),
    content: html`${select(language, {
      name: queryNames.kind,
      label: words.kind,
      value: kind,
      optional: true,
      choices: itemKinds.map((value) => ({ value, label: kinds[value] })),
    })}
${select(language, {
  name: queryNames.state,
  label: words.state,
  value: state,
  optional: true,
  choices: stateChoices.map((value) => ({
    value,
    label: value === notDone ? words.notDone : states[value],
  })),
})}
${button({ text: words.show })}`,
  })
}

export function itemTable(language: Language, items: readonly RegisterItem[]): Html {
  const { items: words, kinds, states } = t(language)
  const day = (date: string | null | undefined) => (date ? fullDay(language, date) : words.noDay)
  return table({
    caption: words.found(items.length),
    columns: [words.what, words.kind, words.raised, words.state, words.last].map((heading) => ({
      heading,
    })),
    rows: items.map((item) => [
      html`<a href="${link(language, paths.item(item.id))}">${item.title[language]}</a>`,
      kinds[item.kind],
      day(item.raisedOn),
      states[stateOf(item)],
      day(item.steps.at(-1)?.date),
    ]),
  })
}
