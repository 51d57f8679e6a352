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
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { fullDay, isoInstant, moment, nearDay } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { dayOf } from './pages-protocol.ts'
import type { CaseRuns, RunHappening, RunView, StepView } from './read-run.ts'
import { homePath, immediatePath, runPath, stepPath } from './run-place.ts'
import { sentences, t } from './words.ts'

const nameOf = (language: Language, { names }: RunView, id: string): string =>
  names.get(id) ?? t(language).run.somebody

/** "16:10:05": a drill counts in minutes. */
const timeOf = (instant: string): string =>
  Temporal.Instant.from(isoInstant(instant))
    .toZonedDateTimeISO(dutchTimeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'second' })

export function dueText(
  language: Language,
  { dueOn, dueAt }: Pick<StepView, 'dueOn' | 'dueAt'>,
): string {
  const words = t(language).run
  if (dueAt) return words.dueAt(timeOf(dueAt))
  return dueOn ? words.dueOn(nearDay(language, dueOn)) : words.noTerm
}

/** What is open, what is due first first; without a term last. */
export const openSteps = ({ steps }: Pick<RunView, 'steps'>): readonly StepView[] =>
  steps
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => dueKey(a).localeCompare(dueKey(b)))

const dueKey = ({ dueAt, dueOn }: StepView): string =>
  dueAt ? isoInstant(dueAt) : (dueOn ?? '9999')

/** A run: danger first, the one next step, what else is open, and everything that happened. */
export function runPage(language: Language, run: RunView): Html {
  const words = t(language).run
  const open = openSteps(run)
  const [next, ...others] = open
  const title = run.drill
    ? words.drillTitle(run.drill.title[language])
    : words.title(run.code ?? '')
  return html`<h1>${title} ${run.drill ? tag(words.drillTag) : ''}</h1>
${run.drill ? drillStory(language, run) : ''}
${run.canAct && run.state !== 'ended' ? immediateBanner(language, run) : ''}
${run.canAct ? '' : alert(language, { kind: 'info', content: html`<p>${words.caseClosed}</p>` })}
${run.state === 'ended' ? alert(language, { kind: 'info', title: words.endedTitle, content: html`<p>${run.drill ? words.drillNote : words.ended}</p>` }) : ''}
${run.state === 'running' ? html`<h2>${words.next}</h2>\n${next ? nextStep(language, run, next) : html`<p>${words.noNext}</p>`}` : ''}
${others.length > 0 ? html`<h2>${words.now}</h2>\n<ul>${others.map((one) => html`<li>${openLine(language, run, one)}</li>\n`)}</ul>` : ''}
<h2>${words.all}</h2>
${run.protocol.parts.map((part) => {
  const steps = run.steps.filter(({ step }) => step.part === part.id)
  return steps.length === 0
    ? ''
    : html`<h3>${part.title[language]}</h3>
<ul>${steps.map((one) => html`<li>${stepLine(language, run, one)}</li>\n`)}</ul>`
})}
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

const late = (language: Language, { overdue }: StepView): Html =>
  overdue ? tag(t(language).run.overdue) : html``

const nextStep = (language: Language, run: RunView, one: StepView): Html =>
  html`<section class="panel">
<h3>${one.step.title[language]}</h3>
<p>${one.step.text[language]}</p>
<p><strong>${dueText(language, one)}</strong> ${late(language, one)}</p>
${run.canAct ? buttonLink({ text: t(language).run.do, href: link(language, stepPath(run.home, run.id, one.step.id)) }) : ''}
</section>`

const openLine = (language: Language, run: RunView, one: StepView): Html =>
  html`<a href="${link(language, stepPath(run.home, run.id, one.step.id))}">${one.step.title[language]}</a> <span class="quiet">${dueText(language, one)}</span> ${late(language, one)}`

function stepLine(language: Language, run: RunView, one: StepView): Html {
  const words = t(language).run
  const { state, settled, step } = one
  if (state === 'open' && run.canAct) {
    return html`${openLine(language, run, one)} ${settledLine(language, run, settled)}`
  }
  return html`${step.title[language]} ${tag(words.states[state])} ${settledLine(language, run, settled)}`
}

function settledLine(language: Language, run: RunView, settled: RunHappening | undefined): Html {
  if (!settled || (settled.kind !== 'done' && settled.kind !== 'skipped')) return html``
  const words = t(language).run
  const who = nameOf(language, run, settled.by)
  return html`<br><span class="quiet">${words.settled[settled.kind](who, moment(language, settled.at))} ${settled.reason ? words.reason(settled.reason) : ''}</span>`
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
          html`<li><a href="${link(language, runPath(home, id))}">${words.line(fullDay(language, dayOf(startedAt)), t(language).run.runStates[state])}</a></li>\n`,
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
  return html`${summaryOf(language, sentences(language, errors))}
<h1>${words.title}</h1>
${immediateBanner(language, run)}
<p>${words.text}</p>
${form({
  action: link(language, `${runPath(run.home, run.id)}/stoppen`),
  content: html`${keyField(key)}${typed}
${buttonGroup(button({ text: words.button, look: 'danger' }))}`,
})}`
}
