import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { radios } from '#design/radios/radios.ts'
import { table } from '#design/table/table.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { text } from '#design/text/text.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { CaseList } from './list-cases.ts'
import { caseLink, casesPath } from './paths.ts'
import type { CaseFinds } from './search-cases.ts'
import { t } from './words.ts'

type Wrong = Readonly<Record<string, string>>

export type ListView = {
  readonly list: CaseList
  readonly open: boolean
  readonly paged: boolean
  /** follows up here, so may open cases */
  readonly opens: boolean
  /** signals are written down here */
  readonly withSignals: boolean
}

const listPath = (open: boolean, before?: string): string =>
  `${casesPath}?stand=${open ? 'open' : 'afgerond'}${before ? `&voor=${before}` : ''}`

export function listPage(
  language: Language,
  { list, open, paged, opens, withSignals }: ListView,
): Html {
  const words = t(language)
  const begin = { text: words.list.begin, href: link(language, `${casesPath}/nieuw`) }
  return html`<h1>${words.list.title}</h1>
<p>${words.list.lead}</p>
${opens ? html`<p>${buttonLink(begin)}</p>` : ''}
${list.forsaken.length > 0 ? forsaken(language, list.forsaken) : ''}
${searchForm(language, '', {})}
${tabs(
  words.list.viewsLabel,
  [true, false].map((one) => ({
    text: one ? words.list.open : words.list.closed,
    href: link(language, listPath(one)),
    current: one === open,
  })),
)}
${list.lines.length === 0 ? emptyState({ title: words.list.empty, text: opens ? words.list.emptyText[withSignals ? 'signals' : 'elsewhere'] : words.list.emptyMember }) : caseTable(language, { list, open })}
${pagination(language, {
  previous: paged ? link(language, listPath(open)) : undefined,
  next: list.next && link(language, listPath(open, list.next)),
})}`
}

function caseTable(language: Language, { list, open }: Pick<ListView, 'list' | 'open'>): Html {
  const words = t(language)
  return table({
    caption: open ? words.list.open : words.list.closed,
    captionHidden: true,
    columns: [
      { heading: words.columns.code },
      { heading: words.columns.name },
      { heading: words.columns.coordinator },
      { heading: words.columns.opened },
    ],
    rows: list.lines.map((line) => [
      html`<a class="reference" href="${caseLink(language, line.id)}">${line.code}</a>`,
      line.name,
      list.names.get(line.coordinatorId) ?? words.unknownPerson,
      fullDay(language, dutchDayOf(line.openedAt)),
    ]),
  })
}

const forsaken = (language: Language, cases: CaseList['forsaken']): Html =>
  alert(language, {
    kind: 'info',
    title: t(language).list.forsaken,
    content: html`<p>${t(language).list.forsakenText}</p>
<ul>${cases.map(({ id, code }) => html`<li><a href="${caseLink(language, id)}">${t(language).code(code)}</a></li>`)}</ul>`,
  })

/** Sent, not asked for with an address: what somebody looks for is a name, and does not belong in a history. */
const searchForm = (language: Language, value: string, wrong: Wrong): Html => {
  const words = t(language).search
  return form({
    action: link(language, `${casesPath}/zoek`),
    content: html`${text(language, { name: 'q', label: words.label, hint: words.hint, value, error: wrong.q, kind: 'search', maxlength: 200, spellcheck: false })}
${button({ text: words.button, look: 'secondary' })}`,
  })
}

export function findsPage(
  language: Language,
  { finds, asked, wrong }: { finds: CaseFinds; asked: string; wrong: Wrong },
): Html {
  const words = t(language).search
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
${searchForm(language, asked, wrong)}
${finds.found.length === 0 && !wrong.q ? emptyState({ title: words.none, text: words.noneText }) : ''}
${finds.found.map(
  (one) => html`<article class="entry">
<h2><a href="${caseLink(language, one.id)}">${t(language).code(one.code)}</a></h2>
<p>${one.name}${one.state === 'closed' ? html`, ${t(language).states.closed.toLowerCase()}` : ''}</p>
<ul>${one.excerpts.map(
    ({ at, text }) =>
      html`<li>${text} <span class="quiet">${at ? html`<a href="${caseLink(language, one.id, at)}">${words.onLine}</a>` : words.about}</span></li>`,
  )}</ul></article>
`,
)}
${finds.next ? form({ action: link(language, `${casesPath}/zoek`), content: html`<input type="hidden" name="q" value="${asked}"><input type="hidden" name="voor" value="${finds.next}">${button({ text: words.more, look: 'secondary' })}` }) : ''}
<p><a href="${link(language, casesPath)}">${words.back}</a></p>`
}

export type ChooseView = {
  readonly reference: string
  readonly signalId: string
  readonly cases: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly more: boolean
  readonly wrong: Wrong
}

/** Into which case a signal goes: a person says so, every time. */
export function choosePage(
  language: Language,
  { reference, signalId, cases, more, wrong }: ChooseView,
): Html {
  const words = t(language).choose
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.lead(reference)}</p>
${form({
  action: link(language, `${casesPath}/signaal/${signalId}`),
  content: html`${radios(language, {
    name: 'case',
    label: words.label,
    hint: more ? words.more : undefined,
    error: wrong.case,
    choices: [
      { value: 'new', label: words.new, hint: words.newHint },
      ...cases.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
    ],
  })}
${button({ text: words.button })}`,
})}`
}
