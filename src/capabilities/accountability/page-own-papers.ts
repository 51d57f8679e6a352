import { dossierName } from '#capabilities/papers/index.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { ownPaperName } from './own-paper-name.ts'
import type { ListedPapers } from './read-own-papers.ts'
import { paperQuery, registerPaths } from './register-paths.ts'
import { sentencesOf, t } from './words-register.ts'

type View = ListedPapers & {
  readonly words: string
  readonly dossier: string | undefined
  /** counted from 1 */
  readonly page: number
  readonly errors: FormErrors
}

/** The papers that this ministry read, and the form that sends one. */
export function ownPapersPage(language: Language, view: View): PageParts {
  const words = t(language).papers
  const wrong = sentencesOf(language, view.errors)
  const isSearch = view.words !== '' || view.dossier !== undefined || view.page > 1
  return {
    title: words.title,
    wide: true,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p><a href="${link(language, registerPaths.items)}">${words.toItems}</a></p>
${view.papers.length === 0 && !isSearch ? html`<h2>${words.empty}</h2>\n<p>${words.emptyText}</p>` : list(language, view)}
<h2>${words.send}</h2>
<section class="panel" aria-label="${words.before}"><h3>${words.before}</h3>
<ul>${words.beforePoints.map((point) => html`<li>${point}</li>\n`)}</ul></section>
${form({
  action: link(language, registerPaths.papers),
  parts: true,
  content: html`${file(language, { name: 'file', label: words.file, error: wrong.file, accept: '.xml,.html,.htm,.txt' })}
${button({ text: words.sendButton })}`,
})}`,
  }
}

function list(language: Language, view: View): Html {
  const { papers: words, paperKinds } = t(language)
  const kindOf = (kind: string) =>
    kind in paperKinds ? paperKinds[kind as keyof typeof paperKinds] : kind
  const at = (page: number) => {
    const query = new URLSearchParams()
    if (view.words !== '') query.set(paperQuery.words, view.words)
    if (view.dossier !== undefined) query.set(paperQuery.dossier, view.dossier)
    if (page > 1) query.set(paperQuery.page, String(page))
    const text = query.toString()
    return `${link(language, registerPaths.papers)}${text ? `?${text}` : ''}`
  }
  return html`${searchForm({
    action: link(language, registerPaths.papers),
    name: paperQuery.words,
    label: words.search,
    value: view.words,
    button: words.searchButton,
    ...(view.dossiers.length === 0
      ? {}
      : {
          filters: select(language, {
            name: paperQuery.dossier,
            label: words.dossier,
            value: view.dossier,
            optional: true,
            choices: view.dossiers.map((value) => ({ value, label: dossierName(value) })),
          }),
        }),
  })}
${
  view.papers.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        caption: words.count(view.papers.length),
        columns: [words.paper, words.kind, words.dated, words.state].map((heading) => ({
          heading,
        })),
        rows: view.papers.map((one) => [
          html`<a href="${link(language, registerPaths.paper(one.id))}">${ownPaperName(language, one)}</a>`,
          kindOf(one.kind),
          one.dated ? fullDay(language, one.dated) : words.noDay,
          stateOf(language, one),
        ]),
      })
}
${pagination(language, {
  previous: view.page > 1 ? at(view.page - 1) : undefined,
  next: view.hasMore ? at(view.page + 1) : undefined,
})}
${view.words === '' && view.dossier === undefined ? '' : html`<p><a href="${link(language, registerPaths.papers)}">${words.all}</a></p>`}`
}

function stateOf(language: Language, { kept, waiting }: ListedPapers['papers'][number]): string {
  const words = t(language).papers
  if (!kept) return words.notKept
  return waiting > 0 ? words.waiting(waiting) : words.nothingWaits
}
