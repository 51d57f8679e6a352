import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { NotedGap, SourceState, SourcesState } from './read-sources.ts'
import { t } from './words.ts'

type When = {
  /** an ISO instant */
  readonly now: string
  /** nothing goes out */
  readonly demo: boolean
}

/** Per source how far we are; what was missed; what could not be read. */
export function sourcesPage(language: Language, state: SourcesState, when: When): PageParts {
  const { sources: words, found } = t(language)
  // Before the first answer nothing can be said of what was missed.
  const isRead = state.sources.some(({ standing }) => standing?.heardAt !== undefined)
  const none = (text: string) => html`<p>${isRead ? text : words.nothingRead}</p>`
  return {
    title: words.title,
    wide: true,
    breadcrumbs: [{ text: found.title, href: link(language, paths.found) }],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${when.demo ? html`<p>${words.demo}</p>` : state.isOn ? '' : html`<p>${found.offText}</p>`}
${sourceTable(language, state, when)}
<h2>${words.gaps}</h2>
${state.gaps.length > 0 ? html`<p>${words.gapsLead}</p>${gapTable(language, state.gaps)}` : none(words.noGaps)}
<h2>${words.apart}</h2>
${state.apart.length > 0 ? html`<p>${words.apartLead}</p>${apartTable(language, state)}` : none(words.noApart)}`,
  }
}

function sourceTable(language: Language, { sources, isOn }: SourcesState, when: When): Html {
  const { sources: words, sourceNames } = t(language)
  const day = (at: string | undefined) => (at ? moment(language, at) : words.never)
  const canAsk = isOn && !when.demo
  const columns = [
    { heading: words.source },
    { heading: words.state },
    { heading: words.heard },
    { heading: words.complete },
    { heading: words.rows, numeric: true },
    { heading: words.next },
    ...(canAsk ? [{ heading: words.act, headingHidden: true }] : []),
  ]
  return table({
    caption: words.caption,
    columns,
    rows: sources.map((source) => [
      sourceNames[source.name],
      stateOf(language, source),
      day(source.standing?.heardAt),
      day(source.standing?.caughtUpAt),
      String(source.rows),
      canAsk ? nextTime(language, source, when.now) : when.demo ? words.notInDemo : words.off,
      ...(canAsk ? [again(language, source)] : []),
    ]),
  })
}

function stateOf(language: Language, { standing }: SourceState): string {
  const { states } = t(language)
  if (!standing) return states.new
  if (standing.stopped) return states.stopped(reason(language, standing.stopped))
  if (standing.trouble) return states.trouble(reason(language, standing.trouble))
  if (standing.walking) return states.reading
  return standing.caughtUpAt && !standing.again ? states.waiting : states.toCome
}

function reason(language: Language, code: string): string {
  const { because } = t(language)
  const status = /^answered-(\d{3})$/.exec(code)?.[1]
  if (status) return because.answered(status)
  const { answered: _, ...known } = because
  return Object.entries(known).find(([one]) => one === code)?.[1] ?? code
}

function nextTime(language: Language, { standing }: SourceState, now: string): string {
  const words = t(language).sources
  if (standing?.stopped) return words.off
  return standing && standing.dueAt > now ? moment(language, standing.dueAt) : words.soon
}

const again = (language: Language, { name }: SourceState): Html => {
  const { sources: words, sourceNames } = t(language)
  const what = html`<span class="visually-hidden">: ${sourceNames[name]}</span>`
  return form({
    action: link(language, paths.sources),
    content: html`<input type="hidden" name="name" value="${name}">
${button({ text: html`${words.again}${what}`, look: 'subtle' })}`,
  })
}

function gapTable(language: Language, gaps: readonly NotedGap[]): Html {
  const { sources: words, sourceNames, gaps: why } = t(language)
  return table({
    caption: words.gaps,
    captionHidden: true,
    columns: [words.source, words.noted, words.why, words.closed].map((heading) => ({ heading })),
    rows: gaps.map((gap) => [
      sourceNames[gap.source],
      moment(language, gap.notedAt),
      gap.because === 'fewer-than-counted'
        ? why.counted(gap.seen ?? 0, gap.expected ?? 0)
        : why.lost,
      gap.closedAt ? moment(language, gap.closedAt) : words.open,
    ]),
  })
}

function apartTable(language: Language, { apart }: SourcesState): Html {
  const { sources: words, sourceNames } = t(language)
  return table({
    caption: words.apart,
    captionHidden: true,
    columns: [words.row, words.source, words.fields, words.noted].map((heading) => ({ heading })),
    rows: apart.map(({ about, source, because, notedAt }) => [
      html`<code>${about}</code>`,
      sourceNames[source],
      html`<code>${because}</code>`,
      moment(language, notedAt),
    ]),
  })
}
