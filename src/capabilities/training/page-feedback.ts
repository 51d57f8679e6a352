import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { story as written } from '#design/story/story.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { noteForm } from './page-note.ts'
import { paths } from './paths.ts'
import type { Practice } from './practice.ts'
import { type Looking, lookBack, type Reading } from './reading.ts'
import type { Story } from './story.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly practice: Practice
  readonly story: Story
  readonly reading: Reading
  /** of somebody signed in: the day on which it was kept that they read it, and a key for a note */
  readonly kept: { readonly day: string; readonly key: string } | undefined
}

/** The story on its line of time beside what the reader did. Nothing is counted and nobody is told. */
export function feedbackPage(language: Language, view: View): PageParts {
  const { knowledge, practice, story, reading, kept } = view
  const words = t(language).feedback
  const title = words.title(story.title[language])
  return {
    title,
    breadcrumbs: [{ text: t(language).list.title, href: link(language, paths.practise) }],
    under: link(language, paths.practise),
    content: html`<h1>${title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.timeline}</h2>
${timeline(
  lookBack(story, reading).map((looking) => ({
    what: words.how[looking.how],
    when: looking.passage.when[language],
    content: beside(language, knowledge, looking),
  })),
)}
<h2>${words.ending}</h2>
<p>${story.ending[language]}</p>
<section class="panel"><h2>${words.remember}</h2>
<ul>${story.remember.map((each) => html`<li>${each[language]}</li>\n`)}</ul></section>
<h2>${words.kept}</h2>
<p>${kept ? words.keptCompleted(fullDay(language, kept.day)) : words.keptNothing}</p>
${kept ? noteForm(language, { story, key: kept.key }) : html`<p><a href="${link(language, paths.signIn)}?naar=${encodeURIComponent(link(language, paths.practise))}">${words.signIn}</a></p>`}
<h2>${words.pattern}</h2>
<p>${words.ownStory} ${story.pattern.text[language]} ${origin(knowledge, language, story.pattern)}</p>
<p>${buttonLink({ text: words.other, href: link(language, paths.practise) })}</p>
<p><a href="${link(language, paths.story(story.id))}">${words.again}</a></p>
${editionLine(language, practice.edition)}`,
  }
}

function beside(language: Language, knowledge: Knowledge, looking: Looking): Html {
  const words = t(language).feedback
  const { passage, how, stopped } = looking
  const ticked = stopped?.signals ?? []
  const { signals, stop } = passage
  const about = { 'stopped-elsewhere': words.elsewhere, 'read-past-signal': words.past }
  return html`<blockquote><p>${passage.text[language]}</p></blockquote>
${how in about ? html`<p>${about[how as keyof typeof about]}</p>` : ''}
${stopped && stopped.words !== '' ? html`<h3>${words.yourWords}</h3>\n${written(stopped.words)}` : ''}
${ticked.length > 0 ? html`<h3>${words.youTicked}</h3>\n${signalList(language, knowledge, ticked)}` : ''}
<h3>${words.noticed}</h3>
<p>${passage.seen[language]}</p>
${signals.length > 0 ? html`<h3>${words.signals}</h3>\n${signalList(language, knowledge, signals)}` : ''}
${
  stop
    ? html`<h3>${words.innocent}</h3>
<ul>${stop.innocent.map((each) => html`<li>${each[language]}</li>\n`)}</ul>
<h3>${words.next}</h3>
<p>${stop.next[language]}</p>
<h3>${words.unknown}</h3>
<p>${stop.unknown[language]}</p>`
    : ''
}`
}

const signalList = (language: Language, knowledge: Knowledge, ids: readonly string[]): Html =>
  html`<ul>${ids.map(
    (id) =>
      html`<li><a href="${link(language, paths.signal(id))}">${knowledge.findSignal(id)?.wording[language] ?? id}</a></li>\n`,
  )}</ul>`
