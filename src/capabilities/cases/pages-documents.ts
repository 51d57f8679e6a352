import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { file } from '#design/file/file.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { accepted } from '#platform/upload/file-kind.ts'
import { longestNote } from './case-document.ts'
import type { DocumentList, ListedDocument } from './list-documents.ts'
import { casePath } from './paths.ts'
import { t as shared } from './words.ts'
import { sentencesOf, t } from './words-documents.ts'

export const documentsPath = (caseId: string): string => casePath(caseId, 'documenten')

type Filled = { readonly typed: Typed; readonly errors: FormErrors; readonly key: string }

/** The documents of a case, and the form to add one. */
export function documentsPage(language: Language, list: DocumentList, filled: Filled): Html {
  const words = t(language)
  const { head, documents } = list
  const wrong = sentencesOf(language, filled.errors)
  const here = documents.filter(({ words }) => words !== undefined)
  const gone = documents.filter(({ words }) => words === undefined)
  return html`${summaryOf(language, wrong)}
<h1>${words.titleOf(head.code)}</h1>
<p class="lead">${words.lead}</p>
${here.length > 0 ? tableOf(language, list, here) : emptyState({ title: words.emptyTitle, text: words.empty })}
${gone.length > 0 ? html`<h2>${words.removedTitle}</h2>${gone.map((one) => removedOf(language, list, one))}` : ''}
${head.state === 'open' ? addForm(language, head.id, filled, wrong) : alert(language, { kind: 'info', content: words.closed })}`
}

function tableOf(
  language: Language,
  { head, names }: DocumentList,
  here: readonly ListedDocument[],
) {
  const words = t(language)
  const at = (id: string, more = '') => link(language, `${documentsPath(head.id)}/${id}${more}`)
  return table({
    caption: words.list,
    columns: [
      { heading: words.columns.name },
      { heading: words.columns.what },
      { heading: words.columns.added },
      { heading: words.columns.open, headingHidden: true },
    ],
    rows: here.map((one) => {
      const name = one.words?.name ?? ''
      const of = html`<span class="visually-hidden"> ${name}</span>`
      return [
        html`${name}<br><span class="quiet">${words.kinds[one.kind]}, ${sizeOf(language, one.size)}</span>`,
        story(one.words?.note ?? ''),
        words.addedBy(
          names.get(one.addedBy) ?? shared(language).unknownPerson,
          moment(language, one.addedAt),
        ),
        html`<a href="${at(one.id)}" download>${words.download}${of}</a>${
          one.mayRemove
            ? html`<br><a href="${at(one.id, '/weghalen')}">${words.remove}${of}</a>`
            : ''
        }`,
      ]
    }),
  })
}

function removedOf(language: Language, { names }: DocumentList, { kind, removed }: ListedDocument) {
  const words = t(language)
  if (!removed) return html``
  const who = names.get(removed.by) ?? shared(language).unknownPerson
  return summaryList(language, [
    {
      key: words.removedKind(words.kinds[kind]),
      value: words.removed(who, moment(language, removed.at)),
    },
    { key: words.reason, value: story(removed.reason) },
  ])
}

function addForm(
  language: Language,
  caseId: string,
  { typed, key }: Filled,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language)
  return html`<h2>${words.add}</h2>
<section class="panel" aria-label="${words.before.title}"><h3>${words.before.title}</h3>
<ul>${words.before.items.map((one) => html`<li>${one}</li>\n`)}</ul></section>
${form({
  action: link(language, documentsPath(caseId)),
  parts: true,
  content: html`${keyField(key)}${textarea(language, {
    name: 'note',
    label: words.note,
    hint: words.noteHint,
    value: textOf(typed, 'note'),
    error: wrong.note,
    rows: 3,
    maxlength: longestNote,
  })}
${file(language, {
  name: 'file',
  label: words.file,
  hint: words.fileHint,
  error: wrong.file,
  accept: accepted,
})}
<p>${words.after}</p>
${button({ text: words.button })}`,
})}`
}

type Removal = {
  readonly caseId: string
  readonly document: ListedDocument
  readonly typed: Typed
  readonly errors: FormErrors
}

/** What removing does, and why somebody does it. */
export function removePage(language: Language, { caseId, document, typed, errors }: Removal): Html {
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  const { name = '', note = '' } = document.words ?? {}
  return html`${summaryOf(language, wrong)}
<h1>${words.removal.title}</h1>
<p class="lead">${words.removal.lead}</p>
${summaryList(language, [
  { key: words.columns.name, value: name },
  { key: words.columns.what, value: story(note) },
])}
<p>${words.removal.stays}</p>
${form({
  action: link(language, `${documentsPath(caseId)}/${document.id}/weghalen`),
  content: html`${textarea(language, {
    name: 'reason',
    label: words.removal.reason,
    value: textOf(typed, 'reason'),
    error: wrong.reason,
    rows: 3,
    maxlength: longestNote,
  })}
${buttonGroup(
  button({ text: words.removal.button, look: 'danger' }),
  buttonLink({
    text: words.removal.back,
    href: link(language, documentsPath(caseId)),
    look: 'subtle',
  }),
)}`,
})}`
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** "1,2 MB", as people know it from their own device. */
export function sizeOf(language: Language, bytes: number): string {
  const large = bytes >= 1_000_000
  const number = large ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000))
  const shown = number.toLocaleString(locales[language], { maximumFractionDigits: 1 })
  return `${shown} ${large ? 'MB' : 'kB'}`
}
