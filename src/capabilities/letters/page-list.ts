import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { readAllReceived } from './answer-received.ts'
import { paths } from './paths.ts'
import type { LetterRow } from './tables.ts'
import { t } from './words.ts'

type ReceivedLine = Awaited<ReturnType<typeof readAllReceived>>[number]

/** The letters of this ministry and the drafts of others, the newest first. */
export function listPage(
  language: Language,
  letters: readonly LetterRow[],
  received: readonly ReceivedLine[],
): PageParts {
  const { list: words, states, away } = t(language)
  const here = letters.filter((row) => row.put_away_at === null)
  const gone = letters.filter((row) => row.put_away_at !== null)
  const waiting = received.filter(({ state }) => state === 'asked').length
  // What waits for us, or is all there is, stands above what is not there yet.
  const othersFirst = waiting > 0 || here.length === 0
  const begin = { text: words.begin, href: link(language, paths.begin) }
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${waiting > 0 ? html`<p><strong>${words.waits(waiting)}</strong></p>` : ''}
${othersFirst ? receivedTable(language, received) : ''}
${
  here.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, begin })
    : html`<p>${buttonLink(begin)}</p>
${table({
  caption: words.count(here.length),
  columns: [words.letter, words.state, words.changed].map((heading) => ({ heading })),
  rows: here.map((row) => [
    html`<a href="${link(language, paths.one(row.id))}">${row.title}</a>`,
    states[row.state],
    moment(language, row.changed_at),
  ]),
})}`
}
${othersFirst ? '' : receivedTable(language, received)}
${
  gone.length === 0
    ? ''
    : html`<h2>${away.listed}</h2>
<ul>${gone.map((row) => html`<li><a href="${link(language, paths.one(row.id))}">${row.title}</a></li>\n`)}</ul>`
}`,
  }
}

function receivedTable(language: Language, received: readonly ReceivedLine[]): Html {
  const { list: words, received: told } = t(language)
  if (received.length === 0) return html``
  return html`<h2>${words.received}</h2>
${table({
  caption: words.receivedCount(received.length),
  columns: [words.letter, words.from, words.state, words.changed].map((heading) => ({ heading })),
  rows: received.map((row) => [
    html`<a href="${link(language, paths.received(row.id))}">${row.title}</a>`,
    row.from,
    told.states[row.state],
    moment(language, row.changed_at),
  ]),
})}`
}
