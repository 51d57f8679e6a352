import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { dutchDayOf, fullDay, moment } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { allSteps, lapsingSteps, nameOf, stepsNow } from './pages-run-steps.ts'
import type { CaseRuns, RunHappening, RunView } from './read-run.ts'
import { homePath, immediatePath, runPath } from './run-place.ts'
import { sentences, t } from './words.ts'

/** A run: danger first, what is to be done now, what waits and what is over folded, and the history. */
export function runPage(language: Language, knowledge: Knowledge, run: RunView): Html {
  const words = t(language).run
  const title = run.drill
    ? words.drillTitle(run.drill.title[language])
    : words.title(run.code ?? '')
  return html`<h1>${title} ${run.drill ? tag(words.drillTag) : ''}</h1>
${run.drill ? drillStory(language, run) : ''}
${run.canAct && run.state !== 'ended' ? immediateBanner(language, run) : ''}
${run.canAct ? '' : alert(language, { kind: 'info', content: html`<p>${words.caseClosed}</p>` })}
${run.state === 'ended' ? alert(language, { kind: 'info', title: words.endedTitle, content: html`<p>${run.drill ? words.drillNote : words.ended}</p>` }) : ''}
${stepsNow(language, knowledge, run)}
${allSteps(language, run)}
<h2>${words.happened}</h2>
${timeline(run.happenings.map((one) => happening(language, run, one)))}`
}

/** Beside the run: how it stands, and what is seldom done. */
export function runAside(language: Language, run: RunView): Html {
  const words = t(language).run
  const { facts } = words
  return html`<h2 class="visually-hidden">${facts.state}</h2>
${summaryList(language, [
  { key: facts.state, value: words.runStates[run.state] },
  { key: facts.started, value: moment(language, run.startedAt) },
  ...(run.minutesPerDay
    ? [{ key: facts.day, value: words.minutes(run.minutesPerDay) }]
    : [{ key: facts.counts, value: fullDay(language, run.countsFrom) }]),
  ...(run.endedAt ? [{ key: facts.ended, value: moment(language, run.endedAt) }] : []),
  {
    key: facts.edition,
    value: html`<a href="${link(language, `/protocol/edities/${run.editionId}`)}">${words.editionLink}</a>`,
  },
])}
${run.drill ? html`<p><a href="${link(language, `${runPath(run.home, run.id)}/verslag`)}">${t(language).drill.report}</a></p>` : ''}
${run.state !== 'ended' && run.canAct && run.mayDecide ? html`<p><a href="${link(language, `${runPath(run.home, run.id)}/stoppen`)}">${words.stop}</a></p>` : ''}`
}

const drillStory = (language: Language, { drill }: RunView): Html =>
  drill
    ? html`<p class="quiet">${t(language).run.drillNote}</p>
<section class="panel" aria-label="${t(language).drill.storyTitle}">
<h2>${t(language).drill.storyTitle}</h2>
${drill.story.map((paragraph) => html`<p>${paragraph[language]}</p>\n`)}</section>`
    : html``

/** On every page of a run: the way to the telephone. */
export function immediateBanner(language: Language, { state, home, id }: RunView): Html {
  const words = t(language)
  const href = link(language, immediatePath(home, id))
  if (state === 'immediate') {
    return alert(language, {
      kind: 'danger-now',
      title: words.immediate.running,
      content: html`<p>${words.run.panelImmediate}</p>
${buttonLink({ text: words.immediate.title, href, look: 'danger' })}`,
    })
  }
  return html`<p>${buttonLink({ text: words.run.immediateButton, href, look: 'danger' })}</p>`
}

function happening(language: Language, run: RunView, one: RunHappening) {
  const words = t(language).run
  const step = run.steps.find((each) => each.step.id === one.step)?.step.title[language] ?? ''
  const written = one.written?.map((text) => story(text)) ?? []
  return {
    what: words.happenings[one.kind](nameOf(language, run, one.by), step),
    when: moment(language, one.at),
    content: one.reason
      ? html`<p>${words.reason(one.reason)}</p>`
      : written.length > 0
        ? html`${written}`
        : undefined,
  }
}

export type RunsView = {
  readonly caseId: string
  readonly runs: CaseRuns
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** as numbers: 23 11 2026 */
  readonly today: string
}

/** The runs of a case, and the beginning of one. */
export function runsPage(language: Language, view: RunsView): Html {
  const words = t(language).runs
  const wrong = sentences(language, view.errors)
  const { code, runs, mayStart, hasProtocol, closed } = view.runs
  const home = { caseId: view.caseId }
  return html`${summaryOf(language, wrong)}
<h1>${words.title(code)}</h1>
${runs.length === 0 ? html`<p class="lead">${words.none}</p>` : ''}
${
  mayStart && hasProtocol
    ? html`<h2>${words.start}</h2>
<p>${words.startText}</p>
${form({
  action: link(language, homePath(home)),
  content: html`${keyField(view.key)}${date(language, {
    name: 'from',
    label: words.countsFrom,
    hint: `${words.countsFromHint} ${t(language).step.example(view.today)}.`,
    optional: true,
    value: datePartsOf(view.typed, 'from'),
    error: wrong.from,
  })}
${button({ text: words.start })}`,
})}`
    : ''
}
${closed ? html`<p>${words.closed}</p>` : ''}
${hasProtocol || closed ? '' : html`<p>${words.noProtocol}</p>\n<p>${buttonLink({ text: words.toProtocol, href: link(language, '/protocol') })}</p>`}
${hasProtocol && !closed && !mayStart && runs.length === 0 ? html`<p>${words.mayNot}</p>` : ''}
${
  runs.length > 0
    ? html`<h2>${words.earlier}</h2>
<ul>${runs.map(
        ({ id, startedAt, state }) =>
          html`<li><a href="${link(language, runPath(home, id))}">${words.line(fullDay(language, dutchDayOf(startedAt)), t(language).run.runStates[state])}</a></li>\n`,
      )}</ul>`
    : ''
}`
}

/** Ends a run before its last step. */
export function stopPage(
  language: Language,
  run: RunView,
  { typed, errors, key }: { typed: Html; errors: FormErrors; key: string },
): Html {
  const words = t(language).stop
  const lapsing = lapsingSteps(language, run)
  return html`${summaryOf(language, sentences(language, errors))}
<h1>${words.title}</h1>
${immediateBanner(language, run)}
<p>${words.text}</p>
${lapsing ? html`<p>${words.lapses}</p>\n${lapsing}` : ''}
${form({
  action: link(language, `${runPath(run.home, run.id)}/stoppen`),
  content: html`${keyField(key)}${typed}
${buttonGroup(button({ text: words.button, look: 'danger' }))}`,
})}`
}
