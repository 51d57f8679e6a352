import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { longestReflection } from './reflections.ts'
import type { Story } from './story.ts'
import { t } from './words.ts'

type View = {
  readonly story: Story
  readonly key: string
  readonly text?: string
  readonly error?: 'missing' | 'tooLong'
}

export function noteForm(language: Language, { story, key, text, error }: View): Html {
  const words = t(language).note
  return form({
    action: link(language, paths.note(story.id)),
    content: html`${keyField(key)}
${textarea(language, {
  name: 'text',
  label: words.label,
  hint: words.hint,
  rows: 4,
  maxlength: longestReflection,
  value: text,
  ...(error ? { error: words[error] } : {}),
})}
${button({ text: words.keep, look: 'secondary' })}`,
  })
}

/** The form once more, when nothing was written. */
export function notePage(language: Language, view: View): PageParts {
  const words = t(language).note
  const { error } = view
  return {
    title: words.title,
    breadcrumbs: [{ text: t(language).list.title, href: link(language, paths.practise) }],
    under: link(language, paths.practise),
    content: html`${error ? summaryOf(language, { text: words[error] }) : ''}
<h1>${words.title}</h1>
<p>${view.story.title[language]}</p>
${noteForm(language, view)}`,
    error: error !== undefined,
  }
}
