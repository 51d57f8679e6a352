import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import { type Kind, kinds, type YearCompared } from './comparing.ts'
import { routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Desk = Pick<DossierDesk, 'forms' | 'routes' | 'sepot' | 'worksheet'>

/** Decisions side by side without names, by one thing at a time: only numbers that are safe to tell. */
export function comparePage(
  language: Language,
  desk: Desk,
  years: readonly YearCompared[],
  chosen: Kind,
): Html {
  const words = t(language).compare
  const name = (value: string) => valueName(language, desk, chosen, value)
  const kind = words.kinds[chosen]
  const number = { heading: words.number, numeric: true }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.by}</h2>
<ul>${kinds.map((one) =>
    one === chosen
      ? html`<li><strong aria-current="true">${words.kinds[one]}</strong></li>`
      : html`<li><a href="${link(language, `${paths.compare}?naar=${one}`)}">${words.kinds[one]}</a></li>`,
  )}</ul>
<h2>${words.secret}</h2>
${words.rule.map((one) => html`<p>${one}</p>`)}
${years.length === 0 ? emptyState({ title: words.none, text: words.noneText }) : ''}
${years.map(
  ({ year, quarters, routes }) => html`<h2>${String(year)}</h2>
${
  quarters.length > 0
    ? table({
        caption: words.byQuarter(kind, String(year)),
        columns: [{ heading: kind }, { heading: words.quarter }, number],
        rows: quarters.map(({ value, beside, about }) => [
          name(value),
          words.quarterName(beside),
          words.about(about),
        ]),
      })
    : ''
}
${
  routes.length > 0
    ? table({
        caption: words.byRoute(kind, String(year)),
        columns: [{ heading: kind }, { heading: words.kinds.route }, number],
        rows: routes.map(({ value, beside, about }) => [
          name(value),
          routeName(language, desk, beside),
          words.about(about),
        ]),
      })
    : ''
}`,
)}`
}

/** What a value is called on screen; an offence is called by its code. */
function valueName(language: Language, desk: Desk, kind: Kind, value: string): string {
  const words = t(language).compare
  const of = (list: readonly { id: string; name: Record<Language, string> }[]) =>
    list.find(({ id }) => id === value)?.name[language]
  const names: Readonly<Record<Kind, () => string | undefined>> = {
    route: () => routeName(language, desk, value),
    offence: () => value,
    form: () => of(desk.forms) ?? words.noForm,
    age: () => (words.ages as Readonly<Record<string, string>>)[value],
    assessment: () => (words.followings as Readonly<Record<string, string>>)[value],
    looked: () => desk.worksheet.elements.find(({ id }) => id === value)?.title[language],
  }
  return names[kind]() ?? value
}
