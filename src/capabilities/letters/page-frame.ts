import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { wordsAround } from './check-text.ts'
import { longest } from './letter.ts'
import { numberQuestions } from './page-numbers.ts'
import { paths } from './paths.ts'
import type { LetterAction, LetterItem } from './register-source.ts'
import { t } from './words.ts'

type Shown = {
  readonly typed: Typed
  /** sentences by field */
  readonly wrong: Readonly<Record<string, string>>
}

/** The form with which a letter begins. */
export function beginContent(
  language: Language,
  { typed, wrong, key }: Shown & { key: string },
): Html {
  const { begin: words } = t(language)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
${form({
  action: link(language, paths.begin),
  content: html`${keyField(key)}
${headFields(language, { typed, wrong })}
${button({ text: words.save })}`,
})}`
}

function headFields(language: Language, { typed, wrong }: Shown): Html {
  const { frame: words } = t(language)
  const value = (name: string) => textOf(typed, name)
  return html`${text(language, { name: 'title', label: words.titleLabel, value: value('title'), error: wrong.title, maxlength: longest.title })}
${textarea(language, { name: 'dossiers', label: words.dossiers, hint: words.dossiersHint, value: value('dossiers'), error: wrong.dossiers, optional: true, rows: 3 })}
${text(language, { name: 'previous', label: words.previous, hint: words.previousHint, value: value('previous'), error: wrong.previous, optional: true, maxlength: 60 })}`
}

type FrameView = Shown & {
  readonly id: string
  /** the version that was read */
  readonly read: number
  readonly items: readonly LetterItem[]
  readonly actions: readonly LetterAction[]
}

/** The form of everything around the pieces. */
export function frameContent(
  language: Language,
  { id, typed, wrong, read, items, actions }: FrameView,
): Html {
  const { frame: words } = t(language)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
${form({
  action: link(language, paths.frame(id)),
  content: html`<input type="hidden" name="read" value="${read}">
${headFields(language, { typed, wrong })}
${
  items.length === 0
    ? html`<p>${words.noItems}</p>`
    : checkboxes(language, {
        name: 'discharged',
        label: words.discharged,
        hint: words.dischargedHint,
        values: listOf(typed, 'discharged'),
        error: wrong.discharged,
        optional: true,
        // What is done needs no letter any more, unless this one says so already.
        choices: items
          .filter(({ id, isDone }) => !isDone || listOf(typed, 'discharged').includes(id))
          .map((item) => ({ value: item.id, label: `${item.title} (${item.kind})` })),
      })
}
${textarea(language, { name: 'vouched', label: words.vouched, hint: words.vouchedHint, value: textOf(typed, 'vouched'), error: wrong.vouched, optional: true, rows: 3 })}
${numberQuestions(language, { of: wordsAround({ title: textOf(typed, 'title') }, actions), where: 'around', typed, wrong })}
${button({ text: words.save })}`,
})}`
}
