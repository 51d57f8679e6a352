import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { longestWords, type Reading, type ReadingAct } from './reading.ts'
import { fields } from './reading-form.ts'
import type { Passage, Story } from './story.ts'
import { t } from './words.ts'

export type ReadingView = {
  readonly knowledge: Knowledge
  readonly story: Story
  readonly reading: Reading
  readonly key: string
}

/** One passage, and below it what was read before. The form carries the whole reading. */
export function readingPage(language: Language, view: ReadingView, passage: Passage): PageParts {
  const { story, reading, key } = view
  const words = t(language).reading
  const { at, stopping } = reading
  return {
    title: story.title[language],
    breadcrumbs: [{ text: t(language).list.title, href: link(language, paths.practise) }],
    under: link(language, paths.practise),
    content: html`<h1>${story.title[language]}</h1>
${at === 0 ? html`<p class="lead">${story.lead[language]}</p>` : ''}
<p class="quiet">${words.passage(at + 1, story.passages.length)}</p>
<section class="panel" aria-labelledby="fragment"><h2 id="fragment">${passage.when[language]}</h2>
<p class="lead">${passage.text[language]}</p></section>
${form({
  action: link(language, paths.story(story.id)),
  content: html`${keyField(key)}${carried(view)}
${stopping ? why(language, view, passage) : choices(language, view, passage)}`,
})}
${at > 0 ? details({ summary: words.before, content: readBefore(language, view) }) : ''}`,
  }
}

/** What the reading is so far, in the form itself. Of the passage that is explained now the fields are on screen. */
function carried({ story, reading: { at, stopping, stops } }: ReadingView): Html {
  const here = story.passages[at]?.id
  const hidden = [...stops].filter(([id]) => !(stopping && id === here))
  return html`<input type="hidden" name="${fields.at}" value="${at}">${stopping ? html`<input type="hidden" name="${fields.stopping}" value="yes">` : ''}
${hidden.map(
  ([id, { signals, words }]) =>
    html`<input type="hidden" name="${fields.stopAt(id)}" value="${signals.join(' ')}"><input type="hidden" name="${fields.wordsAt(id)}" value="${words}">\n`,
)}`
}

function choices(language: Language, { story, reading }: ReadingView, passage: Passage): Html {
  const words = t(language).reading
  const last = reading.at === story.passages.length - 1
  return html`${reading.stops.has(passage.id) ? html`<p>${words.stoppedBefore}</p>` : ''}
${buttonGroup(
  act('next', last ? words.end : words.next),
  act('stop', words.stop, 'secondary'),
  ...(reading.at > 0 ? [act('back', words.back, 'subtle')] : []),
)}`
}

function why(language: Language, view: ReadingView, passage: Passage): Html {
  const { knowledge, story, reading } = view
  const words = t(language).reading
  const said = reading.stops.get(passage.id)
  return html`<h2>${words.why}</h2>
<p>${words.whyLead}</p>
${checkboxes(language, {
  name: fields.signals,
  label: words.signals,
  optional: true,
  values: said?.signals ?? [],
  choices: story.choices.map((id) => ({
    value: id,
    label: knowledge.findSignal(id)?.wording[language] ?? id,
  })),
})}
${textarea(language, {
  name: fields.words,
  label: words.words,
  hint: words.wordsHint,
  optional: true,
  rows: 3,
  maxlength: longestWords,
  value: said?.words,
})}
${buttonGroup(act('keep', words.keep), act('drop', words.drop, 'secondary'))}`
}

const act = (
  value: ReadingAct,
  text: string,
  look: 'primary' | 'secondary' | 'subtle' = 'primary',
) => button({ text, look, name: fields.act, value })

const readBefore = (language: Language, { story, reading: { at, stops } }: ReadingView): Html =>
  html`<p>${story.lead[language]}</p>
${story.passages.slice(0, at).map(
  ({ id, when, text }) => html`<h3>${when[language]}</h3>
<p>${text[language]}</p>
${stops.has(id) ? html`<p class="quiet">${t(language).reading.stoppedMark}</p>` : ''}`,
)}`
