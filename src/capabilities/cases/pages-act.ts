import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import type { Language } from '#platform/language.ts'
import { acts } from './acts.ts'
import type { CaseHead } from './find-case.ts'
import { entryFields, type FieldsView, withdrawalField } from './pages-fields.ts'
import { actPaths, caseLink, type PagedAct } from './paths.ts'
import type { ReadEntry } from './read-entry.ts'
import { t } from './words.ts'

export type ActView = FieldsView & {
  readonly act: PagedAct
  readonly head: CaseHead
  readonly key: string
  /** what stands there now, when a colleague changed it while this person was writing */
  readonly overtakenBy?: readonly string[] | undefined
}

/** One act, one page: what happens, what is needed for it, one button. */
export function actPage(language: Language, view: ActView): Html {
  const { act, head, key, wrong, overtakenBy } = view
  const words = t(language).acts[act]
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="quiet">${t(language).code(head.code)}</p>
${overtakenBy ? overtaken(language, head, overtakenBy) : ''}
<p>${words.text}</p>
${form({
  action: caseLink(language, head.id, actPaths[act]),
  content: html`${keyField(key)}${acts[act].fields(language, view)}
${button({ text: words.button, look: act === 'close' ? 'danger' : 'primary' })}`,
})}`
}

/** Both texts on one page: nobody loses a word, and the person chooses. */
function overtaken(language: Language, head: CaseHead, texts: readonly string[], at = ''): Html {
  const words = t(language).entryPage
  return alert(language, {
    kind: 'info',
    title: words.overtaken,
    content: html`<p>${words.overtakenText}</p>
${texts.map((text) => html`<div class="panel">${story(text)}</div>\n`)}
<p><a href="${caseLink(language, head.id, at)}">${words.keep}</a></p>`,
  })
}

export type EntryFormView = FieldsView & {
  readonly entry: ReadEntry
  readonly overtakenBy?: readonly string[] | undefined
}

/** A new version of what was written. */
export function editPage(language: Language, { entry, overtakenBy, ...view }: EntryFormView): Html {
  const words = t(language)
  const { head, id, kind } = entry
  if (kind === 'signal') return html``
  return html`${summaryOf(language, view.wrong)}
<h1>${words.entryPage.edit}: ${words.kinds[kind].toLowerCase()}</h1>
<p class="quiet">${words.code(head.code)}</p>
${overtakenBy ? overtaken(language, head, overtakenBy, `regels/${id}`) : ''}
<p>${words.entryPage.editText}</p>
${form({
  action: caseLink(language, head.id, `regels/${id}/aanpassen`),
  content: html`<input type="hidden" name="version" value="${textOf(view.typed, 'version')}">
${entryFields(language, kind, view)}
${button({ text: words.entryPage.save })}`,
})}`
}

/** Taking the words of an entry away, with why. */
export function withdrawPage(
  language: Language,
  { entry, ...view }: FieldsView & { readonly entry: ReadEntry },
): Html {
  const words = t(language).entryPage
  const { head, id } = entry
  return html`${summaryOf(language, view.wrong)}
<h1>${words.withdraw}</h1>
<p class="quiet">${t(language).code(head.code)}</p>
<p>${words.withdrawText}</p>
${form({
  action: caseLink(language, head.id, `regels/${id}/weghalen`),
  content: html`${withdrawalField(language, view)}
${button({ text: words.withdrawButton, look: 'danger' })}`,
})}`
}

/** Fields in which people write; the others are a choice, made again in a second. */
export const written = [
  'text',
  'source',
  'moment',
  'innocent',
  'reasons',
  'withWhom',
  'title',
  'reason',
  'evidence',
  'against',
  'words',
  'why',
  'told',
  'question',
  'name',
  'group',
  'number',
  'contacts',
]
