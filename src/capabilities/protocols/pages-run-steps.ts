import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { tag } from '#design/tag/tag.ts'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { isoInstant, moment, nearDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { stepReach } from './pages-protocol.ts'
import type { RunHappening, RunView, StepView } from './read-run.ts'
import type { StepState } from './run.ts'
import { stepPath } from './run-place.ts'
import { t } from './words.ts'

/** The steps of a run on screen: what is to be done now whole and first, the rest folded by part. */

export const nameOf = (language: Language, { names }: RunView, id: string): string =>
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

/** Everything that is late or due today, or else the one next step; then what is open as well. */
export function stepsNow(language: Language, knowledge: Knowledge, run: RunView): Html {
  const words = t(language).run
  if (run.state === 'immediate') {
    const runsOn = openSteps(run)
    const aside = run.steps.filter(({ state }) => state === 'set-aside')
    return html`${runsOn.length > 0 ? html`<h2>${words.runsOn}</h2>\n<ul>${runsOn.map((one) => html`<li>${run.canAct ? openLine(language, run, one) : one.step.title[language]}</li>\n`)}</ul>` : ''}
${aside.length > 0 ? html`<h2>${words.aside}</h2>\n<ul>${aside.map(({ step }) => html`<li>${step.title[language]}</li>\n`)}</ul>` : ''}`
  }
  if (run.state !== 'running' || !run.canAct) return html``
  const open = openSteps(run)
  const pressing = open.filter(({ dueNow }) => dueNow)
  const first = pressing.length > 0 ? pressing : open.slice(0, 1)
  const others = open.filter((one) => !first.includes(one))
  return html`<h2>${pressing.length > 0 ? words.pressing : words.next}</h2>
${first.length === 0 ? html`<p>${words.noNext}</p>` : first.map((one) => stepNow(language, knowledge, run, one))}
${others.length > 0 ? html`<h2>${words.now}</h2>\n<ul>${others.map((one) => html`<li>${openLine(language, run, one)}</li>\n`)}</ul>` : ''}`
}

const late = (language: Language, { overdue }: StepView): Html =>
  overdue ? tag(t(language).run.overdue) : html``

function stepNow(language: Language, knowledge: Knowledge, run: RunView, one: StepView): Html {
  const { id, title, text } = one.step
  const href = link(language, stepPath(run.home, run.id, id))
  return html`<section class="panel">
<h3>${title[language]}</h3>
<p>${text[language]}</p>
${stepReach(language, knowledge, one.step)}
<p><strong>${dueText(language, one)}</strong> ${late(language, one)}</p>
${buttonLink({ text: html`${t(language).run.do}<span class="visually-hidden">: ${title[language]}</span>`, href })}
</section>
`
}

const openLine = (language: Language, run: RunView, one: StepView): Html =>
  html`<a href="${link(language, stepPath(run.home, run.id, one.step.id))}">${one.step.title[language]}</a> <span class="quiet">${dueText(language, one)}</span> ${late(language, one)}`

/**
 * What is dropped when the run ends now, so that nobody drops a term of a law without seeing it; nothing
 * when nothing is dropped.
 */
export function lapsingSteps(
  language: Language,
  { steps }: Pick<RunView, 'steps'>,
  ending?: string,
): Html | undefined {
  const words = t(language).run
  const lapsing = steps.filter(
    ({ state, step }) => (state === 'open' || state === 'set-aside') && step.id !== ending,
  )
  return lapsing.length === 0
    ? undefined
    : html`<ul>${lapsing.map((one) => html`<li>${one.step.title[language]}, ${dueText(language, one)} ${one.step.term?.law ? tag(words.termOfLaw) : ''}</li>\n`)}</ul>`
}

/** In the order of the protocol, a part at a time and folded: with twenty steps waiting nobody finds today. */
export function allSteps(language: Language, run: RunView): Html {
  return html`<h2>${t(language).run.all}</h2>
${run.protocol.parts.map((part) => {
  const steps = run.steps.filter(({ step }) => step.part === part.id)
  return steps.length === 0
    ? ''
    : details({
        summary: html`${part.title[language]} <span class="quiet">${countsIn(language, steps)}</span>`,
        content: html`<ul>${steps.map((one) => html`<li>${stepLine(language, run, one)}</li>\n`)}</ul>`,
      })
})}`
}

const states: readonly StepState[] = [
  'open',
  'set-aside',
  'waiting',
  'done',
  'skipped',
  'not-needed',
]

/** "1 te doen, 2 gedaan" */
const countsIn = (language: Language, steps: readonly StepView[]): string =>
  states
    .map((state) => ({ state, count: steps.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(language).run.counts[state](count))
    .join(', ')

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
