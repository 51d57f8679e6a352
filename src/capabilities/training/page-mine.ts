import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { story as written } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { Practice } from './practice.ts'
import type { OwnPractice } from './read-own-practice.ts'
import type { Reflection } from './reflections.ts'
import type { Standing } from './refresh.ts'
import { t } from './words.ts'

/** What somebody practised themself, when to read again, and what they kept. */
export function minePage(language: Language, practice: Practice, own: OwnPractice): PageParts {
  const words = t(language).mine
  return {
    title: words.title,
    breadcrumbs: [{ text: t(language).list.title, href: link(language, paths.practise) }],
    under: link(language, paths.practise),
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.term(own.term)}</p>
${table({
  caption: words.title,
  captionHidden: true,
  columns: [
    { heading: words.columns.story },
    { heading: words.columns.last },
    { heading: words.columns.again },
  ],
  rows: own.stories.map(({ story, standing }) => [
    html`<a href="${link(language, paths.story(story.id))}">${story.title[language]}</a>`,
    standing.how === 'never' ? words.never : fullDay(language, standing.completedOn),
    againText(language, standing),
  ]),
})}
<h2>${words.notes}</h2>
${own.reflections.length === 0 ? html`<p>${words.noNotes}</p>` : notes(language, practice, own.reflections)}`,
  }
}

function againText(language: Language, standing: Standing): string {
  const words = t(language).mine
  if (standing.how === 'never') return '–'
  const day = fullDay(language, standing.againOn)
  return standing.how === 'again' ? words.againNow(day) : words.againFrom(day)
}

function notes(language: Language, practice: Practice, reflections: readonly Reflection[]): Html {
  const words = t(language).mine
  const titleOf = (id: string) => practice.find(id)?.title[language] ?? id
  return html`${reflections.map(
    ({ id, story, writtenAt, text }) => html`<section class="panel"><h3>${titleOf(story)}</h3>
${written(text)}
<p class="quiet">${words.written(fullDay(language, dutchDayOf(writtenAt)))}</p>
${form({
  action: link(language, paths.discardNote(id)),
  content: button({
    text: html`${words.discard}<span class="visually-hidden">${words.discardWhich(titleOf(story))}</span>`,
    look: 'subtle',
  }),
})}</section>
`,
  )}
<p class="quiet">${words.discarded}</p>`
}
