import { button, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DateParts } from '#platform/typed-date.ts'
import type { Work } from '#platform/work.ts'
import { isDueBy, isOverdue } from './action.ts'
import { actionPaths, dueQuery } from './action-paths.ts'
import { actionNarrowing, exportLinks } from './narrowing.ts'
import { waitsBy, withTerms } from './own-item.ts'
import { itemTable } from './page-items.ts'
import { ownItemTable } from './page-own-items.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import type { Action } from './read-actions.ts'
import type { OwnItem } from './read-own-items.ts'
import { inOrderOfDay, notKept, stateOf } from './register-item.ts'
import { registerPaths } from './register-paths.ts'
import { type ActionQuery, actionsAsked } from './register-query.ts'
import { t } from './words.ts'

type ListView = {
  readonly actions: readonly Action[]
  readonly query: ActionQuery
  /** ISO date */
  readonly today: string
  /** what another capability asks of this ministry now */
  readonly waits: Waiting | undefined
}

/** Something that waits for an answer, and where. */
type Waiting = { readonly text: string; readonly href: string }

/** Asked of other capabilities within an act that is in the trail; `app.ts` hands it over. */
export type WhatWaits = (work: Work, language: Language) => Promise<Waiting | undefined>

/** The actions of this ministry, narrowed and ordered as the address says. */
export function actionsPage(
  language: Language,
  { actions, query, today, waits }: ListView,
): PageParts {
  const words = t(language).actions
  const asked = actionsAsked(actions, query, today)
  const begin = { text: words.add, href: link(language, actionPaths.add) }
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${waits ? html`<p><strong><a href="${waits.href}">${waits.text}</a></strong></p>` : ''}
${
  actions.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, begin })
    : html`<p>${buttonLink(begin)}</p>
${actionNarrowing(language, actions, query)}
${asked.length > 0 ? actionTable(language, asked, today) : html`<p>${words.nothingDue}</p>`}
${exportLinks(language, query, { csv: registerPaths.actionsCsv, ods: registerPaths.actionsOds })}`
}
<ul>
<li><a href="${link(language, actionPaths.due)}">${words.toDue}</a></li>
<li><a href="${link(language, registerPaths.items)}">${words.toRegister}</a></li>
<li><a href="${link(language, registerPaths.papers)}">${words.toOwnPapers}</a></li>
<li><a href="${link(language, paths.items)}">${words.toItems}</a></li>
</ul>`,
  }
}

function actionTable(language: Language, actions: readonly Action[], today: string): Html {
  const { actions: words, actionStates } = t(language)
  return table({
    caption: words.count(actions.length),
    columns: [words.what, words.line, words.owner, words.due, words.state, words.next].map(
      (heading) => ({ heading }),
    ),
    rows: actions.map((action) => [
      html`<a href="${link(language, actionPaths.one(action.id))}">${action.title}</a>`,
      action.line,
      action.owner,
      html`${dueDay(language, action.dueOn)}${isOverdue(action, today) ? html` (${words.overdue})` : ''}`,
      actionStates[action.state],
      action.nextStep,
    ]),
  })
}

export const dueDay = (language: Language, day: string | undefined): string =>
  day === undefined ? t(language).actions.noDay : fullDay(language, day)

type DueView = {
  readonly actions: readonly Action[]
  readonly items: readonly OwnItem[]
  readonly parliament: Parliament
  /** ISO date of the letter; nothing when none was asked */
  readonly day: string | undefined
  readonly typed: DateParts
  readonly wrong: string | undefined
  readonly today: string
}

/** What must be done before a letter goes out: own actions, and what Parliament waits for. */
export function duePage(language: Language, view: DueView): PageParts {
  const { day, today, wrong } = view
  const { actions: words } = t(language)
  const due = view.actions.filter((action) => isDueBy(action, day))
  const { own, others } = waitingBy(view)
  return {
    title: words.dueTitle,
    wide: true,
    error: wrong !== undefined,
    breadcrumbs: [{ text: words.title, href: link(language, actionPaths.list) }],
    content: html`${summaryOf(language, wrong ? { [dueQuery]: wrong } : {})}
<h1>${words.dueTitle}</h1>
<p class="lead">${words.dueLead}</p>
${form({
  method: 'get',
  action: link(language, actionPaths.due),
  content: html`${date(language, {
    name: dueQuery,
    label: words.letterDay,
    hint: words.letterDayHint,
    value: view.typed,
    optional: true,
    error: wrong,
  })}
${button({ text: words.show })}`,
})}
<h2>${day === undefined ? words.unfinished : words.dueBy(fullDay(language, day))}</h2>
${due.length > 0 ? actionTable(language, due, today) : html`<p>${words.nothingDue}</p>`}
<h2>${words.waiting}</h2>
${
  own.length > 0
    ? html`<h3>${words.waitingOwn}</h3>
${ownItemTable(language, own)}
<h3>${words.waitingPublic}</h3>`
    : ''
}
<p>${words.waitingLead}</p>
${others.length > 0 ? itemTable(language, others) : html`<p>${words.nothingWaits}</p>`}`,
  }
}

/** What this ministry keeps, and what only the public papers have: an item that is in both is told once, from here. */
function waitingBy({ items, parliament, day }: DueView) {
  const { answerTerm } = parliament
  const own = withTerms(answerTerm, items).filter((item) => waitsBy(item, day))
  const keptAs = items.map(({ publicItem }) => publicItem)
  const others = notKept(parliament.items, keptAs).filter((item) =>
    waitsBy({ state: stateOf(item), wantedUntil: item.wanted?.until ?? undefined }, day),
  )
  return { own, others: inOrderOfDay(others) }
}
